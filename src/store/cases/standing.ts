import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import {
  type Approval,
  type CaseId,
  type CaseStatus,
  type CaseTimes,
  currentDecision,
  type Dismissal,
  type RecordedDecision,
} from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, decision } from '../schema/core.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from './visibility.ts';

/** What decided a case. */
export interface StandingDecision extends RecordedDecision {
  readonly decision: Approval | Dismissal;
}

/** Where a case stands: what was decided, and what its keeping goes by. */
export interface Standing {
  readonly times: CaseTimes;
  readonly decided: StandingDecision | null; // null: open
}

const AT_ONCE = 1_000; // ids of a question

/**
 * Where cases stand, by id; those that nobody may see are left out.
 *
 * @example
 * const standing = await standingOf(db, cases.map(({ id }) => id), { seesConfidential: false });
 */
export async function standingOf(
  db: Db,
  ids: readonly CaseId[],
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<ReadonlyMap<CaseId, Standing>> {
  const found = new Map<CaseId, Standing>();
  for (let at = 0; at < ids.length; at += AT_ONCE)
    for (const [id, standing] of await someStanding(db, ids.slice(at, at + AT_ONCE), visibility))
      found.set(id, standing);
  return found;
}

async function someStanding(db: Db, ids: readonly CaseId[], visibility: Visibility): Promise<[CaseId, Standing][]> {
  const rows = await db
    .selectDistinctOn([caseFile.id], {
      id: caseFile.id,
      times: {
        kind: caseFile.kind,
        status: caseFile.status,
        band: caseFile.band,
        receivedAt: caseFile.receivedAt,
        openedAt: caseFile.openedAt,
        decidedAt: caseFile.decidedAt,
        heldBy: caseFile.heldBy,
      },
      decision: decision.decision,
      by: decision.by,
      at: decision.at,
    })
    .from(caseFile)
    .leftJoin(decision, and(eq(decision.caseId, caseFile.id), eq(decision.at, caseFile.decidedAt), decides))
    .where(and(inArray(caseFile.id, [...ids]), isVisible(visibility)))
    .orderBy(caseFile.id, desc(decision.id));
  return rows.map(({ id, times, decision, by, at }) => {
    const decided = decision && currentDecision(decision);
    const stands = decided?.kind === 'approve' || decided?.kind === 'dismiss';
    return [id, { times, decided: stands ? { decision: decided, by: by!, at: at! } : null }];
  });
}

const decides = sql`${decision.decision} ->> 'kind' in ('approve', 'dismiss')`;

/**
 * Holds a case's row until the transaction ends: nobody deletes it or decides on it meanwhile, nor, with `update`, holds it as well.
 *
 * @returns null when there is none in sight
 */
export async function holdCase(
  tx: Db,
  id: CaseId,
  visibility: Visibility,
  how: 'share' | 'update' = 'share',
): Promise<CaseStatus | null> {
  const [row] = await tx
    .select({ status: caseFile.status })
    .from(caseFile)
    .where(and(eq(caseFile.id, id), isVisible(visibility)))
    .for(how);
  return row?.status ?? null;
}

/** The same, and how many decisions it has. */
export async function holdStanding(
  tx: Db,
  id: CaseId,
  visibility: Visibility = USUAL_VISIBILITY,
  how: 'share' | 'update' = 'share',
): Promise<{ readonly status: CaseStatus; readonly decisions: number } | null> {
  const status = await holdCase(tx, id, visibility, how);
  return status && { status, decisions: await tx.$count(decision, eq(decision.caseId, id)) };
}
