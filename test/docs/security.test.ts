import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../src/util/paths.ts';

/** The tests that each promise of a page names, in its order. */
function promises(page: string, title: string): string[][] {
  const text = readFileSync(shipped(page), 'utf8');
  const section = text.slice(text.indexOf(`## ${title}`)).split('\n## ')[0]!;
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  return rows.map((row) => [...row.matchAll(/\]\(\.\.\/(test\/[^)]+)\)/g)].map(([, test]) => test!));
}

describe('docs/security.md', () => {
  const english = promises('docs/security.md', 'What is promised');

  it('names a test for each promise', () => {
    expect(english.length).toBeGreaterThan(14);
    expect(english.filter((tests) => tests.length === 0)).toEqual([]);
    for (const test of english.flat()) expect(test).toMatch(/\.test\.ts$/);
  });

  it('promises the same in Japanese', () => {
    expect(promises('docs/security.ja.md', '約束すること')).toEqual(english);
  });
});
