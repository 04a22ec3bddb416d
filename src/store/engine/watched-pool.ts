import { Socket } from 'node:net';
import pg from 'pg';

/** Milliseconds. */
export interface Patience {
  readonly lookEvery: number;
  readonly quiet: number; // of all connections while somebody waits: then the server is asked on a new one
  readonly answer: number; // to the new one, sign-in included
}

const PATIENCE: Patience = { lookEvery: 2_000, quiet: 6_000, answer: 5_000 };
const KEEP_ALIVE_AFTER_MS = 30_000; // what lies between forgets a line that says nothing, in minutes

export interface WatchedPool {
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * A pool whose connections are given up when the line to the server is dead. TCP tells nobody that packets are lost: it sends again after ever
 * longer pauses, and what waits goes on waiting when the line has long been mended. So where somebody waits and no connection hears anything, a
 * new one asks; without an answer all that are quiet end, their queries fail, and whoever asked tries again. A slow query is not touched, for
 * the server answers the new one.
 */
export function watchedPool(config: pg.PoolConfig, patience: Patience = PATIENCE): WatchedPool {
  const lines = new Map<Socket, { bytes: number; at: number }>(); // what each has heard, and when
  const pool = new pg.Pool({
    ...config,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    stream: () => {
      const line = new Socket();
      lines.set(line, { bytes: 0, at: performance.now() });
      return line.once('close', () => lines.delete(line));
    },
  });
  pool.on('error', () => {}); // a lost idle connection is replaced; the next query tells when there is none
  // One that is lost in the middle of a transaction fails its query and, without this, ends the process besides.
  pool.on('connect', (client) => void client.on('error', () => {}));

  function quietLines(): readonly Socket[] {
    const now = performance.now();
    for (const [line, heard] of lines)
      if (line.bytesRead !== heard.bytes) lines.set(line, { bytes: line.bytesRead, at: now });
    return [...lines].filter(([, { at }]) => now - at >= patience.quiet).map(([line]) => line);
  }

  async function look(): Promise<void> {
    const quiet = quietLines();
    const isWaitedFor = pool.waitingCount > 0 || pool.totalCount > pool.idleCount;
    if (!isWaitedFor || quiet.length < lines.size || (await answers(config, patience.answer))) return;
    for (const line of quiet) line.destroy(new Error('PostgreSQL has not answered.'));
  }

  let next: NodeJS.Timeout | null = null;
  const watch = (): void => {
    next = setTimeout(() => look().then(() => next && watch()), patience.lookEvery).unref();
  };
  watch();
  return {
    pool,
    async close() {
      clearTimeout(next!);
      next = null;
      await pool.end();
    },
  };
}

/** Whether the server says anything to a new connection, be it that it takes none. */
async function answers(config: pg.ClientConfig, withinMs: number): Promise<boolean> {
  const line = new Socket();
  const client = new pg.Client({
    ...config,
    stream: () => line,
    connectionTimeoutMillis: withinMs,
    query_timeout: withinMs,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (error) {
    return error instanceof pg.DatabaseError;
  } finally {
    client.end().catch(() => {});
    line.destroySoon();
  }
}
