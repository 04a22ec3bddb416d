import type { PastRunId } from '../../cases/index.ts';
import { steerPastRun } from '../../store/index.ts';
import { act } from '../kernel/act.ts';
import { choice, rowId } from '../kernel/ask.ts';

const STATES = { pause: 'paused', resume: 'running', cancel: 'cancelled' } as const;
export const PAST_STEPS = ['pause', 'resume', 'cancel'] as const;

/** Pauses a reading of the past, has it go on, or ends it: then nothing of any mail is kept. @returns false when that cannot be done */
export const steerPast = act({
  path: '/past/:run/steer',
  right: 'past.run',
  audit: 'past.steer',
  ask: { run: rowId<PastRunId>(), step: choice(PAST_STEPS) },
  logged: ['step'],
  do: (tx, { run, step }, { at }) => steerPastRun(tx, run, STATES[step], { at }),
  told: (done: boolean) => (done ? {} : null),
  to: ({ run }) => `past/${run}`,
});
