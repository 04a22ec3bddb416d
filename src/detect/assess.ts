import type { PartId } from '../mail/index.ts';
import type { Tokenize } from '../text/index.ts';
import {
  ACTS,
  type ActProbability,
  type AssessedMatch,
  type Assessment,
  type Excerpt,
  FORMAT,
  type History,
  isForeign,
  type Judge,
  type Strength,
  type Thresholds,
  UNJUDGED,
} from './assessment.ts';
import { probabilityOf } from './classifier/acts.ts';
import type { Classifier, Judgement } from './classifier/classifier.ts';
import type { JudgedLanguage } from './classifier/language.ts';
import type { Dictionary, Scoring } from './dictionary/index.ts';
import { leastOf } from './judging/at-least.ts';
import { bandUnder, ingredientsOf, ownThresholds, strengthAlone } from './judging/band.ts';
import { dictionaryOdds } from './judging/dictionary-odds.ts';
import { assessFrequency } from './judging/frequency.ts';
import { type Weighed, weigh } from './judging/meant.ts';
import { oddsOf } from './judging/odds.ts';
import { telling } from './judging/telling.ts';
import { findHits, type Line, type OwnSentence, toLines } from './match.ts';

/** What the detection is told about a mail: own words only, and what came before it. */
export interface Subject {
  readonly sentences: readonly OwnSentence[];
  readonly textOf: (part: PartId) => string; // as written
  readonly at: Date;
  readonly timeZone: string;
  readonly history: History;
  readonly notes: readonly string[]; // what reading the mail has to say: automatic …
  readonly unjudged: boolean; // its reader sees more than `sentences`: the mail is at least grey
  readonly mailbox: string | null; // name of the source; null: of none
}

export interface Detector {
  readonly dictionary: Dictionary;
  readonly tokenize: Tokenize;
  readonly classifier: Classifier | null;
}

/**
 * Judges one mail: the band of one probability, or what an entry asks for at least, whichever is higher. Deterministic: no clock, no store,
 * no state between calls.
 */
export function assess(subject: Subject, { dictionary, tokenize, classifier }: Detector): Assessment {
  const { scoring } = dictionary;
  const lines = toLines(subject.sentences, tokenize);
  const weighed = weigh(dictionary, findHits(dictionary, lines));
  const frequency = assessFrequency(
    {
      at: subject.at,
      timeZone: subject.timeZone,
      demands: new Set(weighed.flatMap(({ hit: { rule } }) => (rule.role.kind === 'grammar' ? [] : [rule.id]))),
      characters: lines.reduce((sum, { text }) => sum + text.length, 0),
    },
    subject.history,
    scoring.frequency,
  );
  const judgement = classifier?.judge(lines) ?? null;
  const heard = judgement?.abstained === null ? judgement : null;
  const asWritten = <S extends Omit<Excerpt, 'text'>>(span: S) => ({
    ...span,
    text: subject.textOf(span.part).slice(span.start, span.end),
  });
  const odds = oddsOf({
    judgement: heard,
    dictionaries: heard === null ? dictionaryOdds(weighed, scoring) : 0,
    frequency: frequency.odds,
    scoring,
    excerpt: (line) => asWritten(spanOf(lines[line]!)),
  });
  const probability = probabilityOf(odds.sum);
  const acts = actsOf(weighed, heard, probability);
  const grave = probability * (heard?.grave ?? 0);
  const atLeast = leastOf(
    weighed,
    {
      mail: (language) =>
        heard?.language === language ? probability : heard && alone(lines, language, classifier!, frequency.odds),
      sentence: (line, beside, language) =>
        asMail(lines.slice(Math.max(0, line - beside), line + beside + 1), language, classifier!),
    },
    scoring,
  );
  const judge = judgeOf(classifier, judgement);
  const unjudged = subject.unjudged || (isForeign({ judge }) && scoring.otherLanguages === 'grey');
  const own = ownThresholds(scoring, subject.mailbox);
  const thresholds = own ?? scoring.thresholds;
  const strength = strengthIn(heard, odds.base, thresholds);
  const found = weighed.map((one) => asWritten(matchOf(one, strength)));
  const matches = telling(found);
  const ingredients = {
    probability,
    pressing: isPressing({ probability, acts, grave }, scoring),
    atLeast,
    unjudged,
  };
  return {
    format: FORMAT,
    band: bandUnder(ingredientsOf(ingredients), thresholds),
    ...ingredients,
    odds,
    judge,
    grave,
    acts,
    worry: worriesIn(weighed),
    matches,
    notes: [
      ...subject.notes,
      ...(subject.unjudged ? [UNJUDGED] : []),
      ...(matches.length < found.length ? ['matches.many'] : []),
      ...frequency.signs.map((sign) => `frequency.${sign}`),
    ],
    dictionary: dictionary.version,
    ...(own === null ? {} : { thresholds: own }),
  };
}

