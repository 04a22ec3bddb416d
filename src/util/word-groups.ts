import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { shipped } from './paths.ts';

/** What a YAML file that ships says. It is not checked: nobody but its authors writes it, and the tests read it. */
export const shippedYaml = <T>(path: string): T => parse(readFileSync(shipped(path), 'utf8')) as T;

/** Groups of words that ship, by name; `file` is below `dictionaries/language/`. */
export function wordGroups<Name extends string = string>(file: string): Readonly<Record<Name, readonly string[]>> {
  const groups = Object.entries<string>(shippedYaml(`dictionaries/language/${file}`));
  return Object.fromEntries(groups.map(([name, words]) => [name, words.split(' ')])) as Record<Name, string[]>;
}
