import type { CaseId } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import type { RepeatRule } from './ladder.ts';

/** Acts that ask for something, so that the same can be asked for again. */
export const DEMANDS = [
  'apology-demand',
  'discount-demand',
  'free-work-or-rush',
  'hidden-subcontract',
  'summons',
  'position-company',
  'privacy',
  'repeated-scolding',
] as const satisfies readonly Act[];

/** A mail, call or visit in which something was asked for. */
export interface Demand {
  readonly at: Date;
  readonly caseId: CaseId;
  readonly acts: readonly Act[];
}

/** How often the same was asked for, each time after it had been answered. */
export interface Repeat {
  readonly act: Act;
  readonly times: readonly Pick<Demand, 'at' | 'caseId'>[]; // the first of each time, oldest first
  readonly answers: readonly Date[]; // of ours, between the first time and now
  readonly due: 'caution' | 'end' | null; // null: too early for either
}

/**
 * Counts demands of one other side. What comes again before it was answered is the same time: nobody repeats what they have heard nothing
 * about.
 *
 * @returns those that were made twice or more, the most often made first
 */
export function repeatsOf(
  demands: readonly Demand[],
  answers: readonly Date[],
  { caution, end }: Pick<RepeatRule, 'caution' | 'end'>,
): Repeat[] {
  return DEMANDS.flatMap((act): Repeat[] => {
    const own = demands.filter((one) => one.acts.includes(act)).sort((a, b) => a.at.getTime() - b.at.getTime());
    const times: Demand[] = [];
    for (const one of own) {
      const last = times.at(-1);
      if (last === undefined || answers.some((at) => at > last.at && at < one.at)) times.push(one);
    }
    if (times.length < 2) return [];
    const n = times.length;
    const since = times[0]!.at;
    return [
      {
        act,
        times: times.map(({ at, caseId }) => ({ at, caseId })),
        answers: answers.filter((at) => at > since).sort((a, b) => a.getTime() - b.getTime()),
        due: n >= end ? 'end' : n >= caution ? 'caution' : null,
      },
    ];
  }).sort((a, b) => b.times.length - a.times.length);
}
