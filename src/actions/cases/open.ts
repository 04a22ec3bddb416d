import { type CaseDetail, type Claim, isHeavy } from '../../cases/index.ts';
import { noteExposure, noteLooked, noteMentionsSeen, noteSeen, openForDeciding } from '../../store/index.ts';
import { type PersonActor, requireRight, reviewerOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/**
 * Someone who decides opens a case: they claim it when nobody is at it, and let their other claims go; what was handed
 * in counts as seen, comments that mention them too, the clock for looking ends, and the case counts in what they read today.
 *
 * @returns the live claim, perhaps someone else's; null when the case is not open.
 * @throws Refusal `not-allowed`
 */
export async function openCase(
  { db, now }: Pick<ActionDeps, 'db' | 'now'>,
  person: PersonActor,
  detail: CaseDetail,
): Promise<Claim | null> {
  requireRight(person, 'cases.decide');
  const at = now();
  const claim = await openForDeciding(db, detail.id, reviewerOf(person), at);
  await noteLooked(db, detail.id, at);
  if (detail.report !== null) await noteSeen(db, detail.id, at);
  await noteMentionsSeen(db, person.id, detail.id, at);
  await noteExposure(db, { person: person.id, caseId: detail.id, heavy: isHeavy(detail), at });
  return claim;
}
