import type { CaseStatus } from '../cases/index.ts';
import { type Care, openPoints } from '../response/index.ts';
import { Refusal } from './refusal.ts';

/**
 * What every step towards the other side asks first: the case is approved, and each point of its care list is done or declined. Only in
 * danger evidence goes to those who help before that: a way out that is blocked breeds ticks that are not true.
 *
 * Who is concerned can wish that nothing is done towards the other side: then nothing leaves the house, unless somebody found the case of the gravest kind.
 *
 * What finds nothing (`neutral`) waits for no approval; on an approved case it waits for the care list, too.
 *
 * @throws Refusal `case-status`, `wish-nothing` or `care-open`
 */
export function requireUnlocked(
  { status, care }: { readonly status: CaseStatus; readonly care: Care },
  { inDanger = false, neutral = false }: { readonly inDanger?: boolean; readonly neutral?: boolean } = {},
): void {
  if (care.stopped) throw new Refusal({ code: 'wish-nothing' });
  if (status !== 'approved' && neutral) return;
  if (status !== 'approved') throw new Refusal({ code: 'case-status' }, 'Only an approved case leaves the house.');
  const points = openPoints(care);
  if (points.length > 0 && !inDanger) throw new Refusal({ code: 'care-open', points });
}
