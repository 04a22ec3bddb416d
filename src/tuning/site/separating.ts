import type { CaseId } from '../../cases/index.ts';
import { viewOf } from '../../detect/index.ts';
import type { TaughtMail } from './fit.ts';

/** A word, or two in a row, that tells approved cases from dismissed ones; by its hash. */
export interface Separating {
  readonly feature: number;
  readonly approved: number; // cases with it
  readonly dismissed: number;
  readonly cases: readonly CaseId[]; // in which it stands
}

export interface SeparatingWords {
  readonly approved: readonly Separating[]; // stand rather in approved cases, strongest first
  readonly dismissed: readonly Separating[];
}

/** In how many cases a word must stand: of fewer it would tell what one customer wrote. */
const LEAST_CASES = 4;
/** What the prior weighs, in cases: so much must be seen before a rare word says anything. */
const PRIOR = 8;
/** Standard errors that a difference must be away from none. */
const LEAST_Z = 1.96;
const MOST = 30;

/**
 * Words by their log odds of standing in an approved against a dismissed case, with all cases as the prior (Monroe, Colaresi and Quinn
 * 2008). Each case counts a word once.
 */
export function separatingWords(cases: readonly (TaughtMail & { readonly caseId: CaseId })[]): SeparatingWords {
  const seen = new Map<number, { approved: number; dismissed: number; cases: CaseId[] }>();
  const all = { approved: 0, dismissed: 0 };
  for (const { caseId, positive, features } of cases) {
    const side = positive ? 'approved' : 'dismissed';
    all[side]++;
    for (const feature of features.filter((one) => viewOf(one) === 'words')) {
      const one = seen.get(feature) ?? { approved: 0, dismissed: 0, cases: [] };
      one[side]++;
      one.cases.push(caseId);
      seen.set(feature, one);
    }
  }
  const scored = [...seen].flatMap(([feature, one]) => {
    if (one.cases.length < LEAST_CASES) return [];
    const share = one.cases.length / cases.length;
    const ofSide = (side: 'approved' | 'dismissed') => ({
      having: one[side] + PRIOR * share,
      lacking: all[side] - one[side] + PRIOR * (1 - share),
    });
    const sides = [ofSide('approved'), ofSide('dismissed')] as const;
    const [approved, dismissed] = sides.map(({ having, lacking }) => Math.log(having / lacking));
    const variance = sides.reduce((sum, { having, lacking }) => sum + 1 / having + 1 / lacking, 0);
    const z = (approved! - dismissed!) / Math.sqrt(variance); // a word of all cases: neither side lacks it, and z is no number
    return Math.abs(z) >= LEAST_Z ? [{ feature, ...one, z }] : [];
  });
  const strongest = (sign: 1 | -1): Separating[] =>
    scored
      .filter(({ z }) => sign * z > 0)
      .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || a.feature - b.feature)
      .slice(0, MOST)
      .map(({ z: _, ...one }) => one);
  return { approved: strongest(1), dismissed: strongest(-1) };
}
