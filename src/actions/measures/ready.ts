import type { CaseId } from '../../cases/index.ts';
import { openPoints } from '../../response/index.ts';
import { type Db, holdStanding, loadCare } from '../../store/index.ts';
import { type Actor, visibilityOf } from '../actor.ts';
import { Refusal } from '../refusal.ts';

/**
 * What every step asks: the case is approved, and the person concerned was seen to. Holds the case's row, so that it stays so until the
 * transaction ends.
 *
 * @throws Refusal `no-such-case`, `case-status` or `care-open`
 */
export async function requireReady(tx: Db, actor: Actor, id: CaseId): Promise<void> {
  const visibility = visibilityOf(actor);
  const standing = await holdStanding(tx, id, visibility);
  const care = await loadCare(tx, id, visibility);
  if (standing === null || care === null) throw new Refusal({ code: 'no-such-case' });
  if (standing.status !== 'approved') throw new Refusal({ code: 'case-status' });
  const points = openPoints(care);
  if (points.length > 0) throw new Refusal({ code: 'care-open', points });
}
