import { chanceOf, STRATA, type Stratum } from '../../../src/cases/index.ts';
import { missedEstimate } from '../../../src/tuning/index.ts';
import type { ReadStratum } from '../../../src/tuning/missed/missed.ts';

/** A year of a mailbox as it truly was. Counts are mails. */
export interface Year {
  readonly found: number; // harassment that was surfaced
  readonly ordinary: Readonly<Record<Stratum, { readonly mails: number; readonly missed: number }>>;
  readonly oneIn: number;
  readonly readOf: number; // share of the kept mails that people come to read
}

/** Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Each mail has its own coin and its own place, as in the service. */
export function readIn(year: Year, draw: () => number): ReadStratum[] {
  return STRATA.map((stratum) => {
    const chance = chanceOf(stratum, year.oneIn);
    const { mails, missed } = year.ordinary[stratum];
    const kept: { place: number; missed: boolean }[] = [];
    for (let i = 0; i < mails; i++) if (draw() < chance) kept.push({ place: draw(), missed: i < missed });
    const read = Math.round(kept.length * year.readOf);
    const seen = kept.sort((a, b) => a.place - b.place).slice(0, read);
    return { chance, kept: kept.length, read, missed: seen.filter((one) => one.missed).length, unsure: 0 };
  });
}

/** In how many of so many years, 0 to 1, the interval of the share that is found has the true one in it, and how wide it is on average. */
export function coverage(year: Year, years: number, seed: number): { covered: number; width: number } {
  const draw = seeded(seed);
  const truth = year.found / (year.found + STRATA.reduce((sum, one) => sum + year.ordinary[one].missed, 0));
  let covered = 0;
  let width = 0;
  for (let i = 0; i < years; i++) {
    const { low, high } = missedEstimate(readIn(year, draw), year.found).recall!;
    if (low <= truth && truth <= high) covered += 1;
    width += high - low;
  }
  return { covered: covered / years, width: width / years };
}

const ordinary = (none: [number, number], some: [number, number], near: [number, number]) => ({
  none: { mails: none[0], missed: none[1] },
  some: { mails: some[0], missed: some[1] },
  near: { mails: near[0], missed: near[1] },
});

/** Years of different kinds: many and few mails, many misses, a few and none, all read and a part. */
export const YEARS: readonly (readonly [label: string, year: Year])[] = [
  ['nothing missed', { found: 60, ordinary: ordinary([20_000, 0], [800, 0], [200, 0]), oneIn: 50, readOf: 1 }],
  [
    'one mail missed, without any sign',
    { found: 60, ordinary: ordinary([20_000, 1], [800, 0], [200, 0]), oneIn: 50, readOf: 1 },
  ],
  [
    'a few missed, most of them near',
    { found: 60, ordinary: ordinary([20_000, 1], [800, 2], [200, 4]), oneIn: 50, readOf: 1 },
  ],
  ['many missed', { found: 60, ordinary: ordinary([20_000, 40], [800, 30], [200, 30]), oneIn: 50, readOf: 1 }],
  [
    'a few missed, a third of the kept ones read',
    { found: 120, ordinary: ordinary([20_000, 4], [800, 4], [200, 6]), oneIn: 20, readOf: 1 / 3 },
  ],
  [
    'many missed, a third of the kept ones read',
    { found: 120, ordinary: ordinary([20_000, 60], [800, 40], [200, 50]), oneIn: 20, readOf: 1 / 3 },
  ],
  [
    'a small mailbox of which half is kept',
    { found: 12, ordinary: ordinary([2_000, 6], [150, 3], [40, 2]), oneIn: 2, readOf: 1 },
  ],
  [
    'few mails kept at all',
    { found: 30, ordinary: ordinary([20_000, 10], [300, 5], [50, 5]), oneIn: 1_000, readOf: 0.6 },
  ],
];
