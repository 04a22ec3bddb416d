import type { ClassifierModel } from '../detect/index.ts';
import type { RuleFiles } from '../screening/index.ts';
import { loadIpadic } from '../text/index.ts';
import type { FileQuality, NamedCorpus } from './file-quality.ts';
import { inThreads } from './threads.ts';
import { trainInThreads } from './training/train-in-threads.ts';
import { trainingSetInThreads } from './training/training-set.ts';
import type { TrainingMaterial } from './training/training-texts.ts';

/** What a thread is asked: a file, and the classifier that judges it. */
export interface Measuring {
  readonly corpus: NamedCorpus;
  readonly model: ClassifierModel;
}

/**
 * Measures every file with the dictionaries as they are, the baselines in the same run; each on one processor.
 *
 * @param onFile told as each file is begun.
 */
export async function measureQuality(
  corpora: readonly NamedCorpus[],
  beside: Pick<TrainingMaterial, 'background' | 'exercises'>,
  rules: RuleFiles,
  onFile: (name: string) => void,
): Promise<FileQuality[]> {
  const ipadic = await loadIpadic();
  const training = corpora.filter((corpus) => corpus.training);
  const mails = await trainingSetInThreads(training);
  const trained = await trainInThreads({ mails, ...beside });
  const tasks = corpora.map((corpus): Measuring => ({ corpus, model: trained.pens.get(corpus.name) ?? trained.model }));
  const given = { ipadic, rules };
  return inThreads<Measuring, FileQuality>('quality-thread.js', given, tasks, ({ corpus }) => onFile(corpus.name));
}
