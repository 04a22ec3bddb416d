import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packTables, readPacked, tablesOf, writePacked } from '../../src/util/packed.ts';

const TABLES = {
  bytes: Uint8Array.of(1, 2, 3),
  units: Uint16Array.of(0xd83d),
  small: Int16Array.of(-1),
  none: new Int32Array(0),
  whole: Int32Array.of(-(2 ** 31), 7),
  hashes: Uint32Array.of(2 ** 32 - 1),
  real: Float64Array.of(0.1),
};

it('gives back the arrays that were packed, as views of one memory', () => {
  const bytes = packTables(TABLES);
  const tables = tablesOf<typeof TABLES>(bytes);
  expect(tables).toEqual(TABLES);
  expect(Object.values(tables).every(({ buffer }) => (buffer as unknown) === bytes)).toBe(true);
});

describe('a file of packed tables', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'komainu-packed-'));
    path = join(folder, 'tables.bin');
    await writePacked(path, 'one', packTables(TABLES));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read by its key, and nothing is left beside it', async () => {
    const bytes = await readPacked(path, 'one');
    expect(tablesOf<typeof TABLES>(bytes!)).toEqual(TABLES);
    expect(readdirSync(folder)).toEqual(['tables.bin']);
  });

  it.each<[string, (file: Buffer) => Buffer]>([
    ['cut short', (file) => file.subarray(0, file.length - 1)],
    ['cut within its head', (file) => file.subarray(0, 20)],
    ['empty', (file) => file.subarray(0, 0)],
    ['longer', (file) => Buffer.concat([file, Buffer.of(0)])],
    ['changed in one bit', (file) => Buffer.from(file.map((byte, i) => (i === file.length - 5 ? byte ^ 1 : byte)))],
    ['something else', () => Buffer.from('x'.repeat(500))],
  ])('is not believed when it is %s', async (_, change) => {
    writeFileSync(path, change(readFileSync(path)));
    expect(await readPacked(path, 'one')).toBeNull();
  });

  it('is not believed under another key, nor when it is not there', async () => {
    expect(await readPacked(path, 'two')).toBeNull();
    expect(await readPacked(join(folder, 'other.bin'), 'one')).toBeNull();
  });
});
