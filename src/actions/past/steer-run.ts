import type { PastRunId } from '../../cases/index.ts';
import { steerPastRun } from '../../store/index.ts';
import { type Actor, auditActorOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

const STATES = { pause: 'paused', resume: 'running', cancel: 'cancelled' } as const;

export const PAST_STEPS = ['pause', 'resume', 'cancel'] as const;
export type PastStep = (typeof PAST_STEPS)[number];

/** Pauses a reading of the past, has it go on, or ends it: then nothing of any mail is kept. @returns false when that cannot be done. @throws Refusal `not-allowed` */
export async function steerPast(
  { audit, now }: Pick<ActionDeps, 'audit' | 'now'>,
  actor: Actor,
  run: PastRunId,
  step: PastStep,
): Promise<boolean> {
  requireRight(actor, 'past.run');
  const at = now();
  return audit.during(
    (tx) => steerPastRun(tx, run, STATES[step], { at }),
    (done) =>
      done ? { ...auditActorOf(actor, at), action: 'past.steer', target: `past/${run}`, details: { step } } : null,
  );
}
