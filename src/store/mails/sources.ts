import { createHash } from 'node:crypto';
import { and, eq, max, ne, sql } from 'drizzle-orm';
import type { Cursor, Delivery, SourceState } from '../../intake/index.ts';
import { takeAdvisoryLock } from '../engine/advisory-lock.ts';
import { anyOf } from '../engine/any-of.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { mail, source, sourceFile } from '../schema/core.ts';
import { HANDED_IN } from './handed-in.ts';

/** How a source is, for the review app. A source that is no longer configured stays in the list. */
export interface SourceHealth {
  readonly name: string;
  readonly trouble: string | null; // null when well
  readonly troubleSince: Date | null;
  readonly lastContactAt: Date | null;
  readonly lastMailAt: Date | null; // arrival of its newest mail
  readonly note: string | null; // what it is doing when that is not merely waiting for mail
  readonly unaskedRows: number; // that its server has sent for mails that nobody asked for, since it was first watched
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** What the store remembers of one source. The source's row is made when something is first written. */
export function sourceState(db: Db, name: string): SourceState {
  return {
    name,
    cursor: () => cursorOf(db, name),
    lastContactAt: () => lastContactAt(db, name),
    commit: (deliveries, cursor) => commit(db, name, deliveries, cursor),
    report: (trouble) => report(db, name, trouble),
    note: (sentence) => note(db, name, sentence),
    unasked: (rows) => countUnasked(db, name, rows),
    uidsOf: (fileKeys) => uidsOf(db, name, fileKeys.map(sha256)),
    part: (folder) => sourceState(db, partName(name, clean(folder))),
  };
}

/** A folder of a source is kept like a source: the names of sources have no slash. */
export const partName = (name: string, folder: string): string => `${name}/${folder}`;

/**
 * The source that a row belongs to, itself or one of its folders.
 *
 * @example
 * sourceOfPart('support/INBOX') // → 'support'
 */
export const sourceOfPart = (name: string): string => name.split('/', 1)[0]!;

/**
 * The folder of a row that belongs to one of several folders of a source; null for the source itself.
 *
 * @example
 * folderOfPart('support/INBOX') // → 'INBOX'
 */
export const folderOfPart = (name: string): string | null =>
  name.includes('/') ? name.slice(name.indexOf('/') + 1) : null;

async function cursorOf(db: Db, name: string): Promise<Cursor | null> {
  const [row] = await db.select().from(source).where(eq(source.name, name));
  if (!row || row.uidValidity === null) return null;
  return { uidValidity: row.uidValidity, lastUid: row.lastUid };
}

async function lastContactAt(db: Db, name: string): Promise<Date | null> {
  const [row] = await db.select({ at: source.lastContactAt }).from(source).where(eq(source.name, name));
  return row?.at ?? null;
}

async function commit(db: Db, name: string, deliveries: readonly Delivery[], cursor: Cursor): Promise<void> {
  const newest = deliveries.reduce<Date | null>(
    (most, { receivedAt }) => (most === null || receivedAt > most ? receivedAt : most),
    null,
  );
  const moved = { ...cursor, lastContactAt: sql`now()` };
  await db.transaction(async (tx) => {
    await takeAdvisoryLock(tx, 'spool', ''); // ids grow in the order of commits: who reads on after the last id misses none
    await tx
      .insert(source)
      .values({ name, ...moved, lastMailAt: newest })
      .onConflictDoUpdate({
        target: source.name,
        set: { ...moved, lastMailAt: sql`greatest(${source.lastMailAt}, excluded.last_mail_at)` }, // of two, one null, the other
      });
    for (const some of portions(deliveries)) await storeMails(tx, name, some);
  });
}

const PORTION = { mails: 100, bytes: 1024 ** 2 }; // of one statement; a larger mail has its own

function portions(deliveries: readonly Delivery[]): Delivery[][] {
  const all: Delivery[][] = [];
  let bytes = 0;
  for (const delivery of deliveries) {
    const { byteLength } = delivery.raw;
    const open = all.at(-1);
    if (open !== undefined && open.length < PORTION.mails && bytes + byteLength <= PORTION.bytes) {
      open.push(delivery);
      bytes += byteLength;
    } else {
      all.push([delivery]);
      bytes = byteLength;
    }
  }
  return all;
}

async function storeMails(db: Db, name: string, deliveries: readonly Delivery[]): Promise<void> {
  const rows = deliveries.map(({ uidValidity, uid, receivedAt, raw }) => ({
    ...{ source: name, uidValidity, uid, receivedAt, raw },
    ...{ sha256: sha256(raw), size: raw.byteLength },
  }));
  await db.insert(mail).values(rows).onConflictDoNothing();
}

async function report(db: Db, name: string, trouble: string | null): Promise<void> {
  const set =
    trouble === null
      ? { trouble: null, troubleSince: null, lastContactAt: sql`now()` }
      : { trouble: clean(trouble), troubleSince: sql`coalesce(${source.troubleSince}, now())` };
  await db
    .insert(source)
    .values({ name, ...set, ...(trouble === null ? {} : { troubleSince: sql`now()` }) })
    .onConflictDoUpdate({ target: source.name, set });
}

async function note(db: Db, name: string, sentence: string | null): Promise<void> {
  const set = { note: sentence === null ? null : clean(sentence) };
  await db
    .insert(source)
    .values({ name, ...set })
    .onConflictDoUpdate({ target: source.name, set });
}

async function countUnasked(db: Db, name: string, rows: number): Promise<void> {
  await db
    .insert(source)
    .values({ name, unaskedRows: rows })
    .onConflictDoUpdate({ target: source.name, set: { unaskedRows: sql`${source.unaskedRows} + ${rows}` } });
}

async function uidsOf(db: Db, name: string, keyHashes: readonly string[]): Promise<readonly number[]> {
  const known = await knownUids(db, name, keyHashes);
  const uids = keyHashes.every((hash) => known.has(hash))
    ? known
    : await db.transaction((tx) => newUids(tx, name, keyHashes));
  return keyHashes.map((hash) => uids.get(hash)!);
}

async function knownUids(db: Db, name: string, keyHashes: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ keyHash: sourceFile.keyHash, uid: sourceFile.uid })
    .from(sourceFile)
    .where(and(eq(sourceFile.source, name), anyOf(sourceFile.keyHash, keyHashes)));
  return new Map(rows.map(({ keyHash, uid }) => [keyHash, uid]));
}

