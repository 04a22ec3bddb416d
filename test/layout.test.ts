import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shipped } from '../src/util/paths.ts';

const MOST = 25; // files in one row that a reader can look over
const LONGEST = 250; // lines; of TypeScript the linter counts them

describe('a folder of src', () => {
  const entries = readdirSync(shipped('src'), { recursive: true, withFileTypes: true });

  it('holds no more files than a reader can look over', () => {
    const files = new Map<string, number>();
    for (const entry of entries)
      if (entry.isFile() && !entry.parentPath.includes('/store/migrations'))
        // only ever added to, in order
        files.set(entry.parentPath, (files.get(entry.parentPath) ?? 0) + 1);
    expect([...files].filter(([, count]) => count > MOST)).toEqual([]);
  });

  it('keeps one snapshot of the schema: the newest, with which the next migration is compared', () => {
    const snapshots = entries.filter(({ name }) => name.endsWith('_snapshot.json')).map(({ name }) => name);
    const newest = entries
      .map(({ name }) => name)
      .filter((name) => /^\d{4}_.*\.sql$/.test(name))
      .sort()
      .at(-1)!;
    expect(snapshots, 'node scripts/keep-newest-snapshot.mjs removes the elder ones').toEqual([
      newest.replace(/_.*/, '_snapshot.json'),
    ]);
  });

  it('has no style sheet and no script that is longer than a reader likes', () => {
    const lines = (path: string) => readFileSync(path, 'utf8').split('\n').length;
    const files = entries.filter(({ name }) => /\.(css|js)$/.test(name)).map((one) => join(one.parentPath, one.name));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => lines(file) > LONGEST)).toEqual([]);
  });

  it('has an entry in the table of CONTRIBUTING and in the rules of imports', () => {
    const guide = readFileSync(shipped('CONTRIBUTING.md'), 'utf8');
    const rules = readFileSync(shipped('biome.layers.jsonc'), 'utf8');
    const rooms = entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(shipped('src').length + 1))
      .filter((name) => (name.startsWith('fronts') ? /^fronts\/[^/]+$/.test(name) : !name.includes('/')));
    expect(rooms.length).toBeGreaterThan(20);
    expect(rooms.filter((room) => !guide.includes(`\`${room}/\``))).toEqual([]);
    expect(rooms.filter((room) => !rules.includes(`"src/${room}/**"`))).toEqual([]);
  });
});

describe('what people write as YAML', () => {
  const files = readdirSync(shipped('dictionaries'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(shipped(`dictionaries/${name}`), 'utf8') }));

  it('has no line that is longer than a screen is wide', () => {
    const isLong = (line: string) => [...line].length > 160;
    expect(files.filter(({ text }) => text.split('\n').some(isLong)).map(({ name }) => name)).toEqual([]);
  });

  it('keeps the words of the language in 250 KiB', () => {
    const language = files.filter(({ name }) => name.startsWith('language/'));
    const bytes = language.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeGreaterThan(100 * 1024);
    expect(bytes).toBeLessThanOrEqual(250 * 1024);
  });
});
