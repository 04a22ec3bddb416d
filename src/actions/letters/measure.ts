import type { CaseId } from '../../cases/index.ts';
import {
  isYounger,
  type LetterKind,
  type LetterLanguage,
  type Measure,
  type MeasureRules,
  type MeasureStep,
  measureState,
  ruleWords,
  stepFor,
  suffices,
} from '../../response/index.ts';
import { caseOrigin, type Db, measuresOfCase, rulesOf } from '../../store/index.ts';
import { type Actor, visibilityOf } from '../actor.ts';
import { Refusal } from '../refusal.ts';

/** Measures in force on an approved case, by a proposal on it that a second person approved. */
const measuresInForce = async (db: Db, actor: Actor, id: CaseId): Promise<readonly Measure[]> =>
  (await measuresOfCase(db, id, visibilityOf(actor))).filter((one) => measureState(one, true) === 'in-force');

/** Their steps. */
export const stepsInForce = async (db: Db, actor: Actor, id: CaseId): Promise<readonly MeasureStep[]> =>
  (await measuresInForce(db, actor, id)).map(({ step }) => step);

/**
 * What a letter that is itself a step asks of an approved case: that the step was taken. Gives the measure; null for a letter that is no step.
 *
 * @throws Refusal `no-measure`
 */
export async function requireMeasureFor(db: Db, actor: Actor, id: CaseId, kind: LetterKind): Promise<Measure | null> {
  const step = stepFor(kind);
  if (step === null) return null;
  const measure = (await measuresInForce(db, actor, id)).findLast((one) => suffices([one.step], step));
  if (measure === undefined) throw new Refusal({ code: 'no-measure', step });
  return measure;
}

/** The rule by which a measure was decided, as a letter names it; null where it is younger than the case: nothing was set beforehand then. */
export async function ruleOfMeasure(
  db: Db,
  actor: Actor,
  { caseId, ruleVersion }: Measure,
  language: LetterLanguage,
  timeZone: string,
): Promise<string | null> {
  const rules = (await rulesOf<MeasureRules>(db, 'measures')).find(({ version }) => version === ruleVersion);
  const origin = await caseOrigin(db, caseId, visibilityOf(actor));
  if (rules === undefined || origin === null || isYounger(rules, origin.openedAt)) return null;
  return ruleWords(rules, language, timeZone);
}
