/**
 * What lies in a mailbox from earlier days, read beside whoever watches it: over a connection of its own, opened read-only,
 * by uid and whatever the cursor of the source says. Nothing is marked, moved or remembered.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import type { ImapSourceConfig } from '../../config/index.ts';
import type { FoundMail, PastMailbox, PastSpan } from '../past.ts';
import { PastTroubleError } from '../past-trouble.ts';
import type { Delivery } from '../source.ts';
import { ALLOWANCES } from './allowance.ts';
import { connectImap, type ImapLogin, openFolder, signOff } from './client.ts';
import { fetchBlocks, searchUids } from './fetch.ts';
import { createFetchBackoff } from './fetch-backoff.ts';
import { listFolders } from './folders.ts';
import { dayBefore } from './reader.ts';
import { askFor } from './rows.ts';
import type { SignIn } from './sign-in.ts';
import { explainImapTrouble } from './trouble.ts';

const LISTED_TOGETHER = 2_000; // uids whose dates and sizes are asked for at once
const MOST_ATTEMPTS = 6; // at the same mails, before a person is told; a mail that kills connections takes four
const FIRST_PAUSE_MS = 500;

export interface ImapPastOptions {
  readonly signIn: SignIn;
  /** Closes the connection when it aborts, whatever is under way. */
  readonly signal: AbortSignal;
}

/** @throws PastTroubleError from each call, with a sentence on what to do */
export function imapPast(config: ImapSourceConfig, { signIn, signal }: ImapPastOptions): PastMailbox {
  const login: ImapLogin = { config, signIn };
  const backoff = createFetchBackoff();
  let client: ImapFlow | null = null;
  let opened: { readonly folder: string; readonly uidValidity: bigint } | null = null;

  async function connected(): Promise<ImapFlow> {
    if (client?.usable) return client;
    opened = null;
    client = await connectImap(login, signal);
    return client;
  }

  async function open(folder: string): Promise<{ readonly on: ImapFlow; readonly uidValidity: bigint }> {
    const on = await connected();
    if (opened?.folder !== folder) {
      opened = null;
      opened = { folder, uidValidity: (await openFolder(on, folder, 'read')).uidValidity };
    }
    return { on, uidValidity: opened.uidValidity };
  }

  /** Again over a new connection when one is lost: a server may drop it while the mails before are being judged. */
  async function persist<T>(folder: string, act: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await act();
      } catch (error) {
        signal.throwIfAborted();
        client?.close();
        client = null;
        const { sentence, slow } = explainImapTrouble(config, folder)(error);
        if (slow || attempt === MOST_ATTEMPTS) throw new PastTroubleError(sentence, { cause: error });
        await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1), undefined, { signal });
      }
    }
  }

  async function listFolder(folder: string, { since, until }: PastSpan): Promise<FoundMail[]> {
    const { on, uidValidity } = await open(folder);
    const uids = await searchUids(on, { since: dayBefore(since) }); // SEARCH knows only dates, in the server's time zone
    const found: FoundMail[] = [];
    for (let at = 0; at < uids.length; at += LISTED_TOGETHER) {
      const some = uids.slice(at, at + LISTED_TOGETHER);
      const { of } = await askFor(on, some, { internalDate: true, size: true }, ALLOWANCES.search);
      for (const [uid, { internalDate, size }] of of) {
        const arrived = new Date(internalDate ?? Number.NaN);
        if (arrived >= since && arrived < until)
          found.push({ source: config.name, folder, uidValidity, uid, at: arrived, bytes: size ?? 0 });
      }
    }
    return found;
  }

  return {
    name: config.name,
    direction: config.direction === 'sent' ? 'sent' : 'in',
    async list(span) {
      const named = config.folders ?? [config.folder];
      const folders =
        config.folders === null
          ? named
          : await persist(named.join(', '), () => listFolders(login, config.folders!, signal));
      const found: FoundMail[] = [];
      for (const folder of folders) found.push(...(await persist(folder, () => listFolder(folder, span))));
      return found;
    },
    async fetch(folder, uidValidity, uids) {
      const got = new Map<number, Delivery>();
      let left: readonly number[] = uids;
      while (left.length > 0) {
        // Each block that comes is progress: only what is asked for in vain counts as another attempt.
        left = await persist(folder, async () => {
          const { on, uidValidity: now } = await open(folder);
          if (now !== uidValidity) return []; // other mails have these uids now
          for await (const { deliveries, lastUid } of fetchBlocks(on, uidValidity, left, backoff)) {
            for (const one of deliveries) got.set(one.uid, one);
            return left.filter((uid) => uid > lastUid);
          }
          return [];
        });
      }
      return got;
    },
    async [Symbol.asyncDispose]() {
      if (client?.usable) await signOff(client);
      client?.close();
    },
  };
}
