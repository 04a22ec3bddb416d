import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import type { Logger } from '../../util/log.ts';
import type { Session } from '../supervise.ts';
import { createWakeSignal } from '../wake-signal.ts';
import { ALLOWANCES, withinAllowance } from './allowance.ts';
import { connectImap, type ImapLogin, openFolder } from './client.ts';
import { createFetchBackoff } from './fetch-backoff.ts';
import { imapReader } from './reader.ts';
import { ImapTroubleError } from './trouble.ts';
import { createUidChanges } from './uid-changes.ts';

const KEEP_ALIVE_MS = 45_000;

export interface ImapSessionOptions {
  readonly folder: string;
  readonly start: () => Date | null; // as the reader takes it
  readonly pollMs: number;
  readonly log: Logger;
}

const LOOK_APART_MS = 250; // however often a server announces mail
const MOST_VAIN_LOOKS = 10; // for mail that was announced and is not there; then it is looked for by the poll alone
const SOON_MS = 30_000;

/**
 * Watches one folder over one connection. Ends without an error when the server closes a connection that worked for a
 * while: the next one shows whether that is trouble.
 */
export function imapSession(login: ImapLogin, { folder, start, pollMs, log }: ImapSessionOptions): Session {
  const [backoff, uidChanges] = [createFetchBackoff(), createUidChanges()];
  return async (state, health, signal) => {
    const began = performance.now();
    const bell = createWakeSignal();
    const client = await connectImap(login, signal);
    const reader = imapReader(client, { state, start, backoff, uidChanges, log });
    const alive = keepAlive(client);
    let vainLooks = 0; // one after the other since the last poll
    client.on('close', bell.ring).on('exists', () => {
      if (vainLooks < MOST_VAIN_LOOKS) bell.ring();
    });
    try {
      while (client.usable) {
        // Opened anew at every poll: only so a change of UIDVALIDITY shows in a folder that is already open.
        await reader.readOpened(await openFolder(client, folder, 'read'));
        await health.well();
        vainLooks = 0;
        let lookedAt = Number.NEGATIVE_INFINITY;
        const nextPoll = performance.now() + pollMs;
        while (client.usable && performance.now() < nextPoll) {
          await idle(client, bell.wait(nextPoll - performance.now(), signal));
          await pause(Math.max(0, lookedAt + LOOK_APART_MS - performance.now()), undefined, { signal });
          lookedAt = performance.now();
          if (client.usable && lookedAt < nextPoll) vainLooks = (await reader.readArrived()) === 0 ? vainLooks + 1 : 0;
        }
      }
      if (performance.now() - began < SOON_MS) throw new ImapTroubleError('dropped');
    } finally {
      clearInterval(alive);
      client.close();
    }
  };
}

/** Listens until `woken` resolves; the next command ends IDLE. Rejects when the server used it to flood us. */
async function idle(client: ImapFlow, woken: Promise<void>): Promise<void> {
  const listening = withinAllowance(client, ALLOWANCES.idle, () => client.idle());
  listening.catch(() => {}); // looked at below, when the connection is lost
  await woken;
  if (!client.usable) await listening;
}

/** While a commit takes long, for the spool is full, the connection would fall silent and be taken for dead. */
const keepAlive = (client: ImapFlow): NodeJS.Timeout =>
  setInterval(() => {
    if (client.usable && !client.idling)
      void withinAllowance(client, ALLOWANCES.command, () => client.noop()).catch(() => {});
  }, KEEP_ALIVE_MS);
