import type { PGlite } from '@electric-sql/pglite';
import {
  type ConnectionOptions,
  createPostgresBackend,
  createRedisBackend,
  type PgPool,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
  type RedisQueueBackend,
  runMigrations,
  withBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import type { Pool } from 'pg';
import { type Bull, bullQueue, PREFIX, type QueueOptions } from './bullmq.ts';
import { PglitePool } from './pglite-pool.ts';
import { type JobQueue, QueueError } from './queue.ts';

/** What the queue runs on. The store owns the pool and the PGlite; the pool's search path begins with `bullmq`. */
export type QueueBackend =
  | { readonly kind: 'redis'; readonly url: string }
  | { readonly kind: 'postgres'; readonly pool: Pool }
  | { readonly kind: 'pglite'; readonly client: PGlite };

const SCHEMA = 'bullmq';
const ADD_RETRIES = 5; // reconnections, within a second
/**
 * What is added and every look at the queue has an answer by then, or fails: a server may be paused or behind a dead line, where the retries
 * alone wait for ever. Whoever works waits for jobs on another connection, for as long as it takes.
 */
const ANSWERS_WITHIN_MS = 3_000;

/**
 * A line on which packets are lost tells nobody: TCP sends again after ever longer pauses, a minute at last, and what waits on it waits on.
 * So a connection that owes an answer for longer than any command may take (a worker waits for a job for 10 s at most) is given up, and
 * another one is tried again and again.
 */
const DEAD_AFTER_MS = { adding: 2 * ANSWERS_WITHIN_MS, working: 12_000 };
const CONNECTS_WITHIN_MS = 4_000;

/**
 * @throws QueueError when the server cannot be reached or used.
 *
 * @example
 * const queue = await openQueue(store.engine, { log, attempts: 3 });
 * await queue.addMany('screen', [{ key: 'mail-7', payload: { mailId: '7' } }]);
 */
export async function openQueue(backend: QueueBackend, options: QueueOptions): Promise<JobQueue> {
  switch (backend.kind) {
    case 'redis':
      return bullQueue(await onRedis(backend.url), options);
    case 'postgres':
      return bullQueue(await onPostgres(backend.pool), options);
    case 'pglite':
      return bullQueue(await onPglite(backend.client), options);
  }
}

async function onRedis(url: string): Promise<Bull<RedisQueueBackend, ConnectionOptions>> {
  const adding = new Redis(url, {
    maxRetriesPerRequest: ADD_RETRIES,
    commandTimeout: ANSWERS_WITHIN_MS,
    socketTimeout: DEAD_AFTER_MS.adding,
    connectTimeout: CONNECTS_WITHIN_MS,
    lazyConnect: true,
  });
  const working = new Redis(url, {
    maxRetriesPerRequest: null,
    socketTimeout: DEAD_AFTER_MS.working,
    connectTimeout: CONNECTS_WITHIN_MS,
    lazyConnect: true,
  });
  for (const connection of [adding, working]) connection.on('error', () => {}); // BullMQ's own listeners tell of it
  try {
    await adding.ping(); // connects; says soon when nobody answers, where BullMQ would wait for ever
  } catch (cause) {
    adding.disconnect();
    throw new QueueError('Redis cannot be used. Check REDIS_URL or queue.url, and that the server runs.', { cause });
  }
  const close = async () => {
    adding.disconnect();
    working.disconnect();
  };
  const server = async () => serverOf(await adding.info('server'));
  const takesIn = () => adding.set(`${PREFIX}:probe`, '1', 'PX', ANSWERS_WITHIN_MS);
  return { classes: withBackend(createRedisBackend), adding, working, server, takesIn, close };
}

/** Valkey names the version of Redis that it stands in for, too. */
function serverOf(info: string): string {
  const field = (name: string) => new RegExp(`^${name}:(\\S+)`, 'm').exec(info)?.[1];
  const valkey = field('valkey_version');
  return valkey === undefined ? `Redis ${field('redis_version')}` : `Valkey ${valkey}`;
}

async function onPostgres(pool: PgPool): Promise<Bull<PostgresQueueBackend, PostgresConnectionOptions>> {
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
  } catch (cause) {
    throw new QueueError(
      'The tables of the queue cannot be made. The database user needs the right to create a schema.',
      {
        cause,
      },
    );
  } finally {
    client.release();
  }
  const classes = withBackend(createPostgresBackend);
  const nothing = async () => null; // whether the store answers is asked of the store
  return { classes, adding: pool, working: pool, server: nothing, takesIn: nothing, close: async () => {} };
}

async function onPglite(client: PGlite): Promise<Bull<PostgresQueueBackend, PostgresConnectionOptions>> {
  const bull = await onPostgres(new PglitePool(client));
  await client.exec(`set search_path = ${SCHEMA}, public`); // of the one session there is
  return bull;
}
