import { hashedFeatures, toLines } from '../../detect/index.ts';
import { addressOf } from '../../mail/index.ts';
import { ownSentences, readMail } from '../../screening/index.ts';
import { loadIpadic, type Tokenize } from '../../text/index.ts';
import type { CorpusFile } from '../corpus.ts';
import { mailOf } from '../eval.ts';
import { inThreads } from '../threads.ts';
import type { TrainingMail } from './training-texts.ts';

/** A file is a pen: one author's mails. */
export interface NamedFile {
  readonly name: string;
  readonly file: CorpusFile;
}

/** `trainingSet` on all processors of the machine. */
export async function trainingSetInThreads(files: readonly NamedFile[]): Promise<TrainingMail[]> {
  const sets = await inThreads<NamedFile, TrainingMail[]>('training/features-thread.js', await loadIpadic(), files);
  return sets.flat();
}

/** The labelled mails of the files as the classifier learns them, in order. */
export async function trainingSet(files: readonly NamedFile[], tokenize: Tokenize): Promise<TrainingMail[]> {
  const mails: TrainingMail[] = [];
  for (const { name, file } of files) {
    for (const row of file.rows) {
      const { own } = ownSentences(await readMail(mailOf(row)));
      const marked = new Set(row.marked?.map(closely));
      mails.push({
        sentences: toLines(own, tokenize).map((line, i) => ({
          hashes: hashedFeatures([line]),
          isMarked: marked.has(closely(own[i]!.sentence.text)),
        })),
        positive: row.label === 'harassment',
        acts: row.categories,
        severity: row.severity,
        pen: name,
        sender: addressOf(row.from),
      });
    }
  }
  return mails;
}

/** As a reader marks it: where a line is broken says nothing. */
const closely = (sentence: string): string => sentence.replace(/\s+/g, '');
