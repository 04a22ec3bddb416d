import { and, eq, gte, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { RetentionDays } from '../../cases/index.ts';
import { RECEIPT_DAYS } from '../consultations/forwarded.ts';
import type { Db } from '../engine/db.ts';
import { isOver } from '../mails/watches.ts';
import { PAST_RUN_DAYS } from '../past/runs.ts';
import { forwarded } from '../schema/consultation.ts';
import { answer } from '../schema/core.ts';
import { cooperation, disclosure, objection } from '../schema/outside.ts';
import { pastRun } from '../schema/past.ts';
import { exposure, senderWatch } from '../schema/review.ts';
import { spotCheck } from '../schema/spot-check.ts';

const DAY_MS = 86_400_000;

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/** What goes by its age alone, of no case; what belongs to one goes with it. */
export interface PurgedByAge {
  readonly watches: number; // on senders
  readonly forwarded: number; // mails to the address for consultations: that one came, never its text
  readonly forwarders: number; // who sent those that were taken
  readonly objections: number; // that were answered, or put aside
  readonly cooperations: number; // requests of other companies that were answered
  readonly disclosures: number; // what people asked about what is kept of them, that was answered
  readonly pastRuns: number; // trials of a mailbox
  readonly answers: number; // when a customer was answered
  readonly views: number; // of painful words, by whom
  readonly spotFigures: number; // what was found in mails kept to be read
}

/** What figures of a year need, and a month more. */
const SPOT_FIGURES_DAYS = 400;

type Due = Readonly<Record<keyof PurgedByAge, { readonly table: PgTable; readonly which: SQL }>>;

function due(days: RetentionDays, now: Date): Due {
  const before = (kept: number) => daysBefore(now, kept);
  const state = forwarded.state;
  return {
    watches: { table: senderWatch, which: isOver(now) },
    forwarded: {
      table: forwarded,
      which: or(
        and(inArray(state, ['rejected', 'refused']), lt(forwarded.arrivedAt, before(days.dismissedDays))),
        and(eq(state, 'taken'), lt(forwarded.arrivedAt, before(days.approvedDays))),
      )!,
    },
    forwarders: {
      table: forwarded,
      which: and(
        eq(state, 'taken'),
        lt(forwarded.arrivedAt, before(RECEIPT_DAYS)),
        gte(forwarded.arrivedAt, before(days.approvedDays)),
        or(ne(forwarded.sender, ''), ne(forwarded.senderName, '')),
      )!,
    },
    objections: {
      table: objection,
      which: and(
        isNull(objection.caseId),
        or(lt(objection.answeredAt, before(days.registerDays)), lt(objection.asideAt, before(days.dismissedDays))),
      )!,
    },
    cooperations: {
      table: cooperation,
      which: and(isNull(cooperation.caseId), lt(cooperation.answeredAt, before(days.registerDays)))!,
    },
    disclosures: { table: disclosure, which: lt(disclosure.answeredAt, before(days.registerDays)) },
    pastRuns: { table: pastRun, which: lt(pastRun.changedAt, before(PAST_RUN_DAYS)) },
    answers: { table: answer, which: lt(answer.at, before(days.verdictDays)) },
    views: { table: exposure, which: lt(exposure.at, before(1)) },
    spotFigures: { table: spotCheck, which: lt(spotCheck.drawnAt, before(SPOT_FIGURES_DAYS)) },
  };
}

/** How much `purgeByAge` would delete now. */
export const countByAge = (db: Db, days: RetentionDays, now: Date): Promise<PurgedByAge> =>
  ofEach(due(days, now), ({ table, which }) => db.$count(table, which));

/** Deletes it, at most so many of each. */
export const purgeByAge = (tx: Db, days: RetentionDays, now: Date, most: number): Promise<PurgedByAge> =>
  ofEach(due(days, now), async ({ table, which }, kind) => {
    const some = tx
      .select({ place: sql`ctid` })
      .from(table)
      .where(which)
      .limit(most)
      .for('update', { skipLocked: true });
    const these = sql`ctid = any(array(${some}))`;
    const one = { one: sql`1` };
    const gone =
      kind === 'forwarders'
        ? await tx.update(forwarded).set({ sender: '', senderName: '' }).where(these).returning(one)
        : await tx.delete(table).where(these).returning(one);
    return gone.length;
  });

async function ofEach(
  all: Due,
  count: (one: Due[keyof Due], kind: keyof Due) => Promise<number>,
): Promise<PurgedByAge> {
  const counts: { -readonly [K in keyof PurgedByAge]?: number } = {};
  for (const kind of Object.keys(all) as (keyof Due)[]) counts[kind] = await count(all[kind], kind);
  return counts as PurgedByAge;
}
