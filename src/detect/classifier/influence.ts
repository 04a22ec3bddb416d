import type { Scoring } from '../dictionary/index.ts';
import type { Judgement } from './classifier.ts';

/** What the classifier does to a score. */
export interface Influence {
  readonly points: number; // added to those of the dictionaries, within the cap
  readonly atLeast: number; // the score that it reaches by itself
  readonly notes: readonly string[];
}

const NONE: Influence = { points: 0, atLeast: 0, notes: [] };

/**
 * Beside matches the classifier strengthens or weakens within its cap, by how far its log odds lie from `neutral`; by
 * itself it surfaces, and flags only when sure.
 */
export function influenceOf(
  judgement: Judgement | null,
  hasMatches: boolean,
  { classifier: { neutral, strength, cap, flag, surface }, thresholds }: Scoring,
): Influence {
  if (judgement === null) return NONE;
  const { probability, abstained } = judgement;
  if (abstained !== null) return { ...NONE, notes: [`classifier.abstains-${abstained}`] };
  const speaks = (logOdds(probability) - logOdds(neutral)) * strength;
  const points = hasMatches ? Math.min(Math.max(speaks, -cap), cap) : 0;
  if (probability >= flag) return { points, atLeast: thresholds.review, notes: ['classifier.flags'] };
  if (probability >= surface) return { points, atLeast: thresholds.grey, notes: ['classifier.surfaces'] };
  return { ...NONE, points };
}

const logOdds = (probability: number): number => Math.log(probability / (1 - probability));
