import { ACTS, type Act, type JudgedLanguage, TOLD, VIEWS } from '../../detect/index.ts';
import { GRAVEST } from './fit.ts';
import { fitLogistic } from './regression.ts';

/** Of the mails of an inbox that are harassment; of Chinese fewer are supposed, for good ones of its pens are further from what an inbox holds. */
const PRIOR: Readonly<Record<JudgedLanguage, number>> = { ja: 1 / 50, en: 1 / 50, zh: 1 / 60 };
/** One mail in six hundred: of held-out harassment about one mail in a thousand is lost by asking no further. */
const SETTLED = Math.log(1 / 600);

/** How the scores of the views, in their order, of the act that is said most and of the sentences become log odds. */
export interface Opinion {
  readonly slopes: readonly number[];
  readonly offset: number;
  readonly letters: { readonly slope: number; readonly offset: number; readonly settled: number };
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

/** Fitted on held-out mails (Platt 1999), then moved to one harassing mail in fifty or sixty: files hold far more than an inbox. */
export function opinionOf(mails: readonly Scored[], language: JudgedLanguage = 'ja'): Opinion {
  const share = (mails.filter(({ positive }) => positive).length + 1) / (mails.length + 2);
  const moved = Math.log(PRIOR[language] / (1 - PRIOR[language])) - Math.log(share / (1 - share));
  const all = calibrate(mails);
  const letters = calibrate(mails.map(({ positive, scores }) => ({ positive, scores: [scores[0]!] })));
  return {
    slopes: all.slopes,
    offset: all.offset + moved,
    letters: { slope: letters.slopes[0]!, offset: letters.offset + moved, settled: SETTLED },
  };
}

/** By letters alone where they settle it, as `createClassifier` has it. */
export function logOdds({ slopes, offset, letters }: Opinion, scores: readonly number[]): number {
  const early = letters.offset + letters.slope * scores[0]!;
  return early < letters.settled ? early : scores.reduce((sum, score, i) => sum + slopes[i]! * score, offset);
}

/** Slopes and offset that turn scores into log odds. */
export function calibrate(mails: readonly Scored[]): { slopes: number[]; offset: number } {
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
