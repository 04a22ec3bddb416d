/** Folders of an IMAP account, opened read-only: IDLE wakes them, a poll backs it up, \\Seen stays untouched. */
import type { ImapSourceConfig } from '../../config/index.ts';
import type { Logger } from '../../util/log.ts';
import type { Source } from '../source.ts';
import { superviseWithBackoff } from '../supervise.ts';
import { connectImap, type ImapLogin, openFolder, signOff } from './client.ts';
import { listFolders, watchFolders } from './folders.ts';
import { backfillStart } from './reader.ts';
import { imapSession } from './session.ts';
import type { SignIn } from './sign-in.ts';
import { explainImapTrouble } from './trouble.ts';

const CHECK_WITHIN_MS = 60_000;

export interface ImapOptions {
  readonly signIn: SignIn;
  readonly pollMs: number; // how often to look although the server announced nothing
  readonly idleMs?: number; // how long IDLE lasts before it is begun anew
  readonly listMs?: number; // how often to look for folders that have come or gone
  readonly log: Logger;
}

const LIST_EVERY_MS = 5 * 60_000;

export function imapSource(config: ImapSourceConfig, options: ImapOptions): Source {
  const { signIn, idleMs, pollMs, log, listMs = LIST_EVERY_MS } = options;
  const { name, folder, folders, backfill } = config;
  const login: ImapLogin = { config, signIn, idleMs };
  const wanted = folders ?? [folder];
  const explain = explainImapTrouble(config, wanted.join(', '));
  const start = () => backfillStart(backfill);
  return {
    name,
    watch:
      folders === null
        ? superviseWithBackoff(imapSession(login, { folder, start, pollMs, log }), { name, log, explain })
        : watchFolders(login, { folders, start, pollMs, listMs, log }),
    async check() {
      try {
        return await lookOnce(login, folders === null ? [folder] : await listFolders(login, folders, patience()));
      } catch (cause) {
        throw new Error(explain(cause).sentence, { cause });
      }
    },
  };
}

const patience = (): AbortSignal => AbortSignal.timeout(CHECK_WITHIN_MS);

async function lookOnce(login: ImapLogin, folders: readonly string[]): Promise<string> {
  const client = await connectImap(login, patience());
  try {
    let mails = 0;
    for (const folder of folders) mails += (await openFolder(client, folder, 'read')).exists;
    const names = folders.join(', ');
    return `${names} を開けました(${mails}通)。/ Opened ${names}: ${mails} mails.`;
  } finally {
    await signOff(client);
  }
}
