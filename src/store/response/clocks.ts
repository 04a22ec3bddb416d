import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { CaseId, Severity } from '../../cases/index.ts';
import type { CaseClock, ClockFacts } from '../../response/index.ts';
import { isVisible, type Visibility } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, decision, verdict } from '../schema/core.ts';
import { caseClock, caseEscalation } from '../schema/response.ts';
import { openIn } from './care-list.ts';

/** A case with what its clocks are made of. */
export interface FactsOfCase {
  readonly id: CaseId;
  readonly facts: ClockFacts;
  readonly mark: string; // by which a change is known
  readonly lookedAt: Date | null;
  readonly decidedAt: Date | null;
}

const AT_ONCE = 200;

/**
 * Cases that have changed since their clocks were made, confidential ones too: shown to nobody. Of the many that were decided long ago only
 * those are compared on which a clock still runs.
 */
export const changedCases = (db: Db): Promise<FactsOfCase[]> =>
  factsWhere(
    db,
    and(
      or(
        eq(caseFile.status, 'open'),
        sql`exists ${runningOf(db)}`,
        and(eq(caseFile.status, 'approved'), sql`coalesce(${caseEscalation.facts}, '') not like 'approved|%'`),
      ),
      sql`coalesce(${caseEscalation.facts}, '') <> ${markOf(db)}`,
    ),
  );

/** The same of one case in sight, changed or not. */
export const clockFactsOf = async (db: Db, id: CaseId, visibility: Visibility): Promise<FactsOfCase | null> =>
  (await factsWhere(db, and(eq(caseFile.id, id), isVisible(visibility))))[0] ?? null;

const runningOf = (db: Db) =>
  db
    .select({ one: sql`1` })
    .from(caseClock)
    .where(and(eq(caseClock.caseId, caseFile.id), isNull(caseClock.endedAt)));

async function factsWhere(db: Db, where: SQL | undefined): Promise<FactsOfCase[]> {
  const rows = await db
    .select({
      id: caseFile.id,
      status: caseFile.status,
      kind: caseFile.kind,
      band: caseFile.band,
      acts: caseFile.acts,
      openedAt: caseFile.openedAt,
      decidedAt: caseFile.decidedAt,
      severity: sql<Severity | null>`(select (${decision.decision}->>'severity')::int from ${decision} where ${decision.caseId} = ${caseFile.id} and ${decision.decision}->>'kind' = 'approve' order by ${decision.id} desc limit 1)`,
      flagged: flaggedAt(sql`true`).mapWith(decision.at),
      unseen: flaggedAt(sql`${verdict.screenedAt} > ${caseEscalation.lookedAt}`).mapWith(decision.at),
      reopened:
        sql<Date | null>`(select min(${decision.at}) from ${decision} where ${decision.caseId} = ${caseFile.id} and ${decision.decision}->>'kind' = 'reopen' and ${decision.id} > (select max(closed.id) from ${decision} closed where closed.case_id = ${caseFile.id} and closed.decision->>'kind' in ('approve', 'dismiss')))`.mapWith(
          decision.at,
        ),
      carePoints: openIn(db),
      lookedAt: caseEscalation.lookedAt,
      mark: markOf(db),
    })
    .from(caseFile)
    .leftJoin(caseEscalation, eq(caseEscalation.caseId, caseFile.id))
    .where(where)
    .orderBy(caseFile.id)
    .limit(AT_ONCE);
  return rows.map((row) => {
    const { id, status, kind, band, acts, severity, mark, lookedAt, decidedAt } = row;
    const flagged = row.flagged ?? row.openedAt;
    const begun = row.reopened !== null && row.reopened > flagged ? row.reopened : flagged;
    const since = {
      look: lookedAt === null ? flagged : row.unseen,
      decide: begun,
      care: row.carePoints > 0 ? decidedAt : null,
    };
    return { id, facts: { status, kind, band, acts, severity, since }, mark, lookedAt, decidedAt };
  });
}

/** When the first mail was judged that put the case where it is. */
const flaggedAt = (which: SQL): SQL<Date | null> =>
  sql`(select min(${verdict.screenedAt}) from ${caseMail} inner join ${verdict} on ${verdict.mailId} = ${caseMail.mailId} where ${caseMail.caseId} = ${caseFile.id} and ${verdict.band} is not distinct from ${caseFile.band} and ${which})`;

/** Whatever changes the clocks of a case changes this. */
const markOf = (db: Db): SQL<string> =>
  sql<string>`concat_ws('|', ${caseFile.status}, ${caseFile.kind}, ${caseFile.band}, array_to_string(${caseFile.acts}, ','), (select count(*) from ${decision} where ${decision.caseId} = ${caseFile.id}), (select count(*) from ${caseMail} where ${caseMail.caseId} = ${caseFile.id}), ${openIn(db)}, coalesce(extract(epoch from ${caseEscalation.lookedAt})::text, '-'))`;

/** Writes the clocks of a case, and ends those that are not among them. */
export async function writeClocks(
  tx: Db,
  { id, mark, lookedAt, decidedAt }: FactsOfCase,
  clocks: readonly (CaseClock & { readonly version: number })[],
  now: Date,
): Promise<void> {
  for (const { step, level, version, startedAt, remindAt, dueAt } of clocks) {
    const row = { level, version, remindAt, dueAt, endedAt: null };
    await tx
      .insert(caseClock)
      .values({ caseId: id, step, startedAt, ...row })
      .onConflictDoUpdate({ target: [caseClock.caseId, caseClock.step, caseClock.startedAt], set: row });
  }
  const runs = clocks.map(({ step, startedAt }) => `${step} ${startedAt.toISOString()}`);
  const own = await tx
    .select({ step: caseClock.step, startedAt: caseClock.startedAt })
    .from(caseClock)
    .where(and(eq(caseClock.caseId, id), isNull(caseClock.endedAt)));
  for (const { step, startedAt } of own) {
    if (runs.includes(`${step} ${startedAt.toISOString()}`)) continue;
    const done = step === 'look' ? lookedAt : step === 'decide' ? decidedAt : null;
    await tx
      .update(caseClock)
      .set({ endedAt: done !== null && done > startedAt ? done : now })
      .where(and(eq(caseClock.caseId, id), eq(caseClock.step, step), eq(caseClock.startedAt, startedAt)));
  }
  await tx
    .insert(caseEscalation)
    .values({ caseId: id, facts: mark })
    .onConflictDoUpdate({ target: caseEscalation.caseId, set: { facts: mark } });
}

/** Somebody who decides looked at a case: the clock for that ends at this moment. */
export async function noteLooked(db: Db, id: CaseId, at: Date): Promise<void> {
  await db
    .insert(caseEscalation)
    .values({ caseId: id, lookedAt: at })
    .onConflictDoUpdate({ target: caseEscalation.caseId, set: { lookedAt: at } });
  await db
    .update(caseClock)
    .set({ endedAt: at })
    .where(and(eq(caseClock.caseId, id), eq(caseClock.step, 'look'), isNull(caseClock.endedAt)));
}
