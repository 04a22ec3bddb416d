import type { Interval } from '../intervals.ts';
import { limitOf, type PossibleCounts, possibleCounts, type Side, stepFor, together } from './possible-counts.ts';

/** What was read of the ordinary mails that a coin kept with one chance. */
export interface ReadStratum {
  readonly chance: number; // with which the coin kept a mail
  readonly kept: number; // by the coin
  readonly read: number; // of these, in an order that tells nothing of them
  readonly missed: number; // of these: harassment
  readonly unsure: number; // of these: it may be, and nobody has decided
}

/** What is known of how much is missed. Counts are mails. */
export interface MissedEstimate {
  readonly found: number; // harassment that was surfaced and approved
  readonly read: number;
  readonly seen: number; // of these: harassment
  readonly unsure: number;
  readonly missed: { readonly estimate: number | null; readonly low: number; readonly high: number | null }; // null: nothing can be said
  readonly recall: (Interval & { readonly share: number }) | null; // of harassment, what is found; null: nothing was
}

const SHARE = 0.975; // on each side, so that 95 % lie between

/**
 * Estimates how many harassing mails stayed ordinary, and what share of all is found.
 *
 * The estimate is that of Horvitz and Thompson (1952): each mail counts for as many as its chance stands for. The interval joins the exact
 * distributions of the strata (Clopper and Pearson 1934) by convolution, those that are too high for the upper limit and those that are too low for the
 * lower one ("melding": Fay, Proschan and Brittain, Biometrics 2015). It claims no more than it knows: nothing seen among few mails means that there may be many, a
 * stratum of which nothing was read that there is no limit, and what nobody decided counts as missed at one end only.
 *
 * @param found harassment that was found among the mails of which these are a part
 */
export function missedEstimate(strata: readonly ReadStratum[], found: number): MissedEstimate {
  const sum = (of: (one: ReadStratum) => number) => strata.reduce((total, one) => total + of(one), 0);
  const blind = strata.length === 0 || strata.some((one) => effective(one) === 0);
  const [low, high] = [limit(strata, 'low'), blind ? null : limit(strata, 'high')];
  const estimate = blind ? null : sum((one) => one.missed / effective(one));
  return {
    found,
    read: sum(({ read }) => read),
    seen: sum(({ missed }) => missed),
    unsure: sum(({ unsure }) => unsure),
    missed: { estimate, low, high },
    recall:
      found === 0
        ? null
        : {
            share: estimate === null ? 0 : found / (found + estimate),
            low: high === null ? 0 : found / (found + high),
            high: found / (found + low),
          },
  };
}

/** With which chance a mail was kept and read; a stratum that kept nothing is read as a whole. */
const effective = ({ chance, kept, read }: ReadStratum): number => (kept === 0 ? chance : (chance * read) / kept);

function limit(strata: readonly ReadStratum[], side: Side): number {
  const parts = strata
    .map((one) => ({ chance: effective(one), seen: one.missed + (side === 'high' ? one.unsure : 0) }))
    .filter(({ chance }) => chance > 0);
  const step = stepFor(parts);
  const none: PossibleCounts = { step, mass: [1] };
  const all = parts.reduce((sum, { seen, chance }) => together(sum, possibleCounts(seen, chance, side, step)), none);
  return limitOf(all, side, SHARE);
}

/** What reading more would tell, if it shows what was seen so far. */
export interface ReadingPlan {
  readonly more: number; // mails to read besides
  readonly recall: Interval;
}

const FURTHER = [2, 4, 8];

/** For twice, four and eight times as many mails; empty while nothing can be said. */
export function readingPlan(strata: readonly ReadStratum[], found: number): ReadingPlan[] {
  if (found === 0) return [];
  return FURTHER.flatMap((times) => {
    const further = strata.map((one) => furtherOf(one, times));
    const { recall, missed, read } = missedEstimate(further, found);
    const more = read - strata.reduce((sum, one) => sum + one.read, 0);
    return recall === null || missed.high === null || more <= 0 ? [] : [{ more, recall }];
  });
}

function furtherOf(one: ReadStratum, times: number): ReadStratum {
  const chance = Math.min(1, effective(one) * times);
  const grown = effective(one) === 0 ? 1 : chance / effective(one);
  const read = Math.round(one.read * grown);
  return { chance, kept: read, read, missed: Math.round(one.missed * grown), unsure: 0 };
}
