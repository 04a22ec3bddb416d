import { groupsOf, ownText } from '../detect/index.ts';
import { noHistory, ownSentences, type Rules, screen } from '../screening/index.ts';
import { addressOf, type CorpusFile } from './corpus.ts';
import { mailOf } from './eval.ts';
import type { TrainingMail } from './train.ts';

/** Folds of the cross-validation. */
export const FOLDS = 10;

/** The labelled mails of the files as the classifier learns them, in order, each with the fold it is held out in. */
export async function trainingSet(files: readonly CorpusFile[], rules: Rules): Promise<TrainingMail[]> {
  const mails: TrainingMail[] = [];
  for (const { rows } of files) {
    for (const [index, row] of rows.entries()) {
      const { message, assessment } = await screen(mailOf(row), { ...rules, classifier: null }, noHistory);
      mails.push({
        sentences: ownText(ownSentences(message).own),
        groups: groupsOf(assessment.matches, rules.dictionary),
        sender: addressOf(row.from),
        positive: row.label === 'harassment',
        fold: foldOf(row.pair, index, rows.length),
      });
    }
  }
  return mails;
}

/** Pairs stay together; elsewhere neighbours do, since contrasting mails often stand side by side. */
const foldOf = (pair: string | undefined, index: number, rows: number): number =>
  pair === undefined ? Math.floor((index * FOLDS) / rows) : Number.parseInt(pair.replace(/\D/g, ''), 10) % FOLDS;
