import { describe, expect, it } from 'vitest';
import { type MissedEstimate, missedEstimate, type ReadStratum, readingPlan } from '../../../src/tuning/index.ts';
import { atLeast } from '../../../src/tuning/missed/incomplete-beta.ts';
import { coverage, YEARS } from './simulated-years.ts';

const stratum = (chance: number, read: number, missed: number, more: Partial<ReadStratum> = {}): ReadStratum => ({
  chance,
  kept: read,
  read,
  missed,
  unsure: 0,
  ...more,
});
const recall = ({ recall }: MissedEstimate) => recall!;

describe('the incomplete beta function', () => {
  it('is the binomial tail, summed term by term', () => {
    for (const [k, n, p] of [
      [1, 1, 0.3],
      [2, 10, 0.1],
      [7, 20, 0.5],
      [40, 90, 0.4],
      [3, 5_000, 0.001],
    ] as const) {
      let term = (1 - p) ** n;
      let below = 0;
      for (let i = 0; i < k; i++) {
        below += term;
        term *= ((n - i) / (i + 1)) * (p / (1 - p));
      }
      expect(atLeast(k, n - k + 1, p)).toBeCloseTo(1 - below, 9);
    }
  });
});

describe('how much is missed', () => {
  it('is exact where all was read', () => {
    const { missed, recall } = missedEstimate([stratum(1, 400, 3)], 97);
    expect(missed).toEqual({ estimate: 3, low: 3, high: 3 });
    expect(recall).toEqual({ share: 0.97, low: 0.97, high: 0.97 });
  });

  it('has the limits of Clopper and Pearson for one stratum', () => {
    // Of m mails of which each is kept with 1/100, none shows in (99/100)^m of all years: m = 366 is the last above 2.5 %.
    expect(missedEstimate([stratum(0.01, 200, 0)], 50).missed).toEqual({ estimate: 0, low: 0, high: 367 });
  });

  it('promises little when little was read, and more the more was', () => {
    const at = (chance: number) => recall(missedEstimate([stratum(chance, 300 * chance * 100, 0)], 100)).low;
    expect(at(0.01)).toBeLessThan(0.25);
    expect(at(0.1)).toBeGreaterThan(0.7);
    expect(at(0.5)).toBeGreaterThan(0.93);
  });

  it('knows no limit where a stratum was kept and nothing of it was read', () => {
    const { missed, recall } = missedEstimate([stratum(0.1, 100, 1), stratum(0.01, 0, 0, { kept: 30 })], 20);
    expect(missed).toMatchObject({ estimate: null, high: null });
    expect(missed.low).toBeGreaterThanOrEqual(1);
    expect(recall).toMatchObject({ share: 0, low: 0 });
  });

  it('counts what nobody has decided at one end only', () => {
    const sure = missedEstimate([stratum(0.1, 100, 1)], 50).missed;
    const unsure = missedEstimate([stratum(0.1, 100, 1, { unsure: 2 })], 50).missed;
    expect(unsure.low).toBe(sure.low);
    expect(unsure.high).toBeGreaterThan(sure.high!);
  });

  it('says nothing of a share where nothing was found, nor of anything where there is nothing', () => {
    expect(missedEstimate([stratum(0.1, 100, 0)], 0).recall).toBeNull();
    expect(missedEstimate([], 10)).toMatchObject({ missed: { estimate: null, high: null }, recall: { low: 0 } });
  });

  it('stays within its bounds with a coin that hardly ever falls', () => {
    const { missed } = missedEstimate([stratum(1e-6, 5, 1, { kept: 50 }), stratum(2.5e-5, 3, 0)], 10);
    expect(missed.high!).toBeGreaterThan(1e7);
    expect(Number.isFinite(missed.high)).toBe(true);
  });

  it.each(YEARS)('has the truth in its interval: %s', (_, year) => {
    expect(coverage(year, 40, 7).covered).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the plan for reading more', () => {
  it('is narrower the more is read', () => {
    const strata = [stratum(0.01, 300, 0), stratum(0.05, 60, 1), stratum(0.25, 40, 2)];
    const now = recall(missedEstimate(strata, 90));
    const plan = readingPlan(strata, 90);
    expect(plan.map(({ more }) => more)).toEqual([400, 1180, 2600].map(() => expect.any(Number)));
    const widths = [now, ...plan.map((one) => one.recall)].map(({ low, high }) => high - low);
    expect(widths.toSorted((a, b) => b - a)).toEqual(widths);
    expect(plan[0]!.more).toBeGreaterThanOrEqual(350);
  });

  it('is none where nothing was found yet', () => {
    expect(readingPlan([stratum(0.1, 10, 0)], 0)).toEqual([]);
  });
});
