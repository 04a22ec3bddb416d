import type { View } from './hash.ts';
import { type FlatClassifier, placeOf } from './model.ts';

/**
 * What the decisions of this site taught, beside the weights that ship and never in their place: a small number for each
 * feature that the shipped classifier knows. Of others nothing is learned, so that no name and no phrase of one sender is.
 */
export interface SiteWeights {
  readonly version: string; // as verdicts name it
  readonly hashes: Uint32Array; // of features
  readonly deltas: Float64Array; // of each, added to its weight
  readonly bias: number; // added to every mail, in log odds
}

/**
 * How much a view counts in what a site learns: about what each says by the weights that ship, but not tied to them. Where these need the
 * words no more, since the acts are told by them, a site goes on learning words, for people read them.
 */
export const SITE_SLOPES: Readonly<Record<View, number>> = { letters: 0.5, words: 0.1, clauses: 0.2, senses: 0.1 };

/** So far the log odds of one mail go up or down by what was learned here, whatever was decided. */
export const MOST_BY_SITE = 2.5;

/** Site weights in flat arrays, which threads share. */
export interface FlatSite {
  readonly siteNumbers: Uint8Array; // JSON of version and bias
  readonly siteHash: Uint32Array;
  readonly siteDelta: Float64Array;
}

export const flattenSite = ({ version, bias, hashes, deltas }: SiteWeights): FlatSite => ({
  siteNumbers: Uint8Array.from(Buffer.from(JSON.stringify({ version, bias }))),
  siteHash: hashes,
  siteDelta: deltas,
});

/** What was learned of the feature at each place of the shipped model. */
export interface LearnedHere {
  readonly version: string;
  readonly deltas: Float32Array;
  /** What a mail gets, of what its features add together. */
  added(sum: number): number;
}

export function learnedOver(flat: FlatClassifier, { siteNumbers, siteHash, siteDelta }: FlatSite): LearnedHere {
  const { version, bias }: Pick<SiteWeights, 'version' | 'bias'> = JSON.parse(Buffer.from(siteNumbers).toString());
  const deltas = new Float32Array(flat.featureHash.length);
  siteHash.forEach((hash, i) => {
    const place = placeOf(flat, hash);
    if (place >= 0) deltas[place] = siteDelta[i]!;
  });
  return { version, deltas, added: (sum) => withinSite(sum + bias) };
}

export const withinSite = (log: number): number => Math.max(-MOST_BY_SITE, Math.min(MOST_BY_SITE, log));
