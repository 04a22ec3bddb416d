import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { komainu, type Workspace, workspace } from '../fronts/cli/support.ts';
import { writeSmallDictionary } from '../support/dictionary.ts';
import { createDatabase, describeWithServer } from '../support/servers.ts';
import { createService, type TestService } from '../support/service.ts';

const words = (out: string) => out.replace(/\s*│\s*\n?│?\s*/g, ''); // a sentence goes over several lines

describeWithServer('postgres', 'hosts with one store', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let first: TestService;
  let other: Workspace;
  const keyOf = (folder: string) => join(folder, 'data/komainu/secret.key');
  const onOther = (...argv: string[]) =>
    komainu(['--lang', 'ja', ...argv], { cwd: other.path, env: { DATABASE_URL: database.url, PORT: '0' } });

  beforeAll(async () => {
    database = await createDatabase();
    first = createService('settings: { dictionaries: words }\n', { DATABASE_URL: database.url });
    writeSmallDictionary(join(first.folder, 'words'));
    other = await workspace({ 'komainu.yaml': 'settings: { dictionaries: words }\n' });
    await (await first.start('--part', 'web')).stop();
  }, 240_000);
  afterAll(async () => {
    first.remove();
    await other[Symbol.asyncDispose]();
    await database.stop();
  });

  it('refuses one with another secret key at its start, with what to do', { timeout: 240_000 }, async () => {
    const { code, err } = await onOther('start', '--part', 'web');
    expect(code).toBe(2);
    expect(err).toContain('ほかの秘密鍵で使われています');
    expect(err).toContain(keyOf(other.path));
  });

  it('says so in `check`, and lets no command write with it', { timeout: 240_000 }, async () => {
    const check = await onOther('check');
    expect(words(check.out)).toContain('ほかの秘密鍵で使われています');
    expect(check.code).toBe(1);
    const added = await onOther('user', 'add', 'someone@example.com', '--name', '検査', '--role', 'reviewer');
    expect(added.code).toBe(2);
    expect(JSON.parse((await first.cli('audit', 'export')).split('\n')[0]!).action).not.toBe('store.accept-key');
    await expect(first.cli('audit', 'verify')).resolves.toContain('書かれたときのまま');
  });

  it('takes the host in with the key of the others', { timeout: 240_000 }, async () => {
    rmSync(keyOf(other.path));
    copyFileSync(keyOf(first.folder), keyOf(other.path));
    expect(await onOther('start', '--part', 'web')).toMatchObject({ code: 0 });
  });

  it('goes on with another key when somebody says that the one before is lost, and writes that down', {
    timeout: 240_000,
  }, async () => {
    const lost = readFileSync(keyOf(first.folder));
    writeFileSync(keyOf(other.path), 'another key of thirty-two bytes.');
    expect(await onOther('accept-key')).toMatchObject({ code: 0, err: '' });
    expect(await onOther('start', '--part', 'web')).toMatchObject({ code: 0 });
    expect((await onOther('audit', 'export')).out).toContain('"action":"store.accept-key"');
    const { code, out, err } = await onOther('audit', 'verify');
    expect(out).toMatch(/^(\d+)行目から\d+行目までは、書かれたときのままです$/m);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('いまの鍵では分かりません') });
    await expect(first.start('--part', 'web')).rejects.toThrow('komainu accept-key');
    expect(readFileSync(keyOf(first.folder))).toEqual(lost);
  });

  it('restores nothing beside a key that is not the one of the backup', { timeout: 240_000 }, async () => {
    expect(await onOther('backup', 'all')).toMatchObject({ code: 0 });
    await using place = await workspace();
    mkdirSync(join(place.path, 'data'), { recursive: true });
    const env = { KOMAINU_SECRET: 'a secret of the environment' };
    const { code, err } = await komainu(['restore', join(other.path, 'all')], { cwd: place.path, env });
    expect(code).toBe(2);
    expect(err).toContain('KOMAINU_SECRET');
    expect(await komainu(['restore', join(other.path, 'all')], { cwd: place.path })).toMatchObject({ code: 0 });
  });
});
