import { type PastRunId, parsePastRunId } from '../../cases/index.ts';
import { addPastRun, openPastRuns, steerPastRun } from '../../store/index.ts';
import { packFiles } from '../../tuning/index.ts';
import { auditActorOf, nameOf, personIdOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { setThresholds } from '../dictionaries/set-thresholds.ts';
import { act, course } from '../kernel/act.ts';
import { choice, line, pick } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';

const TRIAL_DAYS = 30;
const MOST_OPEN_RUNS = 3; // they are worked at one after another
const DAY_MS = 86_400_000;

/**
 * Reads what came in the last 30 days, and keeps nothing of it. The dictionaries are those of this moment, whatever becomes of them while it runs.
 *
 * @throws Refusal `not-there` where it cannot be read, `wrong-fields` while as many run as may
 */
export const tryPastOf = course({
  path: '/mailboxes/trial',
  right: 'settings.manage',
  ask: { name: line(40) },
  async run(
    { db, audit, now, lab, past }: Pick<ActionDeps, 'db' | 'audit' | 'now' | 'lab' | 'past'>,
    { name },
    { actor },
  ): Promise<PastRunId> {
    if (!past.sources.includes(name)) throw new Refusal({ code: 'not-there' });
    if ((await openPastRuns(db)) >= MOST_OPEN_RUNS) throw wrongFields({ name: 'taken' });
    const rules = packFiles(await lab.files());
    const until = now();
    return audit.during(
      (tx) =>
        addPastRun(tx, {
          startedAt: until,
          person: personIdOf(actor),
          by: nameOf(actor),
          source: name,
          since: new Date(until.getTime() - TRIAL_DAYS * DAY_MS),
          until,
          rules,
        }),
      (run) => ({
        ...auditActorOf(actor, until),
        action: 'past.start',
        target: `past/${run}`,
        details: { days: TRIAL_DAYS },
      }),
    );
  },
});

const STATES = { resume: 'running', cancel: 'cancelled' } as const;

/** Has a trial that is paused go on, or ends it: then nothing of any mail is kept. @returns false when that cannot be done: one that is over stays so */
export const steerTrial = act({
  path: '/mailboxes/trial/steer',
  right: 'settings.manage',
  audit: 'past.steer',
  ask: { name: line(40), run: pick<PastRunId>(), step: choice(['resume', 'cancel']) },
  logged: ['step'],
  do: (tx, { run, step }, { at }) => steerPastRun(tx, idOf(run), STATES[step], { at }),
  told: (done: boolean) => (done ? {} : null),
  to: ({ run }) => `past/${run}`,
});

/** Has as many cases made of a mailbox as its trial says for some thresholds. @throws Refusal `not-there`, `entry-changed` */
export const chooseThresholds = course({
  path: '/mailboxes/thresholds',
  right: 'settings.manage',
  ask: { name: line(40), run: pick<PastRunId>(), budget: line(10), base: line(100, 'maybe') }, // no base: the mailbox has none of its own yet
  async run(deps: Pick<ActionDeps, 'db' | 'audit' | 'now' | 'lab'>, { run, budget, base }, { actor }): Promise<void> {
    const cases = /^\d{1,5}(\.\d{1,3})?$/.test(budget) ? Number(budget) : null;
    if (cases === null) throw wrongFields({ budget: 'wrong' });
    const change = await setThresholds(deps, actor, { run: idOf(run), budget: cases, base });
    if (change === null) throw new Refusal({ code: 'not-there' });
  },
});

function idOf(written: string): PastRunId {
  const id = parsePastRunId(written);
  if (id === null) throw new Refusal({ code: 'not-there' });
  return id;
}
