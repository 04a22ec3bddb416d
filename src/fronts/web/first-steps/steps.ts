import type { Policy } from '../../../policy/index.ts';
import type { ReachableChannel } from '../../shared/index.ts';

/** What has to be done until mails come in and somebody is told, in this order. */
export const STEPS = ['mailbox', 'policy', 'people', 'channels', 'trial'] as const;
export type Step = (typeof STEPS)[number];

/** As many are not counted further. */
export const MANY_JUDGED = 10_000;

/** `trouble`: it was done, and does not work. */
export type StepState = 'done' | 'open' | 'trouble';

/** What is really there. */
export interface Facts {
  readonly sources: readonly { readonly name: string; readonly trouble: string | null; readonly seen: boolean }[]; // without the sample's
  readonly policy: Policy['kind'];
  readonly deciders: number; // accounts that may decide cases
  readonly desk: number; // of the consultation desk
  readonly unused: number; // links of invitations that nobody has used
  readonly channels: readonly ReachableChannel[];
  readonly judged: number; // mails with a verdict, counted to MANY_JUDGED
}

/** Two: a case that speaks of one of them needs another. */
const ENOUGH = 2;

/**
 * How far each step is.
 *
 * @example
 * stateOfSteps({ sources: [], policy: 'own', deciders: 1, desk: 0, unused: 0, channels: [], judged: 0 }).policy // → 'done'
 */
export function stateOfSteps({
  sources,
  policy,
  deciders,
  channels,
  judged,
}: Facts): Readonly<Record<Step, StepState>> {
  const urgent = channels.filter((one) => one.urgent);
  const when = (done: boolean): StepState => (done ? 'done' : 'open');
  return {
    mailbox: sources.some(({ trouble }) => trouble !== null) ? 'trouble' : when(sources.some(({ seen }) => seen)),
    policy: policy === 'unreadable' ? 'trouble' : when(policy === 'own'),
    people: when(deciders >= ENOUGH),
    channels: urgent.some(({ trouble }) => trouble !== null)
      ? 'trouble'
      : when(urgent.some(({ lastToldAt }) => lastToldAt !== null)),
    trial: when(judged > 0),
  };
}
