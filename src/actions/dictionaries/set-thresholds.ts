import type { ChangeId, PastRunId } from '../../cases/index.ts';
import { loadPastRun, type PastRun } from '../../store/index.ts';
import { fingerprint, levelFor, linesOf, planRule, type TrialFigures, thresholdsOf } from '../../tuning/index.ts';
import type { Actor } from '../actor.ts';
import { Refusal } from '../refusal.ts';
import { type ChangeDeps, currentText, writeChange } from './write-change.ts';

/**
 * Puts the thresholds in force for a mailbox that its trial proposes for a budget, as a change of the dictionaries: with author and difference, and
 * taken back like any other. What is grave stays surfaced whatever they are.
 *
 * @param budget cases a week
 * @param base fingerprint of the thresholds that whoever acts has looked at
 * @returns null when the trial is not there or not done, or proposes nothing for this budget
 * @throws Refusal `entry-changed`
 */
export async function setThresholds(
  deps: ChangeDeps,
  actor: Actor,
  { run: id, budget, base }: { run: PastRunId; budget: number; base: string },
): Promise<ChangeId | null> {
  const run = await loadPastRun(deps.db, id);
  if (run?.state !== 'done') return null;
  const level = levelFor(run.figures as TrialFigures, budget);
  if (level === null) return null;
  const plan = planRule(await deps.lab.files(), thresholdsOf(run.source), linesOf(level.thresholds, run.source));
  if (fingerprint(plan.before) !== base) throw new Refusal({ code: 'entry-changed' });
  return writeChange(deps, actor, plan, { kind: 'save', reason: '', effect: null, reverts: null });
}

/** By what somebody's form knows whether the thresholds that a trial is about are still those that they looked at. */
export const thresholdsInForce = async (deps: Pick<ChangeDeps, 'lab'>, run: PastRun): Promise<string> =>
  fingerprint(await currentText(deps, thresholdsOf(run.source).entry));
