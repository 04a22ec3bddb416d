import { GATES, type Obstacle } from '../../../response/index.ts';
import type { Tried } from '../shell/acts/form.tsx';
import { first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** Most UTF-16 units of a note beside a gate or an opinion. */
export const MOST_NOTE = 1000;

/** The gates of a proposal and the opinion that was asked, put together of their fields. */
export function partsOf(values: Values): Readonly<Record<string, unknown>> {
  const written = (name: string) => first(values, name);
  const [from, day, note] = [written('opinion-from'), written('opinion-day'), written('opinion-note')];
  return {
    gates: Object.fromEntries(GATES.map((gate) => [gate, { answer: written(gate), note: written(`${gate}-note`) }])),
    opinion: [from, day, note].every((one) => one.trim() === '') ? null : { from, day, note },
  };
}

/** Refusals that the page of measures says; of some it shows by itself what is in the way. */
export const SAYS = [
  ...['gates-open', 'own-proposal', 'wrong-role', 'measure-waits', 'measure-stale', 'measure-decided', 'wrong-day'],
  ...['case-status', 'care-open', 'wish-nothing', 'no-rules', 'no-counterparty'],
] as const;

/** Why a form of the page was not taken, in a sentence; empty where the page says it by itself. */
export function errorWords({ problems, code, reason }: Tried, messages: Messages): string {
  const say = messages.measures;
  if (reason?.code === 'gates-open') return obstacleWords(reason.obstacles, messages);
  if (code === 'own-proposal' || code === 'wrong-role') return say.problems[code];
  if (code === 'measure-waits') return say.waits;
  if (code === 'measure-stale') return say.stale;
  if (code === 'measure-decided') return say.decided;
  if (problems.step !== undefined) return say.noStep;
  if (problems.gates !== undefined) return problems.gates === 'too-long' ? say.tooLong(MOST_NOTE) : say.unanswered;
  if (code === 'wrong-day' || problems.opinion !== undefined) return say.wrongOpinion;
  if (Object.values(problems).includes('too-long')) return say.tooLong(problems.reason ? 4000 : MOST_NOTE);
  return Object.keys(problems).length > 0 ? say.noReason : '';
}

/** What stands in the way, a sentence each. */
const obstacleWords = (obstacles: readonly Obstacle[], { measures: say }: Messages): string =>
  obstacles
    .map(({ gate, needs }) => say.obstacle({ ...say.gates, ...say.ruleGates }[gate], say.needs[needs]))
    .join(' ');
