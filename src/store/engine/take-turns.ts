import { setImmediate as breathe } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';

/** What others wait for in between, in milliseconds. */
const LONGEST_TURN_MS = 5;

/**
 * Lets the rest of the process have its turn between queries. PGlite works in this thread and answers without ever waiting for
 * anything, so that ten people who look at long pages would keep every other request, timer and socket waiting until all are done.
 */
export function takeTurns(client: PGlite): void {
  const query: (...of: Parameters<PGlite['query']>) => ReturnType<PGlite['query']> = client.query.bind(client);
  let turn: Promise<void> | null = null; // that everybody waits for
  let began = performance.now();
  client.query = (async (...of: Parameters<PGlite['query']>) => {
    if (turn === null && performance.now() - began > LONGEST_TURN_MS)
      turn = breathe().then(() => {
        turn = null;
        began = performance.now();
      });
    await turn;
    return query(...of);
  }) as PGlite['query'];
}
