import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
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
    const flagged = (kind === 'report' ? null : row.flagged) ?? row.openedAt; // somebody waits from when they handed it in
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

/** What the clocks of a case are from now on. */
export interface CaseClocks {
  readonly of: FactsOfCase;
  readonly clocks: readonly (CaseClock & { readonly version: number })[];
}

/**
 * Writes the clocks of cases, and ends those that are not among them. However many cases, it takes a handful of statements: a burst of
 * flagged mails would else keep the embedded store busy while the next mails wait. The marks come first, as in `noteLooked`, so that the two
 * never wait for each other in a circle.
 *
 * @param written at least one case.
 */
export async function writeClocks(tx: Db, written: readonly CaseClocks[], now: Date): Promise<void> {
  await tx
    .insert(caseEscalation)
    .values(written.map(({ of: { id, mark } }) => ({ caseId: id, facts: mark })))
    .onConflictDoUpdate({ target: caseEscalation.caseId, set: { facts: sql`excluded.facts` } });
  const rows = written.flatMap(({ of: { id }, clocks }) =>
    clocks.map(({ step, level, version, startedAt, remindAt, dueAt }) => ({
      ...{ caseId: id, step, level, version, startedAt, remindAt, dueAt },
      endedAt: null,
    })),
  );
  if (rows.length > 0)
    await tx
      .insert(caseClock)
      .values(rows)
      .onConflictDoUpdate({
        target: [caseClock.caseId, caseClock.step, caseClock.startedAt],
        set: {
          level: sql`excluded.level`,
          version: sql`excluded.version`,
          remindAt: sql`excluded.remind_at`,
          dueAt: sql`excluded.due_at`,
          endedAt: null,
        },
      });
  const runs = new Set(rows.map(keyOf));
  const facts = new Map(written.map(({ of }) => [of.id, of]));
  const running = await tx
    .select({ caseId: caseClock.caseId, step: caseClock.step, startedAt: caseClock.startedAt })
    .from(caseClock)
    .where(and(inArray(caseClock.caseId, [...facts.keys()]), isNull(caseClock.endedAt)));
  for (const clock of running) {
    if (runs.has(keyOf(clock))) continue;
    const { caseId, step, startedAt } = clock;
    const { lookedAt, decidedAt } = facts.get(caseId)!;
    const done = step === 'look' ? lookedAt : step === 'decide' ? decidedAt : null;
    await tx
      .update(caseClock)
      .set({ endedAt: done !== null && done > startedAt ? done : now })
      .where(and(eq(caseClock.caseId, caseId), eq(caseClock.step, step), eq(caseClock.startedAt, startedAt)));
  }
}

const keyOf = ({
  caseId,
  step,
  startedAt,
}: {
  readonly caseId: CaseId;
  readonly step: string;
  readonly startedAt: Date;
}) => `${caseId} ${step} ${startedAt.toISOString()}`;

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
