import type { CaseId } from '../../cases/index.ts';
import { type Db, holdStanding, loadCare } from '../../store/index.ts';
import { type Actor, visibilityOf } from '../actor.ts';
import { requireUnlocked } from '../external-step.ts';
import { Refusal } from '../refusal.ts';

/**
 * What every step asks: the case is approved, and the person concerned was seen to. Holds the case's row, so that it stays so until the
 * transaction ends.
 *
 * @returns how many decisions it has by now
 *
 * @throws Refusal `no-such-case`, `case-status` or `care-open`
 */
export async function requireReady(tx: Db, actor: Actor, id: CaseId): Promise<{ readonly decisions: number }> {
  const visibility = visibilityOf(actor);
  const standing = await holdStanding(tx, id, visibility);
  const care = await loadCare(tx, id, visibility);
  if (standing === null || care === null) throw new Refusal({ code: 'no-such-case' });
  requireUnlocked({ status: standing.status, care });
  return standing;
}
