import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe } from 'vitest';
import type { QueueBackend } from '../../src/jobs/index.ts';
import { openStore } from '../../src/store/index.ts';
import { describeWithServer, startPostgres, startRedis } from '../support/servers.ts';

/** A backend that a test may stop and start again. */
export interface TestBackend {
  readonly kind: QueueBackend['kind'];
  readonly arguments: readonly string[]; // for queue-child.mjs
  open(): Promise<{ backend: QueueBackend; close(): Promise<void> }>;
  /** Kills the server with -9, waits for `meanwhile` and starts it again; null when there is no server. */
  readonly away: ((meanwhile: () => Promise<void>) => Promise<void>) | null;
  stop(): Promise<void>;
}

/** Everything a backend holds, as text. */
export async function contents(backend: QueueBackend): Promise<string> {
  switch (backend.kind) {
    case 'pglite':
      return JSON.stringify((await backend.client.query(EVERYTHING)).rows);
    case 'postgres':
      return JSON.stringify((await backend.pool.query(EVERYTHING)).rows);
    case 'redis': {
      const redis = new Redis(backend.url);
      const dumps = (await redis.keys('*')).map((key) => redis.dumpBuffer(key));
      const text = Buffer.concat((await Promise.all(dumps)).filter((dump) => dump !== null)).toString('latin1');
      await redis.quit();
      return text;
    }
  }
}

const EVERYTHING = 'select j::text from bullmq.job j union all select e::text from bullmq.event e';

/** Runs the same tests on PGlite, and on PostgreSQL and Redis where they are installed. */
export function describeBackends(title: string, define: (backend: () => TestBackend) => void): void {
  describe(`${title} on PGlite`, { timeout: 120_000 }, () => around(onPglite, define));
  describeWithServer('postgres', `${title} on PostgreSQL`, () => around(onPostgres, define));
  describeWithServer('redis', `${title} on Redis`, () => around(onRedis, define));
}

function around(start: () => Promise<TestBackend>, define: (backend: () => TestBackend) => void): void {
  let started: TestBackend;
  beforeAll(async () => {
    started = await start();
  });
  afterAll(() => started.stop());
  define(() => started);
}

async function onPglite(): Promise<TestBackend> {
  const folder = await mkdtemp(join(tmpdir(), 'komainu-jobs-'));
  const path = join(folder, 'store');
  return {
    kind: 'pglite',
    arguments: ['pglite', path, folder],
    open: async () => {
      const store = await openStore({ kind: 'pglite', path }, folder);
      return { backend: store.engine, close: () => store.close() };
    },
    away: null,
    stop: () => rm(folder, { recursive: true }),
  };
}

async function onPostgres(): Promise<TestBackend> {
  const server = await startPostgres();
  return {
    kind: 'postgres',
    arguments: ['postgres', server.url],
    open: async () => {
      const store = await openStore({ kind: 'postgres', url: server.url }, tmpdir());
      return { backend: store.engine, close: () => store.close() };
    },
    away: async (meanwhile) => {
      await server.kill();
      await meanwhile();
      await server.restart();
    },
    stop: () => server.stop(),
  };
}

async function onRedis(): Promise<TestBackend> {
  const server = await startRedis();
  return {
    kind: 'redis',
    arguments: ['redis', server.url],
    open: async () => ({ backend: { kind: 'redis', url: server.url }, close: async () => {} }),
    away: async (meanwhile) => {
      await server.kill();
      await meanwhile();
      await server.restart();
    },
    stop: () => server.stop(),
  };
}
