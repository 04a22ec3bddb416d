import { type PastRunId, parsePastRunId } from '../../cases/index.ts';
import type { ActionDeps } from '../deps.ts';
import { setThresholds } from '../dictionaries/set-thresholds.ts';
import { type ActDeps, course, perform } from '../kernel/act.ts';
import { choice, line, pick } from '../kernel/ask.ts';
import { startPastRun } from '../past/start-run.ts';
import { PAST_STEPS, steerPast } from '../past/steer-run.ts';
import { Refusal, wrongFields } from '../refusal.ts';

const TRIAL_DAYS = 30;

/** Reads what came in the last 30 days, and keeps nothing of it. @throws Refusal `not-there` where it cannot be read, `wrong-fields` while as many run as may */
export const tryPastOf = course({
  path: '/mailboxes/trial',
  right: 'past.run',
  ask: { name: line(40) },
  async run(deps: Pick<ActionDeps, 'db' | 'audit' | 'now' | 'lab' | 'past'>, { name }, { actor }): Promise<PastRunId> {
    if (!deps.past.sources.includes(name)) throw new Refusal({ code: 'not-there' });
    const run = await startPastRun(deps, actor, { days: TRIAL_DAYS, over: 'mailbox', sources: [name], against: null });
    if (run === null) throw wrongFields({ name: 'taken' });
    return run;
  },
});

/** Pauses it, has it go on, or ends it. @throws Refusal `not-there` when it is over */
export const steerTrial = course({
  path: '/mailboxes/trial/steer',
  right: 'past.run',
  ask: { name: line(40), run: pick<PastRunId>(), step: choice(PAST_STEPS) },
  async run(deps: ActDeps, { run, step }, { actor }): Promise<void> {
    await perform(steerPast, deps, actor, { run: idOf(run), step });
  },
});

/** Has as many cases made of a mailbox as its trial says for some thresholds. @throws Refusal `not-there`, `entry-changed` */
export const chooseThresholds = course({
  path: '/mailboxes/thresholds',
  right: 'thresholds.set',
  ask: { name: line(40), run: pick<PastRunId>(), budget: line(10), base: line(100) },
  async run(deps: Pick<ActionDeps, 'db' | 'audit' | 'now' | 'lab'>, { run, budget, base }, { actor }): Promise<void> {
    const cases = /^\d{1,5}(\.\d{1,3})?$/.test(budget) ? Number(budget) : null;
    if (cases === null) throw wrongFields({ budget: 'wrong' });
    const change = await setThresholds(deps, actor, { run: idOf(run), budget: cases, base, reason: '' });
    if (change === null) throw new Refusal({ code: 'not-there' });
  },
});

function idOf(written: string): PastRunId {
  const id = parsePastRunId(written);
  if (id === null) throw new Refusal({ code: 'not-there' });
  return id;
}
