/**
 * Where reading begins in a folder:
 * - never seen before: behind the newest mail (UIDNEXT), or at the mails that arrived since `start`: those of the last
 *   `backfill` days, or, in a folder that appears later, what came since the folders were last looked at;
 * - cursor of the same UIDVALIDITY: behind its last uid;
 * - another UIDVALIDITY (the folder was made anew, the server moved or restored), or uids that have gone back without one
 *   (restored without a word): old uids mean nothing. Read is what arrived since the last contact. To start at UIDNEXT
 *   would lose what came in between; to read everything would put mails in the review app that were there before Komainu.
 *   SEARCH knows only dates, in the server's time zone, so it begins one day earlier: mails read twice have the same
 *   Message-ID and content and count as one.
 *
 * If the process dies in the middle of a search by date, the next start reads on from the last committed uid, also
 * mails that are older than the date: more than asked for, never less.
 */
import type { ImapFlow, MailboxObject } from 'imapflow';
import type { Logger } from '../../util/log.ts';
import type { Cursor, SourceState } from '../source.ts';
import { fetchBlocks, searchUids, uidsAfter } from './fetch.ts';
import type { FetchBackoff } from './fetch-backoff.ts';
import { createProgress } from './progress.ts';
import { ImapTroubleError } from './trouble.ts';
import type { UidChanges } from './uid-changes.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Reads and commits; resolves when all mails that were there are committed. */
export interface ImapReader {
  /** To be called when the folder has just been opened: finds out where to begin. */
  readOpened(folder: MailboxObject): Promise<void>;
  /** What has come since, in the folder that is open: how many mails. */
  readArrived(): Promise<number>;
}

export interface ImapReaderOptions {
  readonly state: SourceState;
  readonly start: () => Date | null; // from when on mails are read in a folder never seen before; null: from now on
  readonly backoff: FetchBackoff;
  readonly uidChanges: UidChanges;
  readonly log: Logger;
}

export function imapReader(client: ImapFlow, options: ImapReaderOptions): ImapReader {
  const { state, start, backoff, uidChanges, log } = options;
  const sourceName = state.name.split('/', 1)[0];

  async function readOpened(folder: MailboxObject): Promise<void> {
    const cursor = await state.cursor();
    const uidValidity = await generationOf(client, folder, cursor);
    if (cursor?.uidValidity !== uidValidity) {
      if (cursor !== null) {
        log.warn({ source: sourceName }, 'the uids of a folder are other ones than before');
        if (!uidChanges.mayFollow()) throw new ImapTroubleError('unsteady');
      }
      const since = cursor === null ? start() : await justBefore(state);
      const newest = await newestUid(client, folder);
      // What arrives from here on is above `newest`, and read below whatever its date is.
      const uids = since === null ? [] : (await searchUids(client, { since })).filter((uid) => uid <= newest);
      await readUids(uids, uidValidity);
      await state.commit([], { uidValidity, lastUid: newest });
    }
    await readArrived();
  }

  async function readArrived(): Promise<number> {
    const cursor = await state.cursor();
    if (cursor === null) return 0;
    const uids = await uidsAfter(client, cursor.lastUid);
    await readUids(uids, cursor.uidValidity);
    return uids.length;
  }

  async function readUids(uids: readonly number[], uidValidity: bigint): Promise<void> {
    const progress = createProgress(state, uids.length, log);
    try {
      for await (const { deliveries, lastUid, unasked } of fetchBlocks(client, uidValidity, uids, backoff)) {
        await state.commit(deliveries, { uidValidity, lastUid });
        if (unasked > 0) await noteUnasked(unasked);
        await progress.made(deliveries.length);
      }
    } finally {
      await progress.end();
    }
  }

  async function noteUnasked(rows: number): Promise<void> {
    log.warn({ source: sourceName, rows }, 'the server sent rows for mails that were not asked for');
    await state.unasked(rows);
  }

  return { readOpened, readArrived };
}

const GENERATION = 2n ** 32n; // above every UIDVALIDITY

/**
 * The folder's UIDVALIDITY, for as long as its uids only grow. When they have gone back, the folder gives uids anew that mails
 * have already: these are told apart by a multiple of 2^32, counted upwards. UIDNEXT alone is not believed: where the last
 * mail is still there, it is merely wrong.
 */
async function generationOf(
  client: ImapFlow,
  { uidValidity, uidNext }: MailboxObject,
  cursor: Cursor | null,
): Promise<bigint> {
  if (cursor === null || cursor.uidValidity % GENERATION !== uidValidity) return uidValidity;
  if (uidNext === undefined || uidNext > cursor.lastUid) return cursor.uidValidity;
  const isThere = (await searchUids(client, { uid: String(cursor.lastUid) })).includes(cursor.lastUid);
  return isThere ? cursor.uidValidity : cursor.uidValidity + GENERATION;
}

/** RFC 3501 lets a server leave UIDNEXT out. */
async function newestUid(client: ImapFlow, { uidNext }: { readonly uidNext?: number }): Promise<number> {
  return uidNext === undefined ? ((await searchUids(client, { all: true })).at(-1) ?? 0) : uidNext - 1;
}

export const backfillStart = (days: number | null): Date | null =>
  days === null ? null : new Date(Date.now() - days * DAY_MS);

/** Where to begin so that nothing that came since the last contact is missed. */
async function justBefore(state: SourceState): Promise<Date> {
  return dayBefore((await state.lastContactAt()) ?? new Date(DAY_MS));
}

export const dayBefore = (date: Date): Date => new Date(date.getTime() - DAY_MS);
