import type { ChangeId, PastRunId } from '../../cases/index.ts';
import type { Thresholds } from '../../detect/index.ts';
import { type DictionaryChange, dictionaryChangeById, loadPastRun } from '../../store/index.ts';
import {
  fingerprint,
  levelFor,
  planThresholds,
  THRESHOLDS,
  type TrialFigures,
  thresholdsIn,
  thresholdsText,
} from '../../tuning/index.ts';
import { type Actor, requireRight } from '../actor.ts';
import { Refusal } from '../refusal.ts';
import { type ChangeDeps, currentText, writeChange } from './write-change.ts';

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
  const run = await loadPastRun(deps.db, id);
  if (run?.kind !== 'trial' || run.state !== 'done') return null;
  const level = levelFor(run.figures as TrialFigures, budget);
  if (level === null || level.thresholds.review >= 1) return null; // a trial from when thresholds were points
  return writeChange(deps, actor, base, planFor(deps, level.thresholds), {
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

/**
 * Sets them back to what they were before a change of them.
 *
 * @throws Refusal `not-allowed`, `no-such-change`, `entry-changed`, `file-unwritten`
 */
export async function takeThresholdsBack(deps: ChangeDeps, actor: Actor, id: ChangeId): Promise<ChangeId> {
  requireRight(actor, 'thresholds.set');
  const change = await dictionaryChangeById(deps.db, id);
  if (change?.entry !== THRESHOLDS) throw new Refusal({ code: 'no-such-change' });
  return returnThresholds(deps, actor, change, '');
}

/** They are two numbers that were in force together: nothing is compiled to know what they are. */
export async function returnThresholds(
  deps: ChangeDeps,
  actor: Actor,
  { id, before, after }: DictionaryChange,
  reason: string,
): Promise<ChangeId> {
  if (fingerprint(await currentText(deps, THRESHOLDS)) !== fingerprint(after))
    throw new Refusal({ code: 'entry-changed' });
  const thresholds = before === null ? null : thresholdsIn(before);
  return writeChange(deps, actor, fingerprint(after), planFor(deps, thresholds), {
    kind: 'revert',
    entry: THRESHOLDS,
    act: null,
    reason,
    effect: null,
    reverts: id,
  });
}

const planFor =
  ({ lab: { folder } }: Pick<ChangeDeps, 'lab'>, thresholds: Thresholds | null) =>
  async () => {
    const plan = thresholds && (await planThresholds(await folder.read(), thresholds, folder.takesChanges));
    if (plan === null) throw new Refusal({ code: 'file-unwritten', cause: 'denied' });
    return plan;
  };
