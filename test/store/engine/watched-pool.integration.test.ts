import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type WatchedPool, watchedPool } from '../../../src/store/engine/watched-pool.ts';
import { createDatabase, describeWithServer } from '../../support/servers.ts';

const PATIENCE = { lookEvery: 50, quiet: 300, answer: 300 };
const LONG = `select 'late' as answer, pg_sleep(${(10 * PATIENCE.quiet) / 1000})`;

describeWithServer('postgres', 'a line to PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let line: Awaited<ReturnType<typeof startLine>>;
  let watched: WatchedPool;
  beforeAll(async () => {
    database = await createDatabase();
    line = await startLine(new URL(database.url));
    watched = watchedPool({ connectionString: line.url }, PATIENCE);
  });
  afterAll(async () => {
    await watched.close();
    await line.stop();
    await database.stop();
  });

  it('that loses what is sent is given up, in the middle of a transaction, too, and used anew when it is mended', async () => {
    const client = await watched.pool.connect();
    await client.query('begin');
    line.dead = true;
    const waiting = [client.query('select 1'), watched.pool.query('select 1')];
    for (const answer of await Promise.allSettled(waiting)) expect(answer.status).toBe('rejected');
    client.release(true);
    line.dead = false;
    expect((await watched.pool.query('select 2 as two')).rows).toEqual([{ two: 2 }]);
  });

  it('is not given up for a query that takes long', async () => {
    const { rows } = await watched.pool.query(LONG);
    expect(rows[0]).toMatchObject({ answer: 'late' });
  });

  it('is not given up where the server answers that it takes no more', async () => {
    const role = `narrow_${process.pid}`;
    await watched.pool.query(`create role ${role} login connection limit 1`);
    const url = new URL(line.url);
    url.username = role;
    const narrow = watchedPool({ connectionString: url.href }, PATIENCE);
    try {
      const { rows } = await narrow.pool.query(LONG);
      expect(rows[0]).toMatchObject({ answer: 'late' });
    } finally {
      await narrow.close();
      await watched.pool.query(`drop role ${role}`);
    }
  });
});

/** A line that can lose everything without telling anybody. */
async function startLine(server: URL) {
  const ends = new Set<Socket>();
  const state = { dead: false };
  const proxy = createServer((client) => {
    const upstream = connect(Number(server.port), server.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      ends.add(from);
      from.on('data', (chunk) => void (state.dead || to.write(chunk)));
      from.on('error', () => {}).on('close', () => to.destroy());
    }
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(server);
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    url: url.href,
    set dead(is: boolean) {
      state.dead = is;
    },
    async stop() {
      for (const end of ends) end.destroy();
      proxy.close();
    },
  };
}