/** The source's row is locked, so that two files never get the same uid and one file never two. */
async function newUids(tx: Db, name: string, keyHashes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  await tx.insert(source).values({ name }).onConflictDoNothing();
  await tx.select().from(source).where(eq(source.name, name)).for('update');
  const uids = await knownUids(tx, name, keyHashes); // another may have been faster
  const [last] = await tx
    .select({ uid: max(sourceFile.uid) })
    .from(sourceFile)
    .where(eq(sourceFile.source, name));
  let uid = last?.uid ?? 0;
  const rows = [];
  for (const keyHash of keyHashes) {
    if (uids.has(keyHash)) continue;
    uid += 1;
    uids.set(keyHash, uid);
    rows.push({ source: name, keyHash, uid });
  }
  if (rows.length > 0) await tx.insert(sourceFile).values(rows);
  return uids;
}

export async function sourceHealth(db: Db): Promise<SourceHealth[]> {
  return db
    .select({
      name: source.name,
      trouble: source.trouble,
      troubleSince: source.troubleSince,
      lastContactAt: source.lastContactAt,
      note: source.note,
      unaskedRows: source.unaskedRows,
      lastMailAt: source.lastMailAt,
    })
    .from(source)
    .where(ne(source.name, HANDED_IN))
    .orderBy(source.name);
}
