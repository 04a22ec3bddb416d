import type { PartId } from '../mail/index.ts';
import type { Tokenize } from '../text/index.ts';
import { type Assessment, BANDS, type Band, type ClassifierWord, type History, type Points } from './assessment.ts';
import type { Reader } from './classifier/classifier.ts';
import { readerWords } from './classifier/classifier-words.ts';
import type { Dictionary, Scoring } from './dictionary/index.ts';
import { assessFrequency } from './frequency.ts';
import { groupsOf } from './groups.ts';
import { findHits, type OwnSentence, toLines } from './match.ts';
import { type Scored, scoreHits } from './score.ts';
import { telling } from './telling.ts';

/** What the detection is told about a mail: own words only, and what came before it. */
export interface Subject {
  readonly sentences: readonly OwnSentence[];
  readonly textOf: (part: PartId) => string; // as written
  readonly at: Date;
  readonly timeZone: string;
  readonly history: History;
  readonly notes: readonly string[]; // what reading the mail has to say: automatic, cut …
}

export interface Detector {
  readonly dictionary: Dictionary;
  readonly tokenize: Tokenize;
  readonly reader: Reader | null;
}

/** Judges one mail. Deterministic: no clock, no store, no state between calls. */
export function assess(subject: Subject, { dictionary, tokenize, reader }: Detector): Assessment {
  const { scoring } = dictionary;
  const lines = toLines(subject.sentences, tokenize);
  const hits = findHits(dictionary, lines);
  const scored = scoreHits(dictionary, hits);
  const frequency = assessFrequency(
    {
      at: subject.at,
      timeZone: subject.timeZone,
      demands: new Set(scored.matches.filter(({ act }) => act !== null).map(({ entry }) => entry)),
      characters: lines.reduce((sum, { text }) => sum + text.length, 0),
    },
    subject.history,
    scoring.frequency,
  );
  const text = ownText(subject.sentences);
  const probability = reader?.probability(text, groupsOf(scored.matches, dictionary)) ?? null;
  const opinion = readerOpinion(probability, scored.score > 0, scoring);
  const points: Points = { dictionary: scored.score, frequency: frequency.points, classifier: opinion.points };
  const sum = points.dictionary + points.frequency + points.classifier;
  const least = Math.max(thresholdOf(leastBand(scored, scoring), scoring), opinion.atLeast);
  const score = Math.max(0, sum, least);
  const raises = opinion.points > 0 || opinion.atLeast > 0;
  const asWritten = <S extends Pick<ClassifierWord, 'part' | 'start' | 'end'>>(span: S) => ({
    ...span,
    text: subject.textOf(span.part).slice(span.start, span.end),
  });
  const found = scored.matches.map(asWritten);
  const matches = telling(found);
  return {
    band: bandOf(score, scoring),
    score: round(score),
    points: { ...points, classifier: round(points.classifier) },
    floor: scored.floor,
    acts: scored.acts,
    axes: { ...scored.axes, frequency: frequency.points },
    matches,
    reader: probability === null ? null : Math.round(probability * 1000) / 1000,
    readerWords: reader && raises ? readerWords(reader, text, lines).map(asWritten) : [],
    notes: [
      ...subject.notes,
      ...(matches.length < found.length ? ['matches.many'] : []),
      ...frequency.signs.map((sign) => `frequency.${sign}`),
      ...opinion.notes,
      ...(opinion.points < 0 && sum < least ? [OVERRULED] : []),
      ...scored.worries,
    ],
    dictionary: dictionary.version,
  };
}

/** The note of a mail that the classifier alone would have let go lower. */
export const OVERRULED = 'classifier.overruled';

const round = (points: number): number => Math.round(points * 100) / 100;

/** The band that the dictionaries hold, whatever the classifier takes off: a mail is ordinary only where both see nothing. */
function leastBand({ floor, grave, worries, score }: Scored, scoring: Scoring): Band {
  const bands: readonly Band[] = [
    floor?.band ?? 'ordinary',
    grave || worries.length > 0 ? 'review' : 'ordinary',
    score >= scoring.thresholds.grey ? 'grey' : 'ordinary',
  ];
  return bands.reduce((most, band) => (BANDS.indexOf(band) > BANDS.indexOf(most) ? band : most));
}

const thresholdOf = (band: Band, { thresholds }: Scoring): number => (band === 'ordinary' ? 0 : thresholds[band]);

/** Own text as the reader sees and learns it: folded, a line per sentence. */
export const ownText = (sentences: readonly OwnSentence[]): string =>
  sentences.map(({ sentence }) => sentence.text).join('\n');

export const bandOf = (score: number, { thresholds }: Scoring): Band => {
  if (score >= thresholds.urgent) return 'urgent';
  if (score >= thresholds.review) return 'review';
  return score >= thresholds.grey ? 'grey' : BANDS[0];
};

interface Opinion {
  readonly points: number; // added to those of the dictionaries
  readonly atLeast: number; // the score the reader reaches by itself
  readonly notes: readonly string[];
}

/** Beside matches the reader strengthens or weakens within its cap; by itself it surfaces, and flags only when sure. */
function readerOpinion(probability: number | null, hasMatches: boolean, { reader, thresholds }: Scoring): Opinion {
  if (probability === null) return { points: 0, atLeast: 0, notes: [] };
  const odds = Math.log(probability / (1 - probability)) * reader.strength;
  const points = hasMatches ? Math.min(Math.max(odds, -reader.cap), reader.cap) : 0;
  if (probability >= reader.flag) return { points, atLeast: thresholds.review, notes: ['reader.flags'] };
  if (probability >= reader.surface) return { points, atLeast: thresholds.grey, notes: ['reader.surfaces'] };
  return { points, atLeast: 0, notes: [] };
}
