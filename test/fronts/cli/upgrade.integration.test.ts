import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/index.ts';
import type { EntryId } from '../../../src/detect/index.ts';
import { addToken, noteRunning, openStore, type Store, writeSiteRule } from '../../../src/store/index.ts';
import { createDatabase, describeWithServer } from '../../support/servers.ts';
import { putEmptyStore } from '../../support/store.ts';
import { komainu, type Workspace, workspace } from './support.ts';

let place: Workspace;
let env: NodeJS.ProcessEnv;
beforeEach(async () => {
  place = await workspace();
  env = {};
});
afterEach(() => place[Symbol.asyncDispose]());

const opened = (): Promise<Store> => {
  const { config, secrets } = loadConfig(null, env, place.path);
  return openStore(secrets.store, config.dataPath);
};
const run = (...more: string[]) =>
  komainu(['--lang', 'en', 'upgrade', '--check', ...more], { cwd: place.path, env: { ...env, COLUMNS: '200' } });
const told = async (): Promise<{ code: number; told: Record<string, unknown> }> => {
  const { code, out } = await run('--json');
  return { code, told: JSON.parse(out) };
};
/** As a version without the newest migration left it. */
const forgetNewest = ({ db }: Store) =>
  db.execute(sql`delete from komainu_meta.__drizzle_migrations where created_at =
    (select max(created_at) from komainu_meta.__drizzle_migrations)`);
const ruled = ({ db }: Store, entry: string, text: string) =>
  db.transaction((tx) =>
    writeSiteRule(
      tx,
      {
        ...{ kind: 'save', entry: entry as EntryId, act: 'apology-demand', section: 'expressions', at: new Date() },
        ...{ person: null, by: '検査', before: null, after: text, reason: '', effect: null, reverts: null },
      },
      false,
    ),
  );
const EARLIER = `- id: apology.own
  say: [頭を丸めろ]
  weight: 3
  match: [頭を丸めろ]
  not: [頭を丸めた石]
`;

it('says of a store that is not there that the first start makes it', async () => {
  expect(await told()).toMatchObject({ code: 0, told: { ready: true, store: null } });
});

it('names a key that is unknown, with its line', async () => {
  appendFileSync(join(place.path, 'komainu.yaml'), 'review: { apprenticePrecision: 1 }\n');
  const { code, err } = await run();
  expect(code).toBe(2);
  expect(err).toMatch(/komainu\.yaml:3.*apprenticePrecision/);
});

it('says what a start changes in an embedded store, and leaves it as it is', { timeout: 60_000 }, async () => {
  await putEmptyStore(join(place.path, 'data/store'));
  expect(await told()).toMatchObject({ code: 0, told: { store: { pending: [], copy: null } } });
  const store = await opened();
  await ruled(store, 'apology.own', EARLIER);
  const busy = await told(); // while the service runs
  expect(busy).toMatchObject({ code: 1, told: { ready: false, store: null } });
  await forgetNewest(store);
  await store.close();
  for (let n = 0; n < 2; n++) {
    const { code, told: found } = await told();
    expect(code).toBe(0);
    expect(found).toMatchObject({ ready: true, store: { pending: [expect.stringMatching(/^\d{4}_/)], rules: 1 } });
    const { copy } = found.store as { copy: { bytes: number; free: number } };
    expect(copy.bytes).toBeGreaterThan(10e6);
    expect(copy.free).toBeGreaterThan(copy.bytes);
  }
  const { out } = await run();
  expect(out).toContain('1 in the earlier form');
  expect(out).toMatch(/takes \d+ MB/);
});

it('finds an entry of the site that does not fit those that ship', { timeout: 60_000 }, async () => {
  await putEmptyStore(join(place.path, 'data/store'));
  const store = await opened();
  await ruled(store, 'apology.own', EARLIER.replace('[頭を丸めろ]', '{ none: 1 }'));
  await store.close();
  const { code, out } = await run();
  expect(code).toBe(1);
  expect(out).toContain('apology.own');
});

describeWithServer('postgres', 'on PostgreSQL, komainu upgrade --check', () => {
  it('names hosts that run by the tables of before, and counts programs', { timeout: 60_000 }, async () => {
    const database = await createDatabase();
    env = { DATABASE_URL: database.url };
    const store = await opened();
    const day = 86_400_000;
    const token = { roles: ['lead'], createdBy: '検査', owner: null, createdAt: new Date() } as const;
    const until = (days: number) => new Date(Date.now() + days * day);
    await addToken(store.db, { ...token, id: 'a', name: 'a', tokenHash: 'a', expiresAt: until(1) });
    await addToken(store.db, { ...token, id: 'b', name: 'b', tokenHash: 'b', expiresAt: until(-1) });
    await noteRunning(store.db, { id: '1', host: 'screen-1', dictionary: 'x' });
    expect(await told()).toMatchObject({ code: 0, told: { store: { pending: [], hosts: ['screen-1'], tokens: 1 } } });
    await forgetNewest(store);
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toContain('screen-1');
    expect(out).toContain('run komainu backup first');
    await store.db.execute(sql`insert into komainu_meta.__drizzle_migrations (hash, created_at) values ('x', 9e12)`);
    expect((await run()).out).toContain('a newer version of Komainu');
    await store.close();
    await database.stop();
  });
});
