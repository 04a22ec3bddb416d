import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { shipped } from './paths.ts';

const FOLDER = 'dictionaries/language';
const madeOf = (file: string): string => shipped(join('dist/data/language', `${file}.json`));

/**
 * What a file of `dictionaries/language/` says. It is not checked: nobody but its authors writes it, and the tests read it. What the build
 * has made of it is read while it is not older, since YAML would take every process a third of a second.
 */
export function languageFile<T>(file: string): T {
  const written = shipped(join(FOLDER, file));
  const made = statSync(madeOf(file), { throwIfNoEntry: false });
  if (made !== undefined && made.mtimeMs >= statSync(written).mtimeMs)
    return JSON.parse(readFileSync(madeOf(file), 'utf8'));
  const { parse }: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  return parse(readFileSync(written, 'utf8')) as T;
}

/** Groups of words, by name. */
export function wordGroups<Name extends string = string>(file: string): Readonly<Record<Name, readonly string[]>> {
  const groups = Object.entries(languageFile<Record<string, string>>(file));
  return Object.fromEntries(groups.map(([name, words]) => [name, words.split(' ')])) as Record<Name, string[]>;
}

/** Puts beside the program what each process would else make of these files anew. */
export function shipLanguage(): void {
  for (const file of readdirSync(shipped(FOLDER), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.yaml')) continue;
    mkdirSync(dirname(madeOf(file)), { recursive: true });
    writeFileSync(madeOf(file), JSON.stringify(languageFile(file)));
  }
}
