import type { CaseId } from '../../cases/index.ts';
import { type LetterKind, type MeasureStep, measureState, stepFor, suffices } from '../../response/index.ts';
import { type Db, measuresOfCase } from '../../store/index.ts';
import { type Actor, visibilityOf } from '../actor.ts';
import { Refusal } from '../refusal.ts';

/** Steps in force on an approved case, by a proposal on it that a second person approved. */
export const stepsInForce = async (db: Db, actor: Actor, id: CaseId): Promise<readonly MeasureStep[]> =>
  (await measuresOfCase(db, id, visibilityOf(actor)))
    .filter((one) => measureState(one, true) === 'in-force')
    .map(({ step }) => step);

/**
 * What a letter that is itself a step asks of an approved case: that the step was taken.
 *
 * @throws Refusal `no-measure`
 */
export async function requireMeasureFor(db: Db, actor: Actor, id: CaseId, kind: LetterKind): Promise<void> {
  const step = stepFor(kind);
  if (step !== null && !suffices(await stepsInForce(db, actor, id), step))
    throw new Refusal({ code: 'no-measure', step });
}
