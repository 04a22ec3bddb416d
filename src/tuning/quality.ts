import { createClassifier, withoutEntries } from '../detect/index.ts';
import { noHistory, type Rules, screen } from '../screening/index.ts';
import type { CorpusFile } from './corpus.ts';
import { evaluate, mailOf } from './eval.ts';
import type { Evaluation, Judged } from './evaluation.ts';
import { type Figures, figures } from './metrics.ts';
import { trainClassifier } from './training/train.ts';
import { trainingSet } from './training/training-set.ts';
import type { TrainingMaterial } from './training/training-texts.ts';
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

/** Measures every file with the dictionaries as they are, the baselines in the same run. */
export async function measureQuality(
  corpora: readonly NamedCorpus[],
  { background, exercises }: Pick<TrainingMaterial, 'background' | 'exercises'>,
  rules: Rules,
  onFile: (name: string) => void,
): Promise<FileQuality[]> {
  const training = corpora.filter((corpus) => corpus.training);
  const trained = trainClassifier({ mails: await trainingSet(training, rules.tokenize), background, exercises });
  const results: FileQuality[] = [];
  for (const { name, file, training: isTraining } of corpora) {
    onFile(name);
    const classifier = createClassifier(trained.pens.get(name) ?? trained.model);
    const judged: Judged[] = [];
    const options = { own: null };
    results.push({
      name,
      training: isTraining,
      whole: await evaluate([file], (mail, history) => screen(mail, { ...rules, classifier }, history), {
        ...options,
        onMail: (result) => result && judged.push(result),
      }),
      dictionaries: await evaluate(
        [file],
        (mail, history) => screen(mail, { ...rules, classifier: null }, history),
        options,
      ),
      wordList: baseline(file, ({ subject, body }) => hasBadWord(`${subject}\n${body}`)),
      regression: await regressionAlone(file, { ...rules, classifier }),
      pairs: pairsOf(judged),
    });
  }
  return results;
}

const baseline = ({ rows }: CorpusFile, found: (row: CorpusFile['rows'][number]) => boolean): Figures =>
  figures(rows.map((row) => ({ expected: row.label === 'harassment', found: found(row) })));

async function regressionAlone({ rows }: CorpusFile, rules: Rules): Promise<Figures> {
  const alone = { ...rules, dictionary: withoutEntries(rules.dictionary) };
  const outcomes = [];
  for (const row of rows) {
    const { assessment } = await screen(mailOf(row), alone, noHistory);
    outcomes.push({ expected: row.label === 'harassment', found: (assessment.classifier?.probability ?? 0) >= 0.5 });
  }
  return figures(outcomes);
}

function pairsOf(judged: readonly Judged[]): FileQuality['pairs'] {
  const pairs = new Map<string, Judged[]>();
  for (const one of judged)
    if (one.row.pair !== undefined) pairs.set(one.row.pair, [...(pairs.get(one.row.pair) ?? []), one]);
  if (pairs.size === 0) return null;
  const strength = ({ assessment }: Judged) => assessment.score + (assessment.classifier?.probability ?? 0); // the classifier breaks ties
  const right = [...pairs.values()].filter((pair) => {
    const harmful = pair.find(({ row }) => row.label === 'harassment');
    const twin = pair.find(({ row }) => row.label === 'ok');
    return harmful !== undefined && twin !== undefined && strength(harmful) > strength(twin);
  });
  return { right: right.length, all: pairs.size };
}
