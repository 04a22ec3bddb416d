/** A folder of an IMAP account, opened read-only: IDLE wakes it, a poll backs it up, \Seen stays untouched. */
import type { MailboxObject } from 'imapflow';
import type { ImapSourceConfig } from '../config.ts';
import type { Logger } from '../log.ts';
import { createBell } from './bell.ts';
import { createCaution } from './caution.ts';
import { connectImap, type ImapLogin, openFolder } from './imap-client.ts';
import { imapReader } from './imap-reader.ts';
import { explainImapTrouble } from './imap-trouble.ts';
import { persist, type Session } from './persist.ts';
import type { Source } from './source.ts';

const CHECK_WITHIN_MS = 60_000;

export interface ImapOptions {
  readonly password: string | null; // null: none is configured
  readonly pollMs: number; // how often to look although the server announced nothing
  readonly log: Logger;
}

export function imapSource(config: ImapSourceConfig, { password, pollMs, log }: ImapOptions): Source {
  const login = { config, password };
  const explain = explainImapTrouble(config);
  return {
    name: config.name,
    watch: persist(imapSession(login, pollMs), { name: config.name, log, explain }),
    async check() {
      try {
        const { exists } = await lookOnce(login);
        return `${config.folder} を開けました(${exists}通)。/ Opened ${config.folder}: ${exists} mails.`;
      } catch (cause) {
        throw new Error(explain(cause).sentence, { cause });
      }
    },
  };
}

async function lookOnce(login: ImapLogin): Promise<MailboxObject> {
  const client = await connectImap(login, AbortSignal.timeout(CHECK_WITHIN_MS));
  try {
    return await openFolder(client, login.config);
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/** Ends without an error when the server closes a connection that worked: the next one shows whether that is trouble. */
function imapSession(login: ImapLogin, pollMs: number): Session {
  const caution = createCaution();
  return async (state, health, signal) => {
    const bell = createBell();
    const client = await connectImap(login, signal);
    client.on('exists', bell.ring).on('close', bell.ring);
    const reader = imapReader(client, login.config, state, caution);
    try {
      while (client.usable) {
        // Opened anew at every poll: only so a change of UIDVALIDITY shows in a folder that is already open.
        await reader.readOpened(await openFolder(client, login.config));
        await health.well();
        const nextPoll = performance.now() + pollMs;
        while (client.usable && performance.now() < nextPoll) {
          void client.idle().catch(() => {}); // the next command ends it
          await bell.wait(nextPoll - performance.now(), signal);
          if (client.usable && performance.now() < nextPoll) await reader.readArrived();
        }
      }
    } finally {
      client.close();
    }
  };
}
