import { type ClassifierModel, JUDGED_LANGUAGES, type JudgedLanguage } from '../detect/index.ts';
import type { RuleFiles } from '../screening/index.ts';
import { loadIpadic } from '../text/index.ts';
import { type FileQuality, languageOf, type NamedCorpus } from './file-quality.ts';
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

/** What is learned from beside the training files of a language. */
type Beside = Pick<TrainingMaterial, 'background' | 'exercises'>;

/**
 * Measures every file with the dictionaries as they are, the baselines in the same run; each on one processor.
 *
 * @param beside of the languages whose training files are held out in turn; the others are judged by what ships, which saw them
 * @param onFile told as each file is begun.
 */
export async function measureQuality(
  corpora: readonly NamedCorpus[],
  beside: Readonly<Partial<Record<JudgedLanguage, Beside>>>,
  rules: RuleFiles,
  onFile: (name: string) => void,
): Promise<FileQuality[]> {
  const trained = new Map<JudgedLanguage, Trained>();
  for (const language of JUDGED_LANGUAGES) {
    const own = corpora.filter((corpus) => corpus.training && languageOf(corpus) === language);
    const more = beside[language];
    if (more === undefined || own.length === 0) continue;
    const mails = await trainingSetInThreads(own, language);
    trained.set(language, await trainInThreads({ language, mails, ...more }));
  }
  const tasks = corpora.map((corpus): Measuring => {
    const own = trained.get(languageOf(corpus));
    return { corpus, model: own?.pens.get(corpus.name) ?? own?.model ?? null };
  });
  const given = { ipadic: await loadIpadic(), rules };
  return inThreads<Measuring, FileQuality>('quality-thread.js', given, tasks, ({ corpus }) => onFile(corpus.name));
}
