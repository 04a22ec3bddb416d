import { z } from 'zod';
import type { FileQuality } from './file-quality.ts';
import { pooled } from './pooled.ts';

const share = z.number().min(0).max(1);

/** What quality must not fall below, by corpus file or, of all pens of a language that is not Japanese, by language; kept beside the corpus and only ever raised. */
export const Floors = z.record(
  z.string(),
  z.strictObject({
    flaggedRecall: share,
    flaggedPrecision: share,
    surfacedRecall: share,
    flaggedFpr: share, // a ceiling
    rankedAt2: share.optional(), // recall at 2 % of good mail, by rank
  }),
);
export type Floors = z.output<typeof Floors>;

/** @returns a sentence for each figure below its floor, or above its ceiling. */
export function belowFloors(results: readonly FileQuality[], floors: Floors): string[] {
  return Object.entries(floors).flatMap(([name, floor]) => {
    const found = results.filter((result) => result.name === name || result.language === name);
    if (found.length === 0) return [`${name}: not measured`];
    const { flagged, surfaced, ranking } = pooled(found);
    const atLeast = (label: string, value: number | null, least: number | undefined) =>
      least !== undefined && (value ?? 0) < least ? [`${name}: ${label} ${(value ?? 0).toFixed(3)} < ${least}`] : [];
    return [
      ...atLeast('flagged recall', flagged.recall, floor.flaggedRecall),
      ...atLeast('flagged precision', flagged.precision, floor.flaggedPrecision),
      ...atLeast('surfaced recall', surfaced.recall, floor.surfacedRecall),
      ...atLeast('recall at 2 % of good mail', ranking?.recall_at['0.02'] ?? null, floor.rankedAt2),
      ...((flagged.fpr ?? 0) > floor.flaggedFpr
        ? [`${name}: flagged fpr ${(flagged.fpr ?? 0).toFixed(3)} > ${floor.flaggedFpr}`]
        : []),
    ];
  });
}
