import { copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealed, sha256Of, zipOf } from '../../../src/response/index.ts';
import { packFile, packHead } from '../../response/evidence/samples.ts';
import { type Authority, hasOpenssl, makeAuthority } from '../../response/stamps/authority.ts';
import { komainu, type Workspace, workspace } from './support.ts';

describe.skipIf(!hasOpenssl)('komainu evidence with a time stamp', { timeout: 60_000 }, () => {
  let place: Workspace;
  let authority: Authority;
  beforeAll(async () => {
    place = await workspace();
    authority = makeAuthority(join(place.path, 'tsa'));
    await writeFile(join(place.path, 'pack.zip'), await zipOf(sealed(packHead(), [packFile('a.txt', 'cover', 'a')])));
  });
  afterAll(() => place[Symbol.asyncDispose]());
  const run = (...argv: string[]) => komainu(['evidence', ...argv], { cwd: place.path });
  const at = (name: string) => join(place.path, name);

  it('writes a request for an authority, and takes what it gives beside the pack, which stays as it is', async () => {
    const before = await readFile(at('pack.zip'));
    expect((await run('stamp-request', 'pack.zip', '--out', 'req.tsq')).code).toBe(0);
    expect((await run('stamp-request', 'pack.zip', '--out', 'req.tsq')).code).toBe(1); // it is there
    const request = await readFile(at('req.tsq'));
    await writeFile(at('res.tsr'), authority.answer(request));
    const added = await run('stamp-add', 'pack.zip', 'res.tsr', '--ca', 'tsa/ca.pem', '--request', 'req.tsq');
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(added.out).toMatch(/タイムスタンプ \d{4}-[\s\S]*CN=Test TSA, O=Example[\s\S]*--ca の証明書につながります/);
    expect(await readFile(at('pack.zip'))).toEqual(before);
    expect(await readFile(at('pack.zip.tsr'))).toEqual(await readFile(at('res.tsr')));
    expect((await stat(at('pack.zip.tsr'))).mode & 0o777).toBe(0o600);
  });

  it('is checked with the pack, and told as JSON', async () => {
    const plain = await run('verify', 'pack.zip');
    expect(plain).toMatchObject({ code: 0, out: expect.stringContaining('時刻認証局 CN=Test TSA, O=Example') });
    expect(plain.out).toContain('--ca で確かめられます');
    const { code, out } = await run('verify', 'pack.zip', '--ca', 'tsa/ca.pem', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ whole: true, stamp: { trusted: true, problems: [] } });
  });

  it('is found out when it is of another pack, of nobody trusted, or none', async () => {
    await writeFile(at('other.zip'), await zipOf(sealed(packHead(), [packFile('a.txt', 'cover', 'b')])));
    const other = await run('stamp-add', 'other.zip', 'res.tsr');
    expect(other).toMatchObject({ code: 1, out: expect.stringContaining('別のファイルのタイムスタンプです') });
    await expect(stat(at('other.zip.tsr'))).rejects.toMatchObject({ code: 'ENOENT' });
    await copyFile(at('res.tsr'), at('other.zip.tsr'));
    const verified = await run('verify', 'other.zip');
    expect(verified).toMatchObject({ code: 1, out: expect.stringContaining('すべて作られたときのままです') });
    expect(verified.out).toContain('別のファイルのタイムスタンプです');
    makeAuthority(at('stranger'));
    const untrusted = await run('verify', 'pack.zip', '--ca', 'stranger/ca.pem', '--lang', 'en');
    expect(untrusted).toMatchObject({ code: 1, out: expect.stringContaining('leads to no certificate of --ca') });
    expect((await run('verify', 'pack.zip', '--stamp', 'req.tsq')).code).toBe(1);
    expect((await run('verify', 'pack.zip', '--stamp', 'nowhere.tsr')).code).toBe(2);
    expect((await run('verify', 'pack.zip', '--ca', 'pack.zip')).code).toBe(2);
    expect((await run('stamp-add', 'pack.zip', 'res.tsr', '--request', 'res.tsr')).code).toBe(2);
    const own = authority.request(await readFile(at('pack.zip')), '-cert'); // with a nonce
    await writeFile(at('own.tsq'), own);
    const elsewhere = await run('stamp-add', 'pack.zip', 'res.tsr', '--request', 'own.tsq');
    expect(elsewhere).toMatchObject({ code: 1, out: expect.stringContaining('別の要求への応答です') });
  });

  it('does not hide a pack that was changed', async () => {
    const bytes = await readFile(at('pack.zip'));
    bytes[40] = bytes[40]! ^ 1;
    await writeFile(at('changed.zip'), bytes);
    await copyFile(at('pack.zip.tsr'), at('changed.zip.tsr'));
    const { code, out } = await run('verify', 'changed.zip', '--sha256', sha256Of(bytes));
    expect(code).toBe(1);
    expect(out).toContain('作られたときのままではありません');
    expect(out).toContain('別のファイルのタイムスタンプです');
  });
});
