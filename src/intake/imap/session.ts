import type { ImapFlow } from 'imapflow';
import type { Logger } from '../../util/log.ts';
import type { Session } from '../supervise.ts';
import { createWakeSignal } from '../wake-signal.ts';
import { connectImap, type ImapLogin, openFolder } from './client.ts';
import { createFetchBackoff } from './fetch-backoff.ts';
import { imapReader } from './reader.ts';

const KEEP_ALIVE_MS = 45_000;

export interface ImapSessionOptions {
  readonly folder: string;
  readonly start: () => Date | null; // as the reader takes it
  readonly pollMs: number;
  readonly log: Logger;
}

/**
 * Watches one folder over one connection. Ends without an error when the server closes a connection that worked: the
 * next one shows whether that is trouble.
 */
export function imapSession(login: ImapLogin, { folder, start, pollMs, log }: ImapSessionOptions): Session {
  const backoff = createFetchBackoff();
  return async (state, health, signal) => {
    const wake = createWakeSignal();
    const client = await connectImap(login, signal);
    client.on('exists', wake.ring).on('close', wake.ring);
    const reader = imapReader(client, { state, start, backoff, log });
    const alive = keepAlive(client);
    try {
      while (client.usable) {
        // Opened anew at every poll: only so a change of UIDVALIDITY shows in a folder that is already open.
        await reader.readOpened(await openFolder(client, folder, 'read'));
        await health.well();
        const nextPoll = performance.now() + pollMs;
        while (client.usable && performance.now() < nextPoll) {
          void client.idle().catch(() => {}); // the next command ends it
          await wake.wait(nextPoll - performance.now(), signal);
          if (client.usable && performance.now() < nextPoll) await reader.readArrived();
        }
      }
    } finally {
      clearInterval(alive);
      client.close();
    }
  };
}

/** While a commit takes long, for the spool is full, the connection would fall silent and be taken for dead. */
const keepAlive = (client: ImapFlow): NodeJS.Timeout =>
  setInterval(() => {
    if (client.usable && !client.idling) void client.noop().catch(() => {});
  }, KEEP_ALIVE_MS);
