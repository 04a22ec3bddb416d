import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Engine } from './db.ts';

/** The right to watch one source, which one process at a time has. Disposing gives it up. */
export interface Lease extends AsyncDisposable {
  readonly lost: AbortSignal; // aborts when another process may have it by now
}

/** Hands out leases. */
export interface Leases extends AsyncDisposable {
  /** Waits until no other process has the lease for `name`. Rejects when `signal` aborts or the database is away. */
  take(name: string, signal: AbortSignal): Promise<Lease>;
}

const LOCKS = 70_110_302; // the first of the two numbers of a lock; any, the same in every process
const TRY_EVERY_MS = 2_000;
const HEARTBEAT_MS = 2_000;
const ANSWER_WITHIN_MS = 6_000; // else the connection is dead, and with it the locks
/** PostgreSQL finds out within about ten seconds that a machine is gone, without which its locks would stay. */
const SERVER_KEEPALIVES =
  '-c tcp_keepalives_idle=4 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c tcp_user_timeout=10000 -c idle_session_timeout=0';

/** PGlite belongs to one process, so every lease is free there. */
export function openLeases(engine: Engine): Leases {
  switch (engine.kind) {
    case 'pglite':
      return {
        take: async () => ({ lost: NEVER, async [Symbol.asyncDispose]() {} }),
        async [Symbol.asyncDispose]() {},
      };
    case 'postgres':
      return leasesOn(engine.pool.options);
  }
}

const NEVER = new AbortController().signal;

/**
 * A lease is a session lock on a connection of its own: a process that is killed loses the connection, PostgreSQL the
 * lock, and the process that has been waiting gets it. Two may overlap for a moment when the network, not the process,
 * dies; deliveries are unique, so no mail comes twice even then.
 */
function leasesOn(options: pg.ClientConfig): Leases {
  let session: Promise<Session> | null = null;

  async function current(): Promise<Session> {
    session ??= openSession(options);
    const opened = await session.catch((error) => {
      session = null;
      throw error;
    });
    if (!opened.lost.aborted) return opened;
    session = null;
    return current();
  }

  return {
    async take(name, signal) {
      for (;;) {
        signal.throwIfAborted();
        const { ask, lost } = await current();
        if ((await ask('select pg_try_advisory_lock($1, hashtext($2)) as yes', [LOCKS, name])) === true) {
          const giveUp = async () => {
            if (!lost.aborted) await ask('select pg_advisory_unlock($1, hashtext($2)) as yes', [LOCKS, name]);
          };
          return { lost, [Symbol.asyncDispose]: () => giveUp().catch(() => {}) }; // lost: then it is given up already
        }
        await pause(TRY_EVERY_MS, undefined, { signal });
      }
    },
    async [Symbol.asyncDispose]() {
      await (await session?.catch(() => null))?.end();
    },
  };
}

interface Session {
  readonly lost: AbortSignal;
  readonly ask: (text: string, values: unknown[]) => Promise<unknown>;
  readonly end: () => Promise<void>;
}

async function openSession(options: pg.ClientConfig): Promise<Session> {
  const client = new pg.Client({
    ...options,
    options: SERVER_KEEPALIVES,
    application_name: 'komainu leases',
    keepAlive: true,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
  });
  const lost = new AbortController();
  let beat: NodeJS.Timeout | undefined;
  const end = async () => {
    clearTimeout(beat);
    lost.abort();
    await client.end().catch(() => {});
  };
  const lose = () => void end();
  client.on('error', lose).on('end', lose);
  await client.connect();
  let last: Promise<unknown> = Promise.resolve();
  const ask: Session['ask'] = (text, values) => {
    const answer = last.then(async () => (await client.query<{ yes: unknown }>(text, values)).rows[0]?.yes);
    last = answer.catch(() => {}); // one after the other: a client takes one query at a time
    return answer;
  };
  const heartbeat = () => {
    beat = setTimeout(() => ask('select true as yes', []).then(heartbeat, lose), HEARTBEAT_MS);
  };
  heartbeat();
  return { lost: lost.signal, ask, end };
}
