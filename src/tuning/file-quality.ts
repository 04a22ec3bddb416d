import { BANDS, type ClassifierModel, createClassifier, withoutEntries } from '../detect/index.ts';
import { noHistory, type Rules, screen } from '../screening/index.ts';
import type { CorpusFile } from './corpus.ts';
import { evaluate, mailOf } from './eval.ts';
import type { Evaluation, Judged } from './evaluation.ts';
import { type Figures, figures } from './metrics.ts';
import { hasBadWord } from './training/word-list.ts';

/** A corpus file by name; mails of a training file are judged by a classifier that never saw the file. */
export interface NamedCorpus {
  readonly name: string;
  readonly file: CorpusFile;
  readonly training: boolean;
}

export interface FileQuality {
  readonly name: string;
  readonly training: boolean;
  readonly whole: Evaluation; // dictionaries and classifier
  readonly dictionaries: Evaluation;
  readonly wordList: Figures; // baseline: any of fifty bad words
  readonly regression: Figures; // baseline: the classifier alone, at one half
  readonly pairs: { readonly right: number; readonly all: number } | null; // the harassing mail scores above its twin
}

/** Measures one file with the dictionaries as they are and a classifier, and the baselines beside them. */
export async function measureFile(
  { name, file, training }: NamedCorpus,
  model: ClassifierModel,
  rules: Rules,
): Promise<FileQuality> {
  const classifier = createClassifier(model);
  const judged: Judged[] = [];
  const options = { own: null };
  const whole = await evaluate([file], (mail, history) => screen(mail, { ...rules, classifier }, history), {
    ...options,
    onMail: (result) => result && judged.push(result),
  });
  return {
    name,
    training,
    whole,
    dictionaries: await evaluate(
      [file],
      (mail, history) => screen(mail, { ...rules, classifier: null }, history),
      options,
    ),
    wordList: baseline(file, ({ subject, body }) => hasBadWord(`${subject}\n${body}`)),
    regression: await regressionAlone(file, { ...rules, classifier }, judged),
    pairs: pairsOf(judged),
  };
}

const baseline = ({ rows }: CorpusFile, found: (row: CorpusFile['rows'][number]) => boolean): Figures =>
  figures(rows.map((row) => ({ expected: row.label === 'harassment', found: found(row) })));

/** The classifier's own opinion of every row. It hangs on the words alone: what was judged already needs no second look. */
async function regressionAlone({ rows }: CorpusFile, rules: Rules, judged: readonly Judged[]): Promise<Figures> {
  const alone = { ...rules, dictionary: withoutEntries(rules.dictionary) };
  const known = new Map(judged.map(({ row, assessment }) => [row, assessment]));
  const outcomes = [];
  for (const row of rows) {
    const assessment = known.get(row) ?? (await screen(mailOf(row), alone, noHistory)).assessment;
    outcomes.push({ expected: row.label === 'harassment', found: assessment.probability >= 0.5 });
  }
  return figures(outcomes);
}

function pairsOf(judged: readonly Judged[]): FileQuality['pairs'] {
  const pairs = new Map<string, Judged[]>();
  for (const one of judged)
    if (one.row.pair !== undefined) pairs.set(one.row.pair, [...(pairs.get(one.row.pair) ?? []), one]);
  if (pairs.size === 0) return null;
  const strength = ({ assessment }: Judged) => BANDS.indexOf(assessment.band) + assessment.probability; // asked for, then likely
  const right = [...pairs.values()].filter((pair) => {
    const harmful = pair.find(({ row }) => row.label === 'harassment');
    const twin = pair.find(({ row }) => row.label === 'ok');
    return harmful !== undefined && twin !== undefined && strength(harmful) > strength(twin);
  });
  return { right: right.length, all: pairs.size };
}
