import type { ClassifierModel } from '../detect/index.ts';
import type { RuleFiles } from '../screening/index.ts';
import { loadIpadic } from '../text/index.ts';
import type { FileQuality, NamedCorpus } from './file-quality.ts';
import { inThreads } from './threads.ts';
import type { Trained } from './training/train.ts';
import { trainInThreads } from './training/train-in-threads.ts';
import { trainingSetInThreads } from './training/training-set.ts';
import type { TrainingMaterial } from './training/training-texts.ts';

/** What a thread is asked: a file, and the classifier that judges it; null: that of the rules. */
export interface Measuring {
  readonly corpus: NamedCorpus;
  readonly model: ClassifierModel | null;
}

/**
 * Measures every file with the dictionaries as they are, the baselines in the same run; each on one processor.
 *
 * @param beside what is learned from beside the training files, each of which is held out in turn; null: by the classifier that ships, which saw them
 * @param onFile told as each file is begun.
 */
export async function measureQuality(
  corpora: readonly NamedCorpus[],
  beside: Pick<TrainingMaterial, 'background' | 'exercises'> | null,
  rules: RuleFiles,
  onFile: (name: string) => void,
): Promise<FileQuality[]> {
  const ipadic = await loadIpadic();
  const trained = beside && (await trainOn(corpora, beside));
  const tasks = corpora.map(
    (corpus): Measuring => ({ corpus, model: trained?.pens.get(corpus.name) ?? trained?.model ?? null }),
  );
  const given = { ipadic, rules };
  return inThreads<Measuring, FileQuality>('quality-thread.js', given, tasks, ({ corpus }) => onFile(corpus.name));
}

async function trainOn(
  corpora: readonly NamedCorpus[],
  beside: Pick<TrainingMaterial, 'background' | 'exercises'>,
): Promise<Trained> {
  const mails = await trainingSetInThreads(corpora.filter((corpus) => corpus.training));
  return trainInThreads({ mails, ...beside });
}
