import { and, asc, eq, gte, inArray, lt, notExists, or, sql } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { consultation, consultationNote } from '../schema/consultation.ts';
import { caseFile, caseMail, verdict } from '../schema/core.ts';
import { channel, type NoticeKind, notice } from '../schema/notice.ts';
import { isNews, type QuietPast } from './quiet-past.ts';
import { isVisible, USUAL_VISIBILITY } from './visibility.ts';
import { fileOf } from './whereabouts.ts';

/** How a channel is, for the status page. */
export type ChannelHealth = typeof channel.$inferSelect;

const MOST_AT_ONCE = 1000;

/**
 * Open cases of which `name` was not told: those that became urgent, or those flagged, unreadable, handed in or added to since
 * before `before`. What is due is read from the cases themselves, so nothing that was to be told can be lost.
 */
export async function casesToTell(
  db: Db,
  name: string,
  which: { readonly kind: 'urgent' } | { readonly kind: 'digest'; readonly before: Date },
  quiet: readonly QuietPast[] = [],
): Promise<string[]> {
  const told = db
    .select({ one: sql`1` })
    .from(notice)
    .where(
      and(
        eq(notice.channel, name),
        eq(notice.subject, sql`${caseFile.id}::text`),
        which.kind === 'urgent'
          ? eq(notice.kind, 'urgent')
          : and(inArray(notice.kind, ['urgent', 'digest']), gte(notice.at, addedAt)),
      ),
    );
  const rows = await db
    .select({ id: caseFile.id })
    .from(caseFile)
    .where(
      and(
        eq(caseFile.status, 'open'),
        isVisible(USUAL_VISIBILITY), // whoever reads a channel
        which.kind === 'urgent' ? isUrgent : flaggedBefore(db, which.before),
        isNews(quiet),
        notExists(told),
      ),
    )
    .orderBy(asc(caseFile.id))
    .limit(MOST_AT_ONCE);
  return rows.map((row) => row.id);
}

/** When whoever handed a case in wrote last: what they add is news again. */
const addedAt = sql`coalesce((select max(${consultationNote.at}) from ${consultationNote} inner join ${consultation} on ${consultation.id} = ${consultationNote.consultationId} where ${consultation.caseId} in ${fileOf(sql`${caseFile.id}`)} and ${consultationNote.author} = 'reporter'), '-infinity')`;

const isUrgent = eq(caseFile.band, 'urgent');

function flaggedBefore(db: Db, before: Date) {
  const flagged = db
    .select({ one: sql`1` })
    .from(caseMail)
    .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(
      and(
        eq(caseMail.caseId, caseFile.id),
        or(inArray(verdict.band, ['review', 'urgent']), eq(verdict.outcome, 'unreadable')),
        sql`${verdict.screenedAt} < ${before.toISOString()}::timestamptz`,
      ),
    );
  return or(
    and(or(inArray(caseFile.band, ['review', 'urgent']), eq(caseFile.kind, 'unreadable')), sql`exists ${flagged}`),
    and(eq(caseFile.kind, 'report'), lt(caseFile.openedAt, before)),
  );
}

/** Of these alarms, those `name` was not told of. */
export async function untoldAlarms(db: Db, name: string, alarms: readonly string[]): Promise<ReadonlySet<string>> {
  if (alarms.length === 0) return new Set();
  const rows = await db
    .select({ subject: notice.subject })
    .from(notice)
    .where(and(eq(notice.channel, name), eq(notice.kind, 'alarm'), inArray(notice.subject, [...alarms])));
  const told = new Set(rows.map((row) => row.subject));
  return new Set(alarms.filter((alarm) => !told.has(alarm)));
}

/** Notes what `name` was told; twice does no harm. */
export async function noteTold(
  db: Db,
  name: string,
  {
    kind,
    subjects,
    at,
  }: {
    readonly kind: NoticeKind;
    readonly subjects: readonly string[];
    readonly at: Date;
  },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .insert(notice)
      .values(subjects.map((subject) => ({ channel: name, subject, kind, at })))
      .onConflictDoUpdate({ target: [notice.channel, notice.subject, notice.kind], set: { at } });
    await tx
      .insert(channel)
      .values({ name, lastToldAt: at })
      .onConflictDoUpdate({ target: channel.name, set: { lastToldAt: at } });
  });
}

/** Notes what keeps `name` from being told, with the time it began; null when it is well. */
export async function noteChannelTrouble(db: Db, name: string, trouble: string | null, at: Date): Promise<void> {
  const troubleSince = trouble === null ? null : at;
  await db
    .insert(channel)
    .values({ name, trouble, troubleSince })
    .onConflictDoUpdate({
      target: channel.name,
      set: {
        trouble,
        troubleSince:
          trouble === null ? null : sql`coalesce(${channel.troubleSince}, ${at.toISOString()}::timestamptz)`,
      },
    });
}

/** Every channel that was ever used, by name. */
export const channelHealth = (db: Db): Promise<ChannelHealth[]> => db.select().from(channel).orderBy(asc(channel.name));
