import { and, eq, or, sql } from 'drizzle-orm';
import { type CaseId, type CaseStatus, mayWith, type PersonId, type Waiting } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { user } from '../schema/auth.ts';
import { caseFile } from '../schema/core.ts';
import { isVisible, type Visibility } from './visibility.ts';

/** What a case's row says of it. */
export interface WaitingRow {
  readonly assignee: PersonId | null;
  readonly withConsultation: boolean;
  readonly confidential: boolean;
}
type Values = Pick<WaitingRow, 'assignee' | 'withConsultation'>;

/** A case's row, which nobody else changes before the transaction ends; null where there is none in sight. */
export async function lockCase(
  tx: Db,
  id: CaseId,
  visibility: Visibility,
): Promise<(WaitingRow & { readonly status: CaseStatus }) | null> {
  const [row] = await tx
    .select({
      status: caseFile.status,
      assignee: caseFile.assignee,
      withConsultation: caseFile.withConsultation,
      confidential: caseFile.confidential,
    })
    .from(caseFile)
    .where(and(eq(caseFile.id, id), isVisible(visibility)))
    .for('update');
  return row ?? null;
}

/** For whom an open case waits. */
export function waitingOf({ assignee, withConsultation }: WaitingRow): Waiting {
  if (assignee !== null) return { kind: 'person', id: assignee };
  return { kind: withConsultation ? 'desk' : 'anyone' };
}

/** For whom a case waits that nobody named anyone for. */
export const usualWaiting = ({ confidential }: Pick<WaitingRow, 'confidential'>): Values => ({
  assignee: null,
  withConsultation: confidential,
});

/** What waits for one person no more: for the consultation desk if it was handed to it, else for anyone. */
export const released = {
  assignee: null,
  withConsultation: sql<boolean>`${or(caseFile.withConsultation, caseFile.confidential)}`,
};

/** Has a case wait for whom it waited before; for anyone when they no longer decide it. */
export async function waitAgainFor(tx: Db, { confidential }: WaitingRow, from: Waiting): Promise<Values> {
  const usual = usualWaiting({ confidential });
  switch (from.kind) {
    case 'anyone':
      return usual;
    case 'desk':
      return { assignee: null, withConsultation: true };
    case 'person': {
      const [found] = await tx
        .select({ roles: user.roles, deactivatedAt: user.deactivatedAt })
        .from(user)
        .where(eq(user.id, from.id));
      const decides =
        found !== undefined &&
        found.deactivatedAt === null &&
        mayWith(found.roles, 'cases.decide') &&
        (!confidential || found.roles.includes('desk'));
      return decides ? { assignee: from.id, withConsultation: false } : usual;
    }
  }
}

/** What came of an assignment; `others`: whoever asks may not take it from whom it waits for. */
export type AssignmentOutcome = 'assigned' | 'as-before' | 'not-found' | 'wrong-status' | 'others';

/**
 * Has an open case wait for one person, or for them no more (null). It is no decision: what was handed to the consultation desk
 * waits for it again then, and whoever is at the case stays there.
 *
 * @param may asked with for whom the case waits now, its row being locked
 */
export async function assignCase(
  tx: Db,
  id: CaseId,
  to: PersonId | null,
  { visibility, may }: { readonly visibility: Visibility; readonly may: (from: Waiting) => boolean },
): Promise<AssignmentOutcome> {
  const row = await lockCase(tx, id, visibility);
  if (row === null) return 'not-found';
  if (row.status !== 'open') return 'wrong-status';
  if (!may(waitingOf(row))) return 'others';
  if (row.assignee === to) return 'as-before';
  await tx
    .update(caseFile)
    .set(to === null ? released : { assignee: to })
    .where(eq(caseFile.id, id));
  return 'assigned';
}
