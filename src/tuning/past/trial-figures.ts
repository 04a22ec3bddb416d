import { isJudged, type JudgedRow, type PastRow } from '../../cases/index.ts';
import { BANDS, type Band, bandUnder, isSurfaced, type Thresholds } from '../../detect/index.ts';
import { type WeeklyRate, weeklyRate } from '../intervals.ts';
import { beginningsOf, perWeek, type Span } from './cases.ts';
import { FACTORS, stricter } from './strictness.ts';

type SurfacedBand = Exclude<Band, 'ordinary'>;

/** Cases a week that would begin under some thresholds. */
export interface Level {
  readonly factor: number; // of the thresholds in force
  readonly thresholds: Thresholds;
  readonly cases: WeeklyRate | null;
  readonly byBand: Readonly<Record<SurfacedBand, WeeklyRate | null>>;
}

/** What a mailbox would have brought, had Komainu been there: counts alone. */
export interface TrialFigures {
  readonly mails: number; // judged
  readonly levels: readonly Level[]; // by rising factor
}

const SURFACED = BANDS.filter((band): band is SurfacedBand => band !== 'ordinary');

/** @param inForce when the mails were judged */
export function trialFigures(rows: readonly PastRow[], span: Span, inForce: Thresholds): TrialFigures {
  const judged = rows.filter(isJudged);
  return { mails: judged.length, levels: FACTORS.map((factor) => levelAt(judged, span, inForce, factor)) };
}

function levelAt(judged: readonly JudgedRow[], span: Span, inForce: Thresholds, factor: number): Level {
  const thresholds = stricter(inForce, factor);
  // Under the thresholds in force the band is the one that was found.
  const banded = judged.map(({ thread, at, verdict }) => ({
    thread,
    at,
    band: factor === 1 ? verdict.band : bandUnder(verdict, thresholds),
  }));
  const begun = beginningsOf(banded.filter(({ band }) => isSurfaced(band)));
  const rate = (some: readonly { readonly at: Date }[]) =>
    weeklyRate(
      perWeek(
        some.map(({ at }) => at),
        span,
      ),
    );
  return {
    factor,
    thresholds,
    cases: rate(begun),
    byBand: Object.fromEntries(
      SURFACED.map((band) => [band, rate(begun.filter((one) => one.band === band))]),
    ) as Level['byBand'],
  };
}

/** Whether it makes a difference to the number of cases which thresholds are in force. */
export const thresholdsMatter = ({ levels }: TrialFigures): boolean =>
  new Set(levels.map(({ cases }) => cases?.perWeek ?? 0)).size > 1;

/**
 * The loosest thresholds that bring no more cases a week than somebody can handle; null: even the strictest bring more, or all bring
 * the same, so that nothing speaks for any of them.
 *
 * @param budget cases a week
 */
export const levelFor = (figures: TrialFigures, budget: number): Level | null =>
  thresholdsMatter(figures) ? (figures.levels.find(({ cases }) => (cases?.perWeek ?? 0) <= budget) ?? null) : null;
