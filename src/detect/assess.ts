import type { PartId } from '../mail/index.ts';
import type { Tokenize } from '../text/index.ts';
import {
  type Assessment,
  BANDS,
  type Band,
  type Excerpt,
  type History,
  isApprentice,
  OVERRULED,
  type Points,
  UNJUDGED,
} from './assessment.ts';
import type { Classifier } from './classifier/classifier.ts';
import { influenceOf } from './classifier/influence.ts';
import type { Dictionary, Scoring } from './dictionary/index.ts';
import { assessFrequency } from './frequency.ts';
import { findHits, type Line, type OwnSentence, toLines } from './match.ts';
import { type Scored, scoreHits } from './score.ts';
import { telling } from './telling.ts';

/** What the detection is told about a mail: own words only, and what came before it. */
export interface Subject {
  readonly sentences: readonly OwnSentence[];
  readonly textOf: (part: PartId) => string; // as written
  readonly at: Date;
  readonly timeZone: string;
  readonly history: History;
  readonly notes: readonly string[]; // what reading the mail has to say: automatic …
  readonly unjudged: boolean; // its reader sees more than `sentences`: the mail is at least grey
}

export interface Detector {
  readonly dictionary: Dictionary;
  readonly tokenize: Tokenize;
  readonly classifier: Classifier | null;
}

/** Judges one mail. Deterministic: no clock, no store, no state between calls. */
export function assess(subject: Subject, { dictionary, tokenize, classifier }: Detector): Assessment {
  const { scoring } = dictionary;
  const lines = toLines(subject.sentences, tokenize);
  const hits = findHits(dictionary, lines);
  const scored = scoreHits(dictionary, hits);
  const frequency = assessFrequency(
    {
      at: subject.at,
      timeZone: subject.timeZone,
      demands: new Set(
        scored.matches.filter((match) => match.act !== null && !isApprentice(match)).map(({ entry }) => entry),
      ),
      characters: lines.reduce((sum, { text }) => sum + text.length, 0),
    },
    subject.history,
    scoring.frequency,
  );
  const judgement = classifier?.judge(lines) ?? null;
  const influence = influenceOf(judgement, scored.score, scoring);
  const without = scored.score + frequency.points;
  const judged = without + influence.points;
  const score = Math.max(judged, thresholdOf(leastBand(subject, scored, scoring), scoring));
  const points: Points = { dictionary: scored.score, frequency: frequency.points, lifted: round(score - judged) };
  const asWritten = <S extends Omit<Excerpt, 'text'>>(span: S) => ({
    ...span,
    text: subject.textOf(span.part).slice(span.start, span.end),
  });
  const found = scored.matches.map(asWritten);
  const matches = telling(found);
  return {
    band: bandOf(score, scoring),
    score: round(score),
    points,
    floor: scored.floor,
    held: heldBand(subject, scored),
    acts: scored.acts,
    axes: { ...scored.axes, frequency: frequency.points },
    matches,
    classifier: judgement && {
      probability: Math.round(judgement.probability * 1000) / 1000,
      points: round(judged - without),
      sentence:
        judged > without && judgement.strongest !== null ? asWritten(spanOf(lines[judgement.strongest]!)) : null,
      abstained: judgement.abstained,
    },
    notes: [
      ...subject.notes,
      ...(subject.unjudged ? [UNJUDGED] : []),
      ...(matches.length < found.length ? ['matches.many'] : []),
      ...frequency.signs.map((sign) => `frequency.${sign}`),
      ...influence.notes,
      ...(score > judged && judged < without ? [OVERRULED] : []),
      ...scored.worries,
    ],
    dictionary: dictionary.version,
  };
}

const round = (points: number): number => Math.round(points * 100) / 100;

/**
 * The band that the dictionaries hold, whatever the classifier takes off: a mail is ordinary only where both see nothing. An
 * apprentice gets here as far as grey, and nowhere else.
 */
function leastBand(subject: Subject, scored: Scored, scoring: Scoring): Band {
  const points = Math.max(scored.score, scored.withApprentices);
  return higher(heldBand(subject, scored), points >= scoring.thresholds.grey ? 'grey' : 'ordinary');
}

function heldBand({ unjudged }: Subject, { floor, grave, worries }: Scored): Band {
  const found = higher(floor?.band ?? 'ordinary', grave || worries.length > 0 ? 'review' : 'ordinary');
  return higher(found, unjudged ? 'grey' : 'ordinary');
}

const higher = (a: Band, b: Band): Band => (BANDS.indexOf(a) >= BANDS.indexOf(b) ? a : b);

const thresholdOf = (band: Band, { thresholds }: Scoring): number => (band === 'ordinary' ? 0 : thresholds[band]);

const spanOf = ({ part, sentence: { start, end } }: Line): Omit<Excerpt, 'text'> => ({
  part,
  start: start[0]!,
  end: end.at(-1)!,
});

/** What the band of a mail was made of, without a word of it. */
export interface Ingredients {
  readonly dictionary: number; // points
  readonly frequency: number;
  readonly probability: number | null; // of the classifier; null: it said nothing
  readonly held: Band;
}

/** What an assessment was made of. @returns null for one that was stored without it */
export const ingredientsOf = ({ points, held, classifier }: Assessment): Ingredients | null =>
  held === undefined
    ? null
    : {
        dictionary: points.dictionary,
        frequency: points.frequency,
        probability: classifier === null || classifier.abstained !== null ? null : classifier.probability,
        held,
      };

/** The band that a mail would have under other thresholds. What holds it, holds it there as well. */
export function bandUnder({ dictionary, frequency, probability, held }: Ingredients, scoring: Scoring): Band {
  const { points } = influenceOf(probability === null ? null : { probability, abstained: null }, dictionary, scoring);
  const least = higher(held, dictionary >= scoring.thresholds.grey ? 'grey' : 'ordinary');
  return higher(least, bandOf(dictionary + frequency + points, scoring));
}

export const bandOf = (score: number, { thresholds }: Scoring): Band => {
  if (score >= thresholds.urgent) return 'urgent';
  if (score >= thresholds.review) return 'review';
  return score >= thresholds.grey ? 'grey' : BANDS[0];
};
