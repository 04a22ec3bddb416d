import { isJudged, type JudgedRow, type PastRow } from '../../cases/index.ts';
import { BANDS, type Band, bandUnder, type EntryId, isSurfaced, type Thresholds } from '../../detect/index.ts';
import { type WeeklyRate, weeklyRate } from '../intervals.ts';
import { moments, type ReadFigures, readFigures } from './backtest-figures.ts';
import { beginningsOf, perWeek, type Span, weeksIn } from './cases.ts';
import { FACTORS, stricter } from './strictness.ts';

export type SurfacedBand = Exclude<Band, 'ordinary'>;

/** Cases a week that would begin under some thresholds. */
export interface Level {
  readonly factor: number; // of the thresholds in force
  readonly thresholds: Thresholds;
  readonly cases: WeeklyRate | null;
  readonly byBand: Readonly<Record<SurfacedBand, WeeklyRate | null>>;
}

/** What a mailbox would have brought, had Komainu been there: counts alone. */
export interface TrialFigures extends ReadFigures {
  readonly weeks: number;
  readonly bands: Readonly<Record<Band, number>>; // mails
  readonly held: WeeklyRate | null; // cases that no threshold takes away
  readonly noisiest: readonly NoisyEntry[]; // the most first
  readonly byClassifier: number; // surfaced mails in which no entry is counted
  readonly levels: readonly Level[]; // by rising factor
}

/** An entry in surfaced mails. */
export interface NoisyEntry {
  readonly entry: EntryId;
  readonly mails: number;
  readonly alone: number; // mails in which no other entry is counted
}

const MOST_NOISY = 20;
const SURFACED = BANDS.filter((band): band is SurfacedBand => band !== 'ordinary');

/** @param inForce when the run was judged */
export function trialFigures(rows: readonly PastRow[], span: Span, inForce: Thresholds): TrialFigures {
  const judged = rows.filter(isJudged);
  const surfaced = judged.filter(({ verdicts: [verdict] }) => isSurfaced(verdict!.band));
  const rate = (some: readonly JudgedRow[]) => weeklyRate(perWeek(moments(beginningsOf(some)), span));
  return {
    ...readFigures(rows),
    weeks: weeksIn(span),
    bands: count(judged),
    held: rate(judged.filter(({ verdicts: [verdict] }) => isSurfaced(verdict!.least))),
    noisiest: noisiest(surfaced),
    byClassifier: surfaced.filter(({ verdicts: [verdict] }) => verdict!.top.length === 0).length,
    levels: FACTORS.map((factor) => levelAt(judged, span, inForce, factor)),
  };
}

function levelAt(judged: readonly JudgedRow[], span: Span, inForce: Thresholds, factor: number): Level {
  const thresholds = stricter(inForce, factor);
  const banded = judged.map((row) => {
    const [verdict] = row.verdicts;
    // Under the thresholds in force the band is the one that was found.
    return { thread: row.thread, at: row.at, band: factor === 1 ? verdict!.band : bandUnder(verdict!, thresholds) };
  });
  const begun = beginningsOf(banded.filter(({ band }) => isSurfaced(band)));
  const rate = (some: readonly { readonly at: Date }[]) => weeklyRate(perWeek(moments(some), span));
  return {
    factor,
    thresholds,
    cases: rate(begun),
    byBand: Object.fromEntries(
      SURFACED.map((band) => [band, rate(begun.filter((one) => one.band === band))]),
    ) as Level['byBand'],
  };
}

/** The one mailbox that a trial read, whose thresholds it proposes; null: it read several, and proposes for all. */
export const mailboxOf = ({ sources }: { readonly sources: readonly string[] }): string | null =>
  sources.length === 1 ? sources[0]! : null;

type Levels = Pick<TrialFigures, 'levels'>;

/** Whether it makes a difference to the number of cases which thresholds are in force. */
export const thresholdsMatter = ({ levels }: Levels): boolean =>
  new Set(levels.map(({ cases }) => cases?.perWeek ?? 0)).size > 1;

/**
 * The loosest thresholds that bring no more cases a week than somebody can handle; null: even the strictest bring more, or all bring
 * the same, so that nothing speaks for any of them.
 *
 * @param budget cases a week
 */
export const levelFor = (figures: Levels, budget: number): Level | null =>
  thresholdsMatter(figures) ? (figures.levels.find(({ cases }) => (cases?.perWeek ?? 0) <= budget) ?? null) : null;

function count(judged: readonly JudgedRow[]): Record<Band, number> {
  const bands: Record<Band, number> = { ordinary: 0, grey: 0, review: 0, urgent: 0 };
  for (const { verdicts } of judged) bands[verdicts[0]!.band] += 1;
  return bands;
}

function noisiest(surfaced: readonly JudgedRow[]): NoisyEntry[] {
  const counts = new Map<EntryId, { mails: number; alone: number }>();
  for (const { verdicts } of surfaced) {
    const { top } = verdicts[0]!;
    for (const entry of top) {
      const known = counts.get(entry) ?? { mails: 0, alone: 0 };
      counts.set(entry, { mails: known.mails + 1, alone: known.alone + (top.length === 1 ? 1 : 0) });
    }
  }
  return [...counts]
    .map(([entry, counted]) => ({ entry, ...counted }))
    .sort((a, b) => b.mails - a.mails || b.alone - a.alone || (a.entry < b.entry ? -1 : 1))
    .slice(0, MOST_NOISY);
}
