import { readdir, readFile } from 'node:fs/promises';
import { type FunctionalTest, readFunctionalTests } from '../../src/lab/functional/file.ts';
import { formatProblem } from '../../src/util/located-yaml.ts';

/** The functional tests of this folder. @throws when a file has a mistake, with its place. */
export async function functionalTests(): Promise<readonly FunctionalTest[]> {
  const folder = new URL('.', import.meta.url);
  const file = async (path: string) => ({ path, text: await readFile(new URL(path, folder), 'utf8') });
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml') && name !== 'frames.yaml').sort();
  const read = readFunctionalTests(await file('frames.yaml'), await Promise.all(names.map(file)));
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join('\n'));
  return read.tests;
}
