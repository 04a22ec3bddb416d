import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { readYaml } from '../../../util/located-yaml.ts';
import type { IsReleased } from '../compile-rules.ts';
import { ActFile, type EntryFile, GroupFile } from '../schema.ts';
import type { DictionaryFile } from '../types.ts';

/** Beside the dictionaries that ship: a line for each of their entries, `id print`. What is not equal to it is a site's own. */
export const RELEASE = 'release.txt';

/** The lines of the file for a folder of dictionaries, sorted; a test keeps it true. */
export function releaseOf(files: readonly DictionaryFile[]): string {
  const entries = files.flatMap(({ path, text }) => {
    const act = readYaml(path, text, ActFile);
    if (act.ok) return [...act.value.demands, ...act.value.expressions];
    const group = readYaml(path, text, GroupFile);
    return group.ok ? group.value.entries : [];
  });
  return entries
    .map((entry) => `${entry.id} ${printOf(entry)}\n`)
    .sort()
    .join('');
}

/** Without a release every entry is a site's own. */
export function releaseIn(files: readonly DictionaryFile[]): IsReleased {
  const lines = files.find(({ path }) => path === RELEASE)?.text.split('\n') ?? [];
  const prints = new Map(lines.map((line) => line.split(' ', 2) as [string, string]));
  return (entry) => prints.get(entry.id) === printOf(entry);
}

/** Tells one meaning of an entry from every other; how it is written in its file makes no difference. */
const printOf = (entry: z.output<typeof EntryFile>): string =>
  createHash('sha256').update(JSON.stringify(entry)).digest('hex').slice(0, 12);
