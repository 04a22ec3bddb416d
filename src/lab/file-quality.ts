import { BANDS, type Classifier, type JudgedLanguage } from '../detect/index.ts';
import { type Rules, screen } from '../screening/index.ts';
import type { CorpusFile } from './corpus.ts';
import { evaluate } from './eval.ts';
import type { Evaluation, Judged } from './evaluation.ts';
import { type Figures, figures } from './metrics.ts';
import type { Ranked } from './ranking.ts';
import { hasBadWord } from './training/word-list.ts';

/** A corpus file by name; mails of a training file are judged by a classifier that never saw the file. */
export interface NamedCorpus {
  readonly name: string;
  readonly language?: JudgedLanguage; // that its mails are in; absent: Japanese
  readonly file: CorpusFile;
  readonly training: boolean;
}

export const languageOf = ({ language }: Pick<NamedCorpus, 'language'>): JudgedLanguage => language ?? 'ja';

export interface FileQuality extends Pick<NamedCorpus, 'language'> {
  readonly name: string;
  readonly training: boolean;
  readonly whole: Evaluation; // probability, and what entries ask for
  readonly dictionaries: Evaluation; // without the classifier
  readonly wordList: Figures; // baseline: any of fifty bad words
  readonly pairs: { readonly right: number; readonly all: number } | null; // the harassing mail ranks above its twin
  readonly byProbability: readonly Ranked[];
  readonly byBand: readonly Ranked[]; // then by probability
}

/** Measures one file with the dictionaries as they are and a classifier, and the baselines beside them. */
export async function measureFile(
  { name, language, file, training }: NamedCorpus,
  classifier: Classifier,
  rules: Rules,
): Promise<FileQuality> {
  const judged: Judged[] = [];
  const options = { own: null };
  const whole = await evaluate([file], (mail, history) => screen(mail, { ...rules, classifier }, history), {
    ...options,
    onMail: (result) => result && judged.push(result),
  });
  const ranked = (odds: (one: Judged) => number) =>
    judged.map((one): Ranked => ({ expected: one.row.label === 'harassment', odds: odds(one) }));
  return {
    name,
    ...(language !== undefined && { language }),
    training,
    whole,
    dictionaries: await evaluate(
      [file],
      (mail, history) => screen(mail, { ...rules, classifier: null }, history),
      options,
    ),
    wordList: baseline(file, ({ subject, body }) => hasBadWord(`${subject}\n${body}`)),
    pairs: pairsOf(judged),
    byProbability: ranked(({ assessment }) => assessment.odds.sum),
    byBand: ranked(strength),
  };
}

const baseline = ({ rows }: CorpusFile, found: (row: CorpusFile['rows'][number]) => boolean): Figures =>
  figures(rows.map((row) => ({ expected: row.label === 'harassment', found: found(row) })));

/** By band, then by probability. */
const strength = ({ assessment: { band, probability } }: Judged): number => BANDS.indexOf(band) + probability;

function pairsOf(judged: readonly Judged[]): FileQuality['pairs'] {
  const pairs = new Map<string, Judged[]>();
  for (const one of judged)
    if (one.row.pair !== undefined) pairs.set(one.row.pair, [...(pairs.get(one.row.pair) ?? []), one]);
  if (pairs.size === 0) return null;
  const right = [...pairs.values()].filter((pair) => {
    const harmful = pair.find(({ row }) => row.label === 'harassment');
    const twin = pair.find(({ row }) => row.label === 'ok');
    return harmful !== undefined && twin !== undefined && strength(harmful) > strength(twin);
  });
  return { right: right.length, all: pairs.size };
}
