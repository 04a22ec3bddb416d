import { ACTS, type Act, type Assessment, BANDS, type Band, isFlagged, isSurfaced } from '../detect/index.ts';
import type { CorpusRow, Label } from './corpus.ts';
import { type Figures, figures, ratio } from './metrics.ts';
import { type Ranking, rankingOf } from './ranking.ts';

/** A labelled mail and what was made of it. */
export interface Judged {
  readonly row: CorpusRow;
  readonly assessment: Assessment;
}

export interface Recall {
  readonly mails: number;
  readonly flagged: { readonly recall: number | null };
  readonly surfaced: { readonly recall: number | null };
}

export interface FalseAlarms {
  readonly mails: number;
  readonly flagged: { readonly fp: number; readonly fpr: number | null };
  readonly surfaced: { readonly fp: number; readonly fpr: number | null };
}

/** A thread as a whole: the highest band and probability of its counted mails. */
export interface ThreadResult {
  readonly thread: string;
  readonly expected: Label | null; // null: the file does not say
  readonly mails: number;
  readonly band: Band;
  readonly probability: number;
  readonly flagged: boolean;
  readonly surfaced: boolean;
}

export interface WrongMail {
  readonly id: string;
  readonly expected: Label;
  readonly band: Band;
  readonly probability: number;
  readonly acts: Assessment['acts'];
}

/** How well mails were judged that a person has labelled. */
export interface Evaluation {
  readonly mails: number;
  readonly flagged: Figures;
  readonly surfaced: Figures;
  readonly by_act: Readonly<Record<Act, Recall>>;
  readonly by_severity: Readonly<Record<'1' | '2' | '3', Recall>>;
  readonly hard_negatives: FalseAlarms;
  readonly ranking: Ranking | null; // by probability; null where one of both kinds is missing
  readonly threads: readonly ThreadResult[];
  readonly wrong: readonly WrongMail[]; // flagged though ok, or not flagged though harassment
}

export function threadResult(thread: string, expected: Label | null, mails: readonly Judged[]): ThreadResult {
  const rank = Math.max(0, ...mails.map(({ assessment }) => BANDS.indexOf(assessment.band)));
  const band = BANDS[rank] ?? 'ordinary';
  return {
    thread,
    expected,
    mails: mails.length,
    band,
    probability: Math.max(0, ...mails.map(({ assessment }) => assessment.probability)),
    flagged: isFlagged(band),
    surfaced: isSurfaced(band),
  };
}

export function summarize(judged: readonly Judged[], threads: readonly ThreadResult[]): Evaluation {
  const harmful = judged.filter(({ row }) => row.label === 'harassment');
  const bySeverity = (severity: number) => recall(harmful.filter(({ row }) => row.severity === severity));
  return {
    mails: judged.length,
    flagged: figures(judged.map((mail) => ({ expected: mail.row.label === 'harassment', found: wasFlagged(mail) }))),
    surfaced: figures(judged.map((mail) => ({ expected: mail.row.label === 'harassment', found: wasSurfaced(mail) }))),
    by_act: Object.fromEntries(
      ACTS.map((act) => [act, recall(harmful.filter(({ row }) => row.categories.includes(act)))]),
    ) as Record<Act, Recall>,
    by_severity: { 1: bySeverity(1), 2: bySeverity(2), 3: bySeverity(3) },
    hard_negatives: falseAlarms(judged.filter(({ row }) => row.label === 'ok' && row.note.startsWith('hard negative'))),
    ranking: rankingOf(
      judged.map(({ row, assessment }) => ({ expected: row.label === 'harassment', odds: assessment.odds.sum })),
    ),
    threads,
    wrong: judged
      .filter((mail) => (mail.row.label === 'harassment') !== wasFlagged(mail))
      .map(({ row, assessment: { band, probability, acts } }) => ({
        id: row.id,
        expected: row.label,
        band,
        probability,
        acts,
      })),
  };
}

const wasFlagged = ({ assessment }: Judged): boolean => isFlagged(assessment.band);
const wasSurfaced = ({ assessment }: Judged): boolean => isSurfaced(assessment.band);

function recall(mails: readonly Judged[]): Recall {
  const share = (test: (mail: Judged) => boolean) => ({ recall: ratio(mails.filter(test).length, mails.length) });
  return { mails: mails.length, flagged: share(wasFlagged), surfaced: share(wasSurfaced) };
}

function falseAlarms(mails: readonly Judged[]): FalseAlarms {
  const share = (test: (mail: Judged) => boolean) => {
    const fp = mails.filter(test).length;
    return { fp, fpr: ratio(fp, mails.length) };
  };
  return { mails: mails.length, flagged: share(wasFlagged), surfaced: share(wasSurfaced) };
}
