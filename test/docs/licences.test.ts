import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { shipped } from '../../src/util/paths.ts';

const read = (path: string) => readFileSync(shipped(path), 'utf8');

/** A package whose entry of the lock file names none: its folder has the text. */
const UNNAMED: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

it('every package that is shipped has a licence that docs/licences.md names', () => {
  const page = read('docs/licences.md');
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { license?: string; dev?: true; optional?: true }>;
  };
  const shippedOnes = Object.entries(packages).filter(([path, { dev, optional }]) => path !== '' && !dev && !optional);
  expect(shippedOnes.length).toBeGreaterThan(50);
  const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');
  const unknown = shippedOnes.flatMap(([path, { license = UNNAMED[nameOf(path)] ?? 'none' }]) => {
    const choices = license.replace(/[()]/g, '').split(' OR ');
    return choices.some((one) => new RegExp(`(?<![\\w-])${one.replace(/[.+]/g, '\\$&')}(?![\\w-])`).test(page))
      ? []
      : [`${nameOf(path)}: ${license}`];
  });
  expect(unknown).toEqual([]);
});
