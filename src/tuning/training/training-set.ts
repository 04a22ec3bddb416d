import { hashedFeatures, toLines } from '../../detect/index.ts';
import { ownSentences, readMail } from '../../screening/index.ts';
import type { Tokenize } from '../../text/index.ts';
import { addressOf, type CorpusFile } from '../corpus.ts';
import { mailOf } from '../eval.ts';
import type { TrainingMail } from './training-texts.ts';

/** The labelled mails of the files as the classifier learns them, in order. A file is a pen: one author's mails. */
export async function trainingSet(
  files: readonly { readonly name: string; readonly file: CorpusFile }[],
  tokenize: Tokenize,
): Promise<TrainingMail[]> {
  const mails: TrainingMail[] = [];
  for (const { name, file } of files) {
    for (const row of file.rows) {
      mails.push({
        hashes: hashedFeatures(toLines(ownSentences(await readMail(mailOf(row))).own, tokenize)),
        positive: row.label === 'harassment',
        pen: name,
        sender: addressOf(row.from),
      });
    }
  }
  return mails;
}
