import { ACTS, type Act, type JudgedLanguage, TOLD, VIEWS } from '../../detect/index.ts';
import { GRAVEST } from './fit.ts';
import { fitLogistic } from './regression.ts';

/** Of the mails of an inbox that are harassment. */
const PRIOR = 1 / 50;
/**
 * Of the good mails of pens, where a language has few mails: so many flag that were held out. Two thirds of them are hard; of what an
 * inbox holds it is far less.
 */
const GOOD_FLAGGED: Readonly<Record<JudgedLanguage, number | null>> = { ja: null, en: 0.05, zh: 0.04 };
/** Log odds from which a mail is flagged by what ships. */
const FLAGGED = Math.log(0.07 / 0.93);
/** One mail in six hundred: of held-out harassment about one mail in a thousand is lost by asking no further. */
const SETTLED = Math.log(1 / 600);

/** How the scores of the views, in their order, of the act that is said most and of the sentences become log odds. */
export interface Opinion extends Calibration {
  readonly letters: { readonly slope: number; readonly offset: number; readonly settled: number };
}

interface Calibration {
  readonly slopes: readonly number[];
  readonly offset: number;
}

interface Scored {
  readonly positive: boolean;
  readonly scores: readonly number[];
}

/** How scores of what is told become log odds that a harassing mail is of that act, or grave. */
export interface Telling {
  readonly acts: Line;
  readonly grave: Line;
}

interface Line {
  readonly slope: number;
  readonly offset: number;
}

/** Fitted on held-out harassing mails; one line for all acts together, since rare ones have few mails. @param mails by scores in the order of TOLD */
export function tellingOf(mails: readonly ToldMail[]): Telling {
  const line = (rows: readonly Scored[]): Line => {
    const { slopes, offset } = calibrate(rows);
    return { slope: slopes[0]!, offset };
  };
  const grave = TOLD.indexOf('grave');
  return {
    acts: line(
      mails.flatMap(({ acts, told }) => ACTS.map((act, i) => ({ positive: acts.includes(act), scores: [told[i]!] }))),
    ),
    grave: line(mails.map(({ severity, told }) => ({ positive: severity === GRAVEST, scores: [told[grave]!] }))),
  };
}

/** A harassing mail as it was labelled, and its scores in the order of TOLD. */
export interface ToldMail {
  readonly acts: readonly Act[];
  readonly severity: number;
  readonly told: readonly number[];
}

/** Fitted on held-out mails (Platt 1999), then moved: files hold far more harassment than an inbox. */
export function opinionOf(mails: readonly Scored[], language: JudgedLanguage = 'ja'): Opinion {
  const all = calibrate(mails);
  const flagged = GOOD_FLAGGED[language];
  const moved = flagged === null ? towardsPrior(mails) : FLAGGED - exceededBy(flagged, mails, all);
  const letters = calibrate(mails.map(({ positive, scores }) => ({ positive, scores: [scores[0]!] })));
  return {
    slopes: all.slopes,
    offset: all.offset + moved,
    letters: { slope: letters.slopes[0]!, offset: letters.offset + moved, settled: SETTLED },
  };
}

function towardsPrior(mails: readonly Scored[]): number {
  const share = (mails.filter(({ positive }) => positive).length + 1) / (mails.length + 2);
  return Math.log(PRIOR / (1 - PRIOR)) - Math.log(share / (1 - share));
}

/** The log odds that a share of the good mails exceeds. */
function exceededBy(share: number, mails: readonly Scored[], { slopes, offset }: Calibration): number {
  const good = mails.filter(({ positive }) => !positive).map(({ scores }) => sumOf(scores, slopes, offset));
  return good.sort((a, b) => b - a)[Math.floor(share * good.length)] ?? offset;
}

const sumOf = (scores: readonly number[], slopes: readonly number[], offset: number): number =>
  scores.reduce((sum, score, i) => sum + slopes[i]! * score, offset);

/** By letters alone where they settle it, as `createClassifier` has it. */
export function logOdds({ slopes, offset, letters }: Opinion, scores: readonly number[]): number {
  const early = letters.offset + letters.slope * scores[0]!;
  return early < letters.settled ? early : sumOf(scores, slopes, offset);
}

/** Slopes and offset that turn scores into log odds. */
export function calibrate(mails: readonly Scored[]): Calibration {
  const size = mails[0]?.scores.length ?? VIEWS.length + 2;
  const { weights, bias } = fitLogistic(
    {
      starts: Uint32Array.from({ length: mails.length + 1 }, (_, i) => i * size),
      features: Uint32Array.from({ length: mails.length * size }, (_, i) => i % size),
      values: Float32Array.from(mails.flatMap(({ scores }) => scores)),
      positive: Uint8Array.from(mails, ({ positive }) => (positive ? 1 : 0)),
      shares: new Float64Array(mails.length).fill(1),
    },
    size,
    { penalty: PENALTY, rounds: ROUNDS },
  );
  return { slopes: [...weights], offset: bias };
}

const PENALTY = 1e-3; // next to none: scores that tell everything apart must not run away
const ROUNDS = 200;
