import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sealed, sha256Of, zipOf } from '../../../src/response/index.ts';
import { packFile, packHead } from '../../response/evidence/samples.ts';
import { komainu, type Workspace, workspace } from './support.ts';

const FILES = [
  packFile('decisions.json', 'decisions', '[]\n'),
  packFile('originals/mail-001.eml', 'originals', 'From: a@example.com\r\n\r\n土下座しろ\r\n'),
];

async function packs(): Promise<Workspace & { readonly hash: string }> {
  const place = await workspace({ 'komainu.yaml': 'this: is no configuration of Komainu' });
  const entries = sealed(packHead(), FILES);
  const whole = await zipOf(entries);
  const [first, ...rest] = entries;
  await writeFile(join(place.path, 'whole.zip'), whole);
  await writeFile(
    join(place.path, 'changed.zip'),
    await zipOf([
      { ...first!, bytes: Buffer.from('[1]\n') },
      ...rest,
      { path: '注\u001b[31m.txt', bytes: Buffer.from('x') },
    ]),
  );
  return { ...place, hash: sha256Of(whole) };
}

describe('komainu evidence verify', () => {
  it('says that a pack is whole, and what only its hash can tell, without any configuration that works', async () => {
    await using place = await packs();
    const { code, out, err } = await komainu(['evidence', 'verify', 'whole.zip'], { cwd: place.path });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('すべて作られたときのままです');
    expect(out).toContain(`SHA-256 ${place.hash}`);
    expect(out).toContain('--sha256');
    const noted = await komainu(['evidence', 'verify', 'whole.zip', '--sha256', place.hash.toUpperCase()], {
      cwd: place.path,
    });
    expect(noted.code).toBe(0);
    expect(noted.out).not.toContain('--sha256');
  });

  it('names what was changed and added, and lets no name write on the terminal', async () => {
    await using place = await packs();
    const { code, out } = await komainu(['evidence', 'verify', 'changed.zip'], { cwd: place.path });
    expect(code).toBe(1);
    expect(out).toMatch(/decisions\.json: 変わっています/);
    expect(out).toMatch(/\[31m\.txt: あとから加えられています/);
    expect(out).not.toContain('\u001b');
  });

  it('prints the same as JSON', async () => {
    await using place = await packs();
    const whole = await komainu(['evidence', 'verify', 'whole.zip', '--json'], { cwd: place.path });
    expect(JSON.parse(whole.out)).toMatchObject({
      whole: true,
      sha256: place.hash,
      problems: [],
      manifest: { case: '7' },
    });
    const { code, out } = await komainu(['evidence', 'verify', 'whole.zip', '--json', '--sha256', '0'.repeat(64)], {
      cwd: place.path,
    });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ whole: false, problems: [{ kind: 'other-pack', path: null }] });
  });

  it.each([
    ['a file that is not there', ['nowhere.zip']],
    ['a hash that is none', ['whole.zip', '--sha256', 'abc']],
    ['a folder', ['words']],
  ])('ends with 2 for %s', async (_, argv) => {
    await using place = await packs();
    const { code, err } = await komainu(['evidence', 'verify', ...argv], { cwd: place.path });
    expect(code).toBe(2);
    expect(err).toMatch(/^失敗しました: (nowhere\.zip|--sha256|words) ?[をは]/);
  });
});
