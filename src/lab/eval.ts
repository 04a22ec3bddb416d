import { answerAt, type EarlierMail } from '../detect/index.ts';
import { addressOf, toRawMail } from '../mail/index.ts';
import { type AssessedMail, type HistoryOf, type Mail, ownLength } from '../screening/index.ts';
import { type CorpusFile, type CorpusRow, isCompanyAddress } from './corpus.ts';
import { type Evaluation, type Judged, summarize, type ThreadResult, threadResult } from './evaluation.ts';

/** `screen` with its rules already given; they may depend on the row when rows are held out of training. */
export type Judge = (mail: Mail, historyOf: HistoryOf, row: CorpusRow) => Promise<AssessedMail>;

export interface EvaluateOptions {
  /** The company's own addresses; null: of each file, the domain most of its rows are addressed to. */
  readonly own: ((address: string) => boolean) | null;
  readonly onMail?: (judged: Judged | null) => void; // null for the company's own mails
}

/**
 * Judges every row of the files, pooled. Rows without a thread have no history. Rows of a thread are played in file
 * order, each with the earlier ones as history; the company's own mails in a thread are history only.
 */
export async function evaluate(
  files: readonly CorpusFile[],
  judge: Judge,
  { own, onMail }: EvaluateOptions,
): Promise<Evaluation> {
  const judged: Judged[] = [];
  const threads: ThreadResult[] = [];
  for (const file of files) {
    const isOwn = own ?? isCompanyAddress(file.rows);
    const played = new Map<string, { earlier: Earlier[]; judged: Judged[] }>();
    for (const row of file.rows) {
      const thread = row.thread === undefined ? null : (played.get(row.thread) ?? { earlier: [], judged: [] });
      if (row.thread !== undefined && thread) played.set(row.thread, thread);
      const sender = addressOf(row.from);
      if (thread && isOwn(sender)) {
        thread.earlier.push({ sender, ...answerAt(new Date(row.date)) });
        onMail?.(null);
      } else {
        const screened = await judge(mailOf(row), async () => historyFor(sender, thread?.earlier ?? []), row);
        const result = { row, assessment: screened.assessment };
        judged.push(result);
        thread?.judged.push(result);
        thread?.earlier.push(asEarlier(row, sender, screened));
        onMail?.(result);
      }
    }
    for (const [id, { judged: mails }] of played)
      threads.push(threadResult(id, file.threadLabels.get(id) ?? null, mails));
  }
  return summarize(judged, threads);
}

type Earlier = EarlierMail & { readonly sender: string };

export const mailOf = (row: CorpusRow): Mail => ({
  bytes: toRawMail(row),
  receivedAt: new Date(row.date),
  source: 'corpus',
});

const historyFor = (sender: string, earlier: readonly Earlier[]): EarlierMail[] =>
  earlier.map(({ sender: other, ...mail }) => ({ ...mail, sameSender: mail.direction === 'in' && other === sender }));

function asEarlier(row: CorpusRow, sender: string, { message, assessment }: AssessedMail): Earlier {
  return {
    sender,
    at: new Date(row.date),
    direction: 'in',
    sameThread: true,
    sameSender: false,
    band: assessment.band,
    entries: [...new Set(assessment.matches.filter(({ act }) => act !== null).map(({ entry }) => entry))],
    characters: ownLength(message),
  };
}
