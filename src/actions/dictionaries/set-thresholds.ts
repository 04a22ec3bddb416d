import type { ChangeId, PastRunId } from '../../cases/index.ts';
import { dictionaryChangeById, loadPastRun } from '../../store/index.ts';
import {
  fingerprint,
  levelFor,
  linesOf,
  planRule,
  THRESHOLDS,
  type TrialFigures,
  thresholdsText,
} from '../../tuning/index.ts';
import { type Actor, requireRight } from '../actor.ts';
import { Refusal } from '../refusal.ts';
import { type ChangeDeps, writeChange } from './write-change.ts';

/**
 * Puts the thresholds in force that a trial proposes for a budget, as a change of the dictionaries: with author, reason and difference,
 * and taken back like any other. What is grave stays surfaced whatever they are.
 *
 * @param base fingerprint of the thresholds that whoever acts has looked at
 * @returns null when the trial is not there or not done, or proposes nothing for this budget
 * @throws Refusal `not-allowed`, `entry-changed`
 */
export async function setThresholds(
  deps: ChangeDeps,
  actor: Actor,
  { run: id, budget, base, reason }: { run: PastRunId; budget: number; base: string; reason: string },
): Promise<ChangeId | null> {
  requireRight(actor, 'thresholds.set');
  const run = await loadPastRun(deps.db, id);
  if (run?.kind !== 'trial' || run.state !== 'done') return null;
  const level = levelFor(run.figures as TrialFigures, budget);
  if (level === null || level.thresholds.review >= 1) return null; // a trial from when thresholds were points
  const plan = planRule(
    await deps.lab.files(),
    { entry: THRESHOLDS, act: null, section: 'thresholds' },
    linesOf(level.thresholds),
  );
  if (fingerprint(plan.before) !== base) throw new Refusal({ code: 'entry-changed' });
  return writeChange(deps, actor, plan, { kind: 'save', reason, effect: null, reverts: null });
}

/** By what somebody's form knows whether the thresholds are still those that they looked at. */
export const thresholdsInForce = async ({ lab }: Pick<ChangeDeps, 'lab'>): Promise<string> =>
  fingerprint(thresholdsText(await lab.files()));

/**
 * Sets them back to what they were before a change of them.
 *
 * @throws Refusal `not-allowed`, `no-such-change`, `entry-changed`
 */
export async function takeThresholdsBack(deps: ChangeDeps, actor: Actor, id: ChangeId): Promise<ChangeId> {
  requireRight(actor, 'thresholds.set');
  const change = await dictionaryChangeById(deps.db, id);
  if (change?.entry !== THRESHOLDS) throw new Refusal({ code: 'no-such-change' });
  const { entry, act, section, before, after } = change;
  const plan = planRule(await deps.lab.files(), { entry, act, section }, before);
  if (fingerprint(plan.before) !== fingerprint(after)) throw new Refusal({ code: 'entry-changed' });
  return writeChange(deps, actor, plan, { kind: 'revert', reason: '', effect: null, reverts: id });
}
