import { hashedFeatures, type JudgedLanguage, sentencesIn, toLines } from '../../detect/index.ts';
import { addressOf } from '../../mail/index.ts';
import { ownSentences, readMail } from '../../screening/index.ts';
import { fold, loadIpadic, type Tokenize } from '../../text/index.ts';
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
export async function trainingSetInThreads(
  files: readonly NamedFile[],
  language: JudgedLanguage,
): Promise<TrainingMail[]> {
  const given = { ipadic: await loadIpadic(), language };
  const sets = await inThreads<NamedFile, TrainingMail[]>('training/features-thread.js', given, files);
  return sets.flat();
}

/** The labelled mails of the files as the judge of a language learns them, in order. */
export async function trainingSet(
  files: readonly NamedFile[],
  tokenize: Tokenize,
  language: JudgedLanguage = 'ja',
): Promise<TrainingMail[]> {
  const mails: TrainingMail[] = [];
  for (const { name, file } of files) {
    for (const row of file.rows) {
      const { own } = ownSentences(await readMail(mailOf(row)));
      const marked = new Set(row.marked?.map((sentence) => closely(fold(sentence).text)));
      mails.push({
        sentences: sentencesIn(language, toLines(own, tokenize)).map((line) => ({
          hashes: hashedFeatures([line], language),
          isMarked: marked.has(closely(line.written)),
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
