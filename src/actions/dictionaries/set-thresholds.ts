import type { ChangeId, PastRunId } from '../../cases/index.ts';
import { loadPastRun } from '../../store/index.ts';
import {
  fingerprint,
  levelFor,
  planThresholds,
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
 * @throws Refusal `not-allowed`, `entry-changed`, `file-unwritten`
 */
export async function setThresholds(
  deps: ChangeDeps,
  actor: Actor,
  { run: id, budget, base, reason }: { run: PastRunId; budget: number; base: string; reason: string },
): Promise<ChangeId | null> {
  requireRight(actor, 'thresholds.set');
  const { db, lab } = deps;
  const run = await loadPastRun(db, id);
  if (run?.kind !== 'trial' || run.state !== 'done') return null;
  const level = levelFor(run.figures as TrialFigures, budget);
  if (level === null) return null;
  const plan = async () => {
    const made = await planThresholds(await lab.folder.read(), level.thresholds, lab.folder.takesChanges);
    if (made === null) throw new Refusal({ code: 'file-unwritten', cause: 'denied' });
    return made;
  };
  return writeChange(deps, actor, base, plan, {
    kind: 'save',
    entry: THRESHOLDS,
    act: null,
    reason,
    effect: null,
    reverts: null,
  });
}

/** By what somebody's form knows whether the thresholds are still those that they looked at. */
export const thresholdsInForce = async ({ lab }: Pick<ChangeDeps, 'lab'>): Promise<string> =>
  fingerprint(thresholdsText(await lab.folder.read()));
