import { z } from 'zod';
import type { ChangeId, PastRunId } from '../../cases/index.ts';
import { loadPastRun, type PastRun } from '../../store/index.ts';
import {
  fingerprint,
  isThresholds,
  levelFor,
  linesOf,
  mailboxOf,
  planRule,
  type TrialFigures,
  thresholdsOf,
} from '../../tuning/index.ts';
import { type Actor, requireRight } from '../actor.ts';
import { course } from '../kernel/act.ts';
import { line, parts, rowId, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { requireChange } from './revert-change.ts';
import { type ChangeDeps, currentText, writeChange } from './write-change.ts';

/**
 * Puts the thresholds in force that a trial proposes for a budget, as a change of the dictionaries: with author, reason and difference,
 * and taken back like any other: those of the mailbox that the trial read, or of all if it read several. What is grave stays surfaced whatever they are.
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
  const mailbox = mailboxOf(run);
  const plan = planRule(await deps.lab.files(), thresholdsOf(mailbox), linesOf(level.thresholds, mailbox));
  if (fingerprint(plan.before) !== base) throw new Refusal({ code: 'entry-changed' });
  return writeChange(deps, actor, plan, { kind: 'save', reason, effect: null, reverts: null });
}

/** By what somebody's form knows whether the thresholds that a trial is about are still those that they looked at. */
export const thresholdsInForce = async (deps: Pick<ChangeDeps, 'lab'>, run: PastRun): Promise<string> =>
  fingerprint(await currentText(deps, thresholdsOf(mailboxOf(run)).entry));

/** The same as an act. `base` is what its form knows of what was looked at. */
export const applyThresholds = course({
  path: '/past/:run/thresholds',
  right: 'thresholds.set',
  ask: {
    run: rowId<PastRunId>(),
    budget: parts(
      z
        .string()
        .regex(/^\d{1,5}(\.\d)?$/)
        .transform(Number),
    ), // cases a day
    base: line(100, 'maybe'),
    reason: text(500, 'maybe'),
  },
  run: (deps: ChangeDeps, given, { actor }) => setThresholds(deps, actor, given),
});

/**
 * Sets them back to what they were before a change of them.
 *
 * @throws Refusal `no-such-change`, `entry-changed`
 */
export const takeThresholdsBack = course({
  path: '/past/:run/thresholds/:change/revert',
  right: 'thresholds.set',
  ask: { run: rowId<PastRunId>(), change: rowId<ChangeId>() },
  async run(deps: ChangeDeps, { change: id }, { actor }): Promise<ChangeId> {
    const change = await requireChange(deps, id);
    if (!isThresholds(change.entry)) throw new Refusal({ code: 'no-such-change' });
    const { entry, act, section, before, after } = change;
    const plan = planRule(await deps.lab.files(), { entry, act, section }, before);
    if (fingerprint(plan.before) !== fingerprint(after)) throw new Refusal({ code: 'entry-changed' });
    return writeChange(deps, actor, plan, { kind: 'revert', reason: '', effect: null, reverts: id });
  },
});
