import { and, asc, desc, eq, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import type { CaseId, CounterpartyId } from '../../cases/index.ts';
import type { Hand, Measure, MeasureId, MeasureOutcome, MeasureStep } from '../../response/index.ts';
import type { Slice } from '../cases/filter.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, decision } from '../schema/core.ts';
import { counterparty } from '../schema/counterparty.ts';
import { measure } from '../schema/measure.ts';

/** Whether the case of a measure was decided on since it was proposed: opened again, that is, whatever came after. */
export const staleMeasure = sql<boolean>`${measure.decisions} <> (select count(*) from ${decision} where ${decision.caseId} = ${measure.caseId})`;

/** The measures of a case, the newest first; none of a case out of sight. */
export async function measuresOfCase(
  db: Db,
  id: CaseId,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<(Measure & { readonly counterpartyId: CounterpartyId })[]> {
  const rows = await db
    .select({ measure, stale: staleMeasure })
    .from(measure)
    .innerJoin(caseFile, eq(caseFile.id, measure.caseId))
    .where(and(eq(measure.caseId, id), isVisible(visibility)))
    .orderBy(desc(measure.id));
  return rows.map((row) => ({ ...measureOf(row.measure, row.stale), counterpartyId: row.measure.counterpartyId }));
}

/** When a case was opened, for what was written down later is younger than it; and whether the consultation desk alone sees it. */
export async function caseOrigin(
  db: Db,
  id: CaseId,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<{ readonly openedAt: Date; readonly confidential: boolean } | null> {
  const [row] = await db
    .select({ openedAt: caseFile.openedAt, confidential: caseFile.confidential })
    .from(caseFile)
    .where(and(eq(caseFile.id, id), isVisible(visibility)));
  return row ?? null;
}

/** A proposal. */
export type NewMeasure = Omit<Measure, 'id' | 'outcome' | 'lifted' | 'shown' | 'stale'> & {
  readonly counterpartyId: CounterpartyId;
};

/** @returns null while another proposal on the case waits for its second person */
export async function addMeasure(tx: Db, { proposed, opinion, ...given }: NewMeasure): Promise<MeasureId | null> {
  const [row] = await tx
    .insert(measure)
    .values({
      ...given,
      reason: clean(given.reason),
      gates: cleanJson(given.gates),
      opinion: opinion === null ? null : cleanJson(opinion),
      proposedBy: clean(proposed.by),
      proposedPerson: proposed.person,
      proposedAt: proposed.at,
    })
    .onConflictDoNothing()
    .returning({ id: measure.id });
  return row?.id ?? null;
}

/** Writes down what became of a proposal. @returns false when somebody was first, or there is no such one on the case */
export async function endProposal(
  tx: Db,
  caseId: CaseId,
  id: MeasureId,
  {
    what,
    note,
    shown,
    by,
    person,
    at,
  }: Hand & Pick<Measure, 'shown'> & { readonly what: MeasureOutcome; readonly note: string },
): Promise<boolean> {
  const rows = await tx
    .update(measure)
    .set({ outcome: what, outcomeNote: clean(note), outcomeBy: clean(by), outcomePerson: person, outcomeAt: at, shown })
    .where(and(eq(measure.id, id), eq(measure.caseId, caseId), isNull(measure.outcome)))
    .returning({ id: measure.id });
  return rows.length > 0;
}

/** Ends a measure that is in force. @returns as `endProposal` */
export async function liftMeasure(
  tx: Db,
  caseId: CaseId,
  id: MeasureId,
  { note, by, person, at }: Hand & { readonly note: string },
): Promise<boolean> {
  const rows = await tx
    .update(measure)
    .set({ liftNote: clean(note), liftedBy: clean(by), liftedPerson: person, liftedAt: at })
    .where(
      and(eq(measure.id, id), eq(measure.caseId, caseId), eq(measure.outcome, 'approved'), isNull(measure.liftedAt)),
    )
    .returning({ id: measure.id });
  return rows.length > 0;
}

/**
 * A measure in force as whoever serves the other side learns of it: which, since when, by which rules. The case stands beside it only for who
 * may see that, and one of a confidential case is told to others only where its second person said so.
 */
export interface InForce {
  readonly id: MeasureId;
  readonly step: MeasureStep;
  readonly since: Date;
  readonly ruleVersion: number;
  readonly caseId: CaseId | null;
  readonly counterpartyId: CounterpartyId;
  readonly counterparty: string; // name
}

/** What is in force against a counterparty, the newest first. */
export const measuresAgainst = (
  db: Db,
  counterpartyId: CounterpartyId,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<InForce[]> =>
  inForce(db, eq(measure.counterpartyId, counterpartyId), visibility).orderBy(desc(measure.outcomeAt)).limit(MOST);

const MOST = 50;

/** What is in force against anybody, by counterparty. */
export const measureList = (
  db: Db,
  { limit, offset }: Slice,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<InForce[]> =>
  inForce(db, undefined, visibility)
    .orderBy(asc(counterparty.name), desc(measure.outcomeAt))
    .limit(limit)
    .offset(offset);

const inForce = (db: Db, which: SQL | undefined, visibility: Visibility) =>
  db
    .select({
      id: measure.id,
      step: measure.step,
      since: sql<Date>`${measure.outcomeAt}`.mapWith(measure.proposedAt),
      ruleVersion: measure.ruleVersion,
      caseId: sql<CaseId | null>`case when ${isVisible(visibility) ?? sql`true`} then ${measure.caseId}::text end`,
      counterpartyId: measure.counterpartyId,
      counterparty: counterparty.name,
    })
    .from(measure)
    .innerJoin(caseFile, eq(caseFile.id, measure.caseId))
    .innerJoin(counterparty, eq(counterparty.id, measure.counterpartyId))
    .where(
      and(
        eq(measure.outcome, 'approved'),
        isNull(measure.liftedAt),
        eq(caseFile.status, 'approved'),
        not(staleMeasure),
        isVisible(visibility) && or(measure.shown, isVisible(visibility)),
        which,
      ),
    )
    .$dynamic();

function measureOf(row: typeof measure.$inferSelect, stale: boolean): Measure {
  const { outcome, outcomeAt, liftedAt } = row;
  return {
    id: row.id,
    caseId: row.caseId,
    step: row.step,
    ruleVersion: row.ruleVersion,
    reason: row.reason,
    gates: row.gates,
    opinion: row.opinion,
    decisions: row.decisions,
    stale,
    shown: row.shown,
    proposed: { by: row.proposedBy, person: row.proposedPerson, at: row.proposedAt },
    outcome:
      outcome === null || outcomeAt === null
        ? null
        : { what: outcome, by: row.outcomeBy ?? '', person: row.outcomePerson, at: outcomeAt, note: row.outcomeNote },
    lifted:
      liftedAt === null ? null : { by: row.liftedBy ?? '', person: row.liftedPerson, at: liftedAt, note: row.liftNote },
  };
}
