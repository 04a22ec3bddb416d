import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { canonicalJson, sealed, sha256Of, verifyPack, zipOf } from '../../../src/response/index.ts';
import { packFile, packHead } from './samples.ts';

const FILES = [
  packFile('decisions.json', 'decisions', '[]\n'),
  packFile('originals/mail-001.eml', 'originals', 'From: a@example.com\r\n\r\n土下座しろ\r\n'),
];
const entries = sealed(packHead(), FILES);
const kindsOf = async (bytes: Uint8Array, noted: string | null = null) =>
  (await verifyPack(bytes, noted)).problems.map(({ kind, path }) => [kind, path]);

/** Puts a name of the same length in the place of another, wherever the zip has it. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at, 'latin1');
  return bytes;
}

describe('verifying a pack', () => {
  it('knows one that was made anew as a whole by its hash alone', async () => {
    const first = await zipOf(entries);
    const forged = await zipOf(
      sealed(packHead(), [...FILES.slice(1), packFile('decisions.json', 'decisions', '[1]\n')]),
    );
    expect(await kindsOf(forged)).toEqual([]);
    expect(await kindsOf(forged, sha256Of(first))).toEqual([['other-pack', null]]);
    expect(await kindsOf(first, sha256Of(first))).toEqual([]);
  });

  it('looks at no zip of more files than any pack has', async () => {
    const many = Array.from({ length: 10_001 }, (_, nth) => ({ path: `${nth}.txt`, bytes: Buffer.from('x') }));
    expect(await kindsOf(await zipOf(many))).toEqual([['too-many', null]]);
    expect(await kindsOf(await zipOf(many.slice(1)))).toHaveLength(10_002); // two are missing, the others were added
  });

  it('tells a zip that another program packed from files that were changed', async () => {
    const zip = new ZipFile();
    for (const { path, bytes } of entries) zip.addBuffer(Buffer.from(bytes), path);
    zip.end();
    expect(await kindsOf(await buffer(zip.outputStream))).toEqual([['container', null]]);
  });

  it('finds what was put behind the end', async () => {
    expect(await kindsOf(Buffer.concat([await zipOf(entries), Buffer.from('more')]))).toEqual([['trailing', null]]);
  });

  it.each([
    ['climbs', '../../e'],
    ['is absolute', '/file.e'],
    ['has a backslash', 'a\\b.eml'],
    ['has a sign that nobody sees', 'a\u0007b.eml'],
  ])('finds a name that %s', async (_, name) => {
    const bytes = Buffer.from('x');
    const zip = await zipOf([...entries, { path: 'x'.repeat(name.length), bytes }]);
    const found = await kindsOf(renamed(zip, 'x'.repeat(name.length), name));
    expect(found).toContainEqual(['unsafe-name', name]);
    expect(found).toContainEqual(['added', name]);
  });

  it('finds two files of one name, of which a program would show either', async () => {
    const zip = await zipOf([...entries, { path: 'originals/mail-00X.eml', bytes: Buffer.from('another') }]);
    expect(await kindsOf(renamed(zip, 'mail-00X', 'mail-001'))).toContainEqual(['duplicate', 'originals/mail-001.eml']);
  });

  it('finds a file that the directory hides', async () => {
    const zip = await zipOf(entries);
    const hidden = Buffer.from(zip);
    const directory = zip.lastIndexOf('PK\u0001\u0002', undefined, 'latin1'); // its last record, of originals/mail-001.eml
    const rest = Buffer.concat([hidden.subarray(0, directory), hidden.subarray(zip.length - 22)]);
    const end = rest.length - 22;
    rest.writeUInt16LE(entries.length - 1, end + 8);
    rest.writeUInt16LE(entries.length - 1, end + 10);
    rest.writeUInt32LE(rest.readUInt32LE(end + 12) - (zip.length - rest.length), end + 12);
    expect(await kindsOf(rest)).toEqual([['missing', 'originals/mail-001.eml']]);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a mail', Buffer.from('From: a@example.com\r\n\r\nHello\r\n')],
    ['an end without a beginning', Buffer.from(`PK\u0005\u0006${'\u0000'.repeat(18)}`, 'latin1')],
  ])('says of %s that it is no pack', async (_, bytes) => {
    expect((await verifyPack(bytes, null)).problems).not.toEqual([]);
  });

  it('needs no Komainu: sha256sum finds the same in the files', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'komainu-pack-'));
    try {
      for (const { path, bytes } of entries) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
      const check = () =>
        spawnSync('sha256sum', ['-c', '--quiet', 'manifest.sha256'], { cwd: folder, encoding: 'utf8' });
      const first = check();
      if (first.error !== undefined) return context.skip('sha256sum cannot be had here');
      expect(first).toMatchObject({ status: 0, stdout: '' });
      writeFileSync(join(folder, 'originals/mail-001.eml'), 'changed');
      expect(check()).toMatchObject({ status: 1, stdout: expect.stringMatching(/^originals\/mail-001\.eml: /) });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each(['UTC', 'Asia/Tokyo', 'America/St_Johns'])('makes the same bytes on a machine in %s', async (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(new Date(0).getTimezoneOffset()).toBe({ UTC: 0, 'Asia/Tokyo': -540 }[zone] ?? 210);
      expect(sha256Of(await zipOf([{ path: 'a', bytes: Buffer.from('x') }]))).toBe(ONE_FILE);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

/** A pack of an earlier version must still be the one zip of its files. */
const ONE_FILE = '880749b5b4219ecfe0cd9c5d33fb6af95824864139246ed4abf5ce662db193e6';

describe('JSON in one form', () => {
  it.each([
    ['keys', { b: 1, a: { d: 2, c: 3 } }, '{\n  "a": {\n    "c": 3,\n    "d": 2\n  },\n  "b": 1\n}\n'],
    ['dates', [new Date(0)], '[\n  "1970-01-01T00:00:00.000Z"\n]\n'],
    ['what is not there', { a: undefined, b: null }, '{\n  "b": null\n}\n'],
  ])('sorts and writes %s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});
