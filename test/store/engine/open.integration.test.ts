import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, sourceState } from '../../../src/store/index.ts';
import { createDatabase, describeWithServer } from '../../support/servers.ts';

describe('a PGlite store', { timeout: 180_000 }, () => {
  let folder: string;
  let elsewhere: string;
  const open = () => openStore({ kind: 'pglite', path: join(folder, 'store') }, folder);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komainu-open-'));
    elsewhere = await mkdtemp(join(tmpdir(), 'komainu-elsewhere-'));
    await writeFile(join(elsewhere, 'theirs'), '');
    await chmod(join(elsewhere, 'theirs'), 0o644);
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
    await rm(elsewhere, { recursive: true });
  });

  /** Of files and folders, by path within the folder. */
  async function modesBelow(path: string): Promise<Map<string, number>> {
    const modes = new Map([['', (await stat(path)).mode & 0o777]]);
    for (const name of await readdir(path, { recursive: true })) {
      if (name.startsWith('link/')) continue; // what a link points to is somebody else's
      const entry = await lstat(join(path, name));
      if (entry.isFile() || entry.isDirectory()) modes.set(name, entry.mode & 0o777);
    }
    return modes;
  }

  it('keeps what was written, over a half-made database of a start that was killed', async () => {
    await mkdir(join(folder, 'store.new'));
    await writeFile(join(folder, 'store.new', 'PG_VERSION'), '');
    const first = await open();
    await sourceState(first.db, 'support').commit([], { uidValidity: 3n, lastUid: 4 });
    await first.close();
    const second = await open();
    expect(await sourceState(second.db, 'support').cursor()).toEqual({ uidValidity: 3n, lastUid: 4 });
    await second.close();
  });

  it('commits to disk', async () => {
    const store = await open();
    const { rows } = (await store.db.execute(sql`
      select current_setting('synchronous_commit') as commit`)) as unknown as { rows: object[] };
    expect(rows).toEqual([{ commit: 'on' }]);
    await store.close();
  });

  it('belongs to one owner', async () => {
    const store = await open();
    await expect(open()).rejects.toMatchObject({ code: 'store-locked' });
    await store.close();
    await (await open()).close();
  });

  it('takes all that lies in its folder from everybody but its owner, at every start', async () => {
    await (await open()).close();
    await writeFile(join(folder, 'script.sh'), '');
    await mkdir(join(folder, 'elsewhere'));
    await writeFile(join(folder, 'elsewhere', 'file'), '');
    await symlink(elsewhere, join(folder, 'link'));
    for (const name of ['', 'store', 'store/base', 'elsewhere', 'script.sh']) await chmod(join(folder, name), 0o777);
    for (const name of ['store/PG_VERSION', 'elsewhere/file']) await chmod(join(folder, name), 0o666);
    const store = await open();
    const modes = await modesBelow(folder);
    expect([...modes.values()].filter((mode) => (mode & 0o077) !== 0)).toEqual([]);
    expect(modes.size).toBeGreaterThan(100);
    expect([modes.get(''), modes.get('store/PG_VERSION'), modes.get('script.sh')]).toEqual([0o700, 0o600, 0o700]);
    expect((await stat(join(elsewhere, 'theirs'))).mode & 0o777).toBe(0o644);
    await store.close();
  });

  it('that a newer version has written is refused in one sentence, left as it is, and freed', async () => {
    const first = await open();
    await first.db.execute(sql`insert into komainu_meta.__drizzle_migrations (hash, created_at) values ('x', 9e12)`);
    await first.close();
    for (let n = 0; n < 2; n++)
      await expect(open()).rejects.toMatchObject({
        name: 'StoreUnfitError',
        message: expect.stringContaining('a newer version of Komainu'),
      });
  });

  it('of another PostgreSQL is refused with what to do, and left as it is', async () => {
    await mkdir(join(folder, 'store'));
    await writeFile(join(folder, 'store', 'PG_VERSION'), '17\n');
    await expect(open()).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining('PostgreSQL 17'),
    });
    expect(await readdir(join(folder, 'store'))).toEqual(['PG_VERSION']);
  });

  it('whose tables cannot be changed says that nothing was, and is there as it was', async () => {
    const first = await open();
    await first.db.execute(sql`
      delete from komainu_meta.__drizzle_migrations where created_at in
        (select created_at from komainu_meta.__drizzle_migrations order by created_at desc limit 3)`); // a table will be made twice, which fails
    await first.close();
    for (let n = 0; n < 2; n++)
      await expect(open()).rejects.toMatchObject({
        name: 'StoreUnfitError',
        message: expect.stringMatching(/are as they were.*The database says: 42P07, relation "[a-z_]+" already exists/),
      });
    expect(await readdir(folder)).toContain('store.before-upgrade');
  });

  it('that is damaged is refused in one sentence, and frees the lock', async () => {
    await mkdir(join(folder, 'store'));
    await writeFile(join(folder, 'store', 'PG_VERSION'), 'nonsense');
    for (let n = 0; n < 2; n++)
      await expect(open()).rejects.toMatchObject({ name: 'StoreError', message: expect.stringContaining('backup') });
  });
});

describeWithServer('postgres', 'a PostgreSQL store', () => {
  it('is made once by five processes that start together', async () => {
    const database = await createDatabase({ migrated: false });
    const stores = await Promise.all(
      Array.from({ length: 5 }, () => openStore({ kind: 'postgres', url: database.url }, tmpdir())),
    );
    const journal = await readFile(
      new URL('../../../src/store/migrations/meta/_journal.json', import.meta.url),
      'utf8',
    );
    const { rows } = (await stores[0]!.db.execute(sql`
      select count(*)::int as migrations from komainu_meta.__drizzle_migrations`)) as unknown as { rows: object[] };
    expect(rows).toEqual([{ migrations: JSON.parse(journal).entries.length }]);
    await Promise.all(stores.map((store) => store.close()));
    await database.stop();
  });

  it('that a newer version has written is refused in one sentence', async () => {
    const database = await createDatabase();
    const store = await openStore({ kind: 'postgres', url: database.url }, tmpdir());
    await store.db.execute(sql`insert into komainu_meta.__drizzle_migrations (hash, created_at) values ('x', 9e12)`);
    await store.close();
    const again = openStore({ kind: 'postgres', url: database.url }, tmpdir());
    await expect(again).rejects.toThrow('a newer version of Komainu');
    await database.stop();
  });

  it('that does not answer is refused in one sentence without the password', async () => {
    const opening = openStore({ kind: 'postgres', url: 'postgres://u:secret@127.0.0.1:1/db' }, tmpdir());
    await expect(opening).rejects.toMatchObject({ name: 'StoreError', message: expect.not.stringContaining('secret') });
  });
});
