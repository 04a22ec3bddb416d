import type { FileQuality } from './file-quality.ts';
import { type Figures, figuresOf } from './metrics.ts';
import { type Ranking, rankingOf } from './ranking.ts';

/** Figures of several files together. */
export interface Pooled {
  readonly flagged: Figures;
  readonly surfaced: Figures;
  readonly ranking: Ranking | null; // by probability
}

export const pooled = (files: readonly FileQuality[]): Pooled => ({
  flagged: together(files.map(({ whole }) => whole.flagged)),
  surfaced: together(files.map(({ whole }) => whole.surfaced)),
  ranking:
    files.length === 1 ? files[0]!.whole.ranking : rankingOf(files.flatMap(({ byProbability }) => byProbability)),
});

/** Several counts as one. */
export function together(all: readonly Figures[]): Figures {
  if (all.length === 1) return all[0]!;
  const sum = (of: (one: Figures) => number) => all.reduce((total, one) => total + of(one), 0);
  return figuresOf(
    sum(({ tp }) => tp),
    sum(({ fp }) => fp),
    sum(({ fn }) => fn),
    sum(({ tn }) => tn),
  );
}
