import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealed, sha256Of, verifyPack, zipOf } from '../../../src/response/index.ts';
import { packFile, packHead } from './samples.ts';

const FILES = [
  packFile('README.en.txt', 'read-me', 'How to check this pack.\n'),
  packFile('cover.ja.txt', 'cover', '送付書\n'),
  packFile('decisions.json', 'decisions', '[]\n'),
  packFile('originals/mail-001.eml', 'originals', 'From: a@example.com\r\n\r\n土下座しろ\r\n'.repeat(20)),
  packFile('originals/mail-002.eml', 'originals', 'PK\u0005\u0006 is the end of a zip\r\n'),
  packFile('originals/empty.eml', 'originals', ''),
];

let entries: ReturnType<typeof sealed>;
let pack: Buffer;
beforeAll(async () => {
  entries = sealed(packHead(), FILES);
  pack = await zipOf(entries);
});

const problemsOf = async (bytes: Uint8Array) => (await verifyPack(bytes, null)).problems;

describe('a pack', () => {
  it('passes as it was made', async () => {
    expect(await verifyPack(pack, sha256Of(pack))).toMatchObject({ problems: [], manifest: { case: '7' } });
  });

  it('fails with any one byte of it changed, whether of a file or of the zip around them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(pack.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const bytes = Buffer.from(pack);
        bytes[at] = bytes[at]! ^ by;
        expect(await problemsOf(bytes)).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('names the file in which a byte was changed', async () => {
    const named = entries.filter(({ bytes }) => bytes.byteLength > 0);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...named), fc.nat(), fc.integer({ min: 1, max: 255 }), async (entry, at, by) => {
        const bytes = Buffer.from(pack);
        bytes[pack.indexOf(entry.bytes) + (at % entry.bytes.byteLength)]! ^= by;
        const named = (await problemsOf(bytes)).map(({ path }) => path);
        expect(named).toContainEqual(
          entry.path.startsWith('manifest.') ? expect.stringContaining('manifest.') : entry.path,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('fails with a byte cut out or put in anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(pack.length), fc.option(fc.integer({ min: 0, max: 255 })), async (at, put) => {
        const bytes =
          put === null
            ? Buffer.concat([pack.subarray(0, Math.min(at, pack.length - 1)), pack.subarray(at + 1)])
            : Buffer.concat([pack.subarray(0, at), Buffer.from([put]), pack.subarray(at)]);
        if (bytes.equals(pack)) return;
        expect(await problemsOf(bytes)).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('names files that were taken out, put in, and changed, in whatever combination', async () => {
    const change = fc.constantFrom('keep', 'remove', 'change');
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: FILES.length, maxLength: FILES.length }),
        fc.nat(2),
        async (what, more) => {
          const bare = entries.filter(({ path }) => path.startsWith('manifest.'));
          const left = FILES.flatMap(({ path, bytes }, nth) =>
            what[nth] === 'remove'
              ? []
              : [{ path, bytes: what[nth] === 'change' ? Buffer.concat([bytes, Buffer.from('x')]) : bytes }],
          );
          const added = Array.from({ length: more }, (_, nth) => ({
            path: `originals/added-${nth}.eml`,
            bytes: Buffer.from('x'),
          }));
          const found = await problemsOf(await zipOf([...bare, ...left, ...added]));
          const named = (kind: string) =>
            found
              .filter((one) => one.kind === kind)
              .map(({ path }) => path)
              .sort();
          const those = (kind: string) =>
            FILES.filter((_, nth) => what[nth] === kind)
              .map(({ path }) => path)
              .sort();
          expect(named('missing')).toEqual(those('remove'));
          expect(named('changed')).toEqual(those('change'));
          expect(named('added')).toEqual(added.map(({ path }) => path));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is the same whatever the order in which its files are given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(FILES, { minLength: FILES.length }), async (files) => {
        expect((await zipOf(sealed(packHead(), files))).equals(pack)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
