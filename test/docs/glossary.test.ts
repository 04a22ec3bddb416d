import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../src/util/paths.ts';

const text = (page: string): string => readFileSync(shipped(page), 'utf8');

interface Line {
  readonly ja: string;
  readonly en: string;
  readonly code: readonly string[];
  readonly not: readonly string[];
}

const lines: readonly Line[] = text('docs/glossary.md')
  .split('\n')
  .filter((line) => /^\| .* \|$/.test(line) && !/^\| (日本語|---)/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim().replace(/ ?\|$/, '')),
  )
  .map(([ja = '', en = '', , code = '', not = '']) => ({
    ja,
    en,
    code: [...code.matchAll(/`([^`]+)`/g)].map((hit) => hit[1]!),
    not: not === '' ? [] : not.split(', '),
  }));

const sources = readdirSync(shipped('src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.tsx?$/.test(name),
);
const code = sources.map((name) => text(join('src', name))).join('\n');

/** What users read: pages of the documentation and the catalogues of the review app. */
const read = [
  'README.md',
  'README.ja.md',
  'SECURITY.md',
  'docs/desk.md',
  'docs/desk.ja.md',
  'docs/operate.md',
  'docs/operate.ja.md',
  'docs/configuration.md',
  'docs/commands.md',
  'komainu.example.yaml',
  ...sources.filter((name) => /messages\.(ja|en)\.ts$/.test(name)).map((name) => join('src', name)),
];

describe('the glossary', () => {
  it('has one word per thing in each language', () => {
    expect(lines.length).toBeGreaterThan(50);
    for (const words of [lines.map(({ ja }) => ja), lines.map(({ en }) => en)])
      expect(words.filter((word, index) => word === '' || words.indexOf(word) !== index)).toEqual([]);
  });

  it('names things by the names they have in the code', () => {
    const missing = lines.flatMap((line) => line.code).filter((name) => !new RegExp(`\\b${name}\\b`).test(code));
    expect(missing).toEqual([]);
  });

  it.each(read)('is followed by %s', (page) => {
    const words = text(page).toLowerCase();
    expect(lines.flatMap(({ not }) => not).filter((word) => words.includes(word.toLowerCase()))).toEqual([]);
  });
});
