import type { Interval } from '../intervals.ts';

/** What two people said of the same thing, without knowing of each other. */
export interface Pair {
  readonly first: boolean;
  readonly second: boolean;
}

export interface Agreement {
  readonly pairs: number;
  readonly same: number; // pairs that say the same
  readonly alpha: number | null; // null: everybody said the same of everything, so that chance explains as much
  readonly interval: Interval | null;
}

/**
 * Krippendorff's alpha for two answers and pairs of people (Krippendorff, Content Analysis, 2004, §11.3): 1 where all agree, 0 where they agree
 * as often as by chance. The interval, 95 %, is that of 2,000 samples of the pairs with replacement, as he proposes; equal pairs give
 * equal intervals.
 */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  const alpha = alphaOf(pairs);
  const same = pairs.filter(({ first, second }) => first === second).length;
  if (alpha === null) return { pairs: pairs.length, same, alpha, interval: null };
  const draw = seeded(pairs.length);
  const again = Array.from({ length: SAMPLES }, () =>
    alphaOf(Array.from({ length: pairs.length }, () => pairs[Math.floor(draw() * pairs.length)]!)),
  );
  const sorted = again.map((one) => one ?? 1).sort((a, b) => a - b); // where all say the same, all agree
  const at = (share: number) => sorted[Math.min(SAMPLES - 1, Math.floor(share * SAMPLES))]!;
  return { pairs: pairs.length, same, alpha, interval: { low: at(0.025), high: at(0.975) } };
}

const SAMPLES = 2_000;

/** 1 − observed disagreement / the disagreement to be expected by chance. */
function alphaOf(pairs: readonly Pair[]): number | null {
  const values = 2 * pairs.length;
  const yes = pairs.reduce((sum, { first, second }) => sum + Number(first) + Number(second), 0);
  const expected = (2 * yes * (values - yes)) / (values * (values - 1));
  if (pairs.length === 0 || expected === 0) return null;
  const observed = pairs.filter(({ first, second }) => first !== second).length / pairs.length;
  return 1 - observed / expected;
}

/** Mulberry32: small, quick and good enough to choose samples by. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Fewer pairs, or fewer people behind them, would tell of somebody. */
const ENOUGH = { pairs: 20, people: 4 };

/** Whether figures of an agreement may be shown: they are about nobody then. */
export const isEnough = (pairs: number, people: number): boolean => pairs >= ENOUGH.pairs && people >= ENOUGH.people;
