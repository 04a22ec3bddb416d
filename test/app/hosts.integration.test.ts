import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../src/store/engine/migrate.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { writeSmallDictionary } from '../support/dictionary.ts';
import { eventually } from '../support/eventually.ts';
import { createDatabase, describeWithServer, startRedis } from '../support/servers.ts';
import { createService, type RunningService, type TestService } from '../support/service.ts';

const CHANNEL = 'notify: { channels: [{ name: leads, kind: slack }] }\n';
const LONG = { timeout: 300_000 };

describeWithServer('redis', 'hosts with one store and one queue', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let store: Store;
  let web: TestService;
  let worker: TestService;
  let served: RunningService;
  const ask = async (path: string) => {
    const response = await fetch(`${served.url}${path}`);
    return { status: response.status, text: await response.text() };
  };
  const metric = async (name: string) =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec((await ask('/metrics')).text)?.[1]);
  /** How many processes have the lease of a chore. */
  const holders = async (chore: string) => {
    const [row] = await rowsOf<{ n: number }>(
      store.db,
      sql`select count(*)::int as n from pg_locks where locktype = 'advisory' and granted
        and database = (select oid from pg_database where datname = current_database())
        and objid = (hashtext(${`${chore}/`})::bigint & 4294967295)::oid`,
    );
    return row!.n;
  };

  beforeAll(async () => {
    database = await createDatabase();
    redis = await startRedis();
    store = await openStore({ kind: 'postgres', url: database.url }, '/nowhere');
    const env = {
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      KOMAINU_SECRET: 'one secret for all hosts',
      KOMAINU_NOTIFY_LEADS: 'http://127.0.0.1:9/',
    };
    web = createService(`settings: { dictionaries: words }\n${CHANNEL}`, env);
    worker = createService(`settings: { dictionaries: words }\n${CHANNEL}`, env);
    for (const { folder } of [web, worker]) writeSmallDictionary(join(folder, 'words'));
  }, 120_000);
  afterAll(async () => {
    web.remove();
    worker.remove();
    await store.close();
    await redis.stop();
    await database.stop();
  });

  it('one that only judges holds no lease of what goes outward', LONG, async () => {
    const running = await worker.start('--part', 'screen');
    await eventually(async () => (await holders('retention')) === 1);
    for (const chore of ['notifier', 'anchor']) expect(await holders(chore), chore).toBe(0);
    served = await web.start('--part', 'web');
    for (const chore of ['notifier', 'anchor']) await eventually(async () => (await holders(chore)) === 1);
    expect(await running.stop()).toBe(0);
  });

  it('are counted with the dictionaries they judge by', LONG, async () => {
    await eventually(async () => (await metric('komainu_dictionary_versions')) === 1);
    appendFileSync(join(worker.folder, 'words/scoring.yaml'), '\n# another version\n');
    const other = await worker.start('--part', 'screen');
    await eventually(async () => (await metric('komainu_dictionary_versions')) === 2);
    await other.stop();
    await eventually(async () => (await metric('komainu_dictionary_versions')) === 1);
  });

  it('stay ready while the queue is paused, and say what is wrong soon', LONG, async () => {
    redis.pause();
    try {
      await eventually(async () => (await ask('/readyz')).text.includes('"queue":false'));
      const began = performance.now();
      expect(await ask('/readyz')).toMatchObject({ status: 200 });
      expect(await metric('komainu_queue_well')).toBe(0);
      expect(performance.now() - began).toBeLessThan(20_000);
    } finally {
      redis.resume();
    }
    await eventually(async () => (await ask('/readyz')).text === '{"status":"ok","store":true,"queue":true}');
  });

  it('are not ready once a newer version has changed the tables, and do not start any more', LONG, async () => {
    const seen = sql`insert into komainu_meta.__drizzle_migrations (hash, created_at) values ('x', 9e12)`;
    await store.db.execute(seen);
    const { status, text } = await ask('/readyz');
    expect(status).toBe(503);
    expect(text).toContain('A newer version of Komainu');
    await expect(worker.start('--part', 'screen')).rejects.toThrow(/ended with 2 [\s\S]*新しい版の狛犬/);
  });
});