/** How likely a mail is by the judge of one language; null: it does not know. */
function alone(lines: readonly Line[], language: JudgedLanguage, classifier: Classifier, odds: number): number | null {
  const judgement = classifier.judge(lines, language);
  return judgement.abstained === null ? probabilityOf(judgement.logOdds + odds) : null;
}

/** How likely some sentences would be as a mail of their own; null: too little of them is known. */
function asMail(lines: readonly Line[], language: JudgedLanguage, classifier: Classifier): number | null {
  const judgement = classifier.judge(lines, language);
  return judgement.abstained === null || judgement.abstained === 'short' ? probabilityOf(judgement.logOdds) : null;
}

function judgeOf(classifier: Classifier | null, judgement: Judgement | null): Judge {
  if (classifier === null || judgement === null) return { by: 'dictionaries', why: 'off' };
  return judgement.abstained === null
    ? { by: 'classifier', version: judgement.version, language: judgement.language }
    : { by: 'dictionaries', why: judgement.abstained, language: judgement.language };
}

/** Acts that are grave by what they are: 身の安全. */
const SAFETY: ReadonlySet<string> = new Set(['physical-violence', 'sexual', 'intimidation-person']);

/** Grave, or of an act that cannot wait: a person looks at it at once. */
const isPressing = (
  { probability, acts, grave }: Pick<Assessment, 'probability' | 'acts' | 'grave'>,
  { urgent }: Scoring,
): boolean =>
  grave >= urgent.grave ||
  (probability >= urgent.mail && acts.some(({ act, probability: own }) => SAFETY.has(act) && own >= urgent.act));

/** An act that words of an entry name is likely once the mail is. */
function actsOf(weighed: readonly Weighed[], heard: Judgement | null, probability: number): ActProbability[] {
  const named = new Set(
    weighed.flatMap(({ hit: { rule }, meant }) => (meant && rule.role.kind !== 'grammar' ? [rule.role.act] : [])),
  );
  const told = new Map(heard?.acts.map((one) => [one.act, one.probability]));
  return ACTS.map((act) => ({
    act,
    probability: probability * Math.max(told.get(act) ?? 0, named.has(act) ? NAMED : 0),
  }))
    .filter((one) => named.has(one.act) || one.probability >= LIKELY * probability)
    .map((one) => ({ ...one, probability: round(one.probability) }))
    .sort((a, b) => b.probability - a.probability);
}

/** Of harassing mails in which an entry of an act is meant, so many carry the act. */
const NAMED = 0.62;
/** From this share on an act is told without an entry. */
const LIKELY = 0.5;

const round = (probability: number): number => Math.round(probability * 1000) / 1000;

/** What a match would cause alone, by what it asks for and by what its sentence adds to a mail that says nothing. */
function strengthIn(heard: Judgement | null, base: number, thresholds: Thresholds) {
  return function strengthOf({ hit, asks, meant }: Weighed): Strength | null {
    if (!meant || hit.rule.role.kind === 'grammar') return null;
    return strengthAlone(asks, probabilityOf(base + (heard?.bySentence[hit.line.index] ?? 0)), thresholds);
  };
}

function matchOf(one: Weighed, strengthOf: (one: Weighed) => Strength | null): Omit<AssessedMatch, 'text'> {
  const { hit, meant, asks, modifiers } = one;
  const { rule, line, start, end } = hit;
  return {
    entry: rule.id,
    act: rule.role.kind === 'grammar' ? null : rule.role.act,
    part: line.part,
    start: line.sentence.start[start]!,
    end: line.sentence.end[end - 1]!,
    meant,
    atLeast: asks,
    strength: strengthOf(one),
    modifiers,
  };
}

const worriesIn = (weighed: readonly Weighed[]): Assessment['worry'] => [
  ...new Set(
    weighed.flatMap(({ hit: { rule }, meant }) =>
      meant && rule.role.kind === 'grammar' && rule.role.group === 'worry' ? [rule.id] : [],
    ),
  ),
];

const spanOf = ({ part, sentence: { start, end } }: Line): Omit<Excerpt, 'text'> => ({
  part,
  start: start[0]!,
  end: end.at(-1)!,
});
