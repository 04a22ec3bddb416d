import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, sourceState } from '../../../src/store/index.ts';
import { createDatabase, describeWithServer } from '../../support/servers.ts';

describe('a PGlite store', { timeout: 180_000 }, () => {
  let folder: string;
  const open = () => openStore({ kind: 'pglite', path: join(folder, 'store') }, folder);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komainu-open-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

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

  it('that does not answer is refused in one sentence without the password', async () => {
    const opening = openStore({ kind: 'postgres', url: 'postgres://u:secret@127.0.0.1:1/db' }, tmpdir());
    await expect(opening).rejects.toMatchObject({ name: 'StoreError', message: expect.not.stringContaining('secret') });
  });
});
