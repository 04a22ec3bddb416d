import type { DismissReason } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import {
  approvedCounterparties,
  type Db,
  type Decided,
  decidedActs,
  decidedCases,
  dismissReasons,
  type ScreenedMails,
  screenedMails,
} from '../../store/index.ts';
import { type Precision, precisionOf } from '../../tuning/index.ts';
import { edgesOf, lastDayBefore, type NumbersQuery, type Per } from './numbers-query.ts';

/** From the gravest to the mildest. */
export const SHOWN_BANDS = ['urgent', 'review', 'grey', 'unreadable'] as const;

/** One week or month. */
export interface Stretch {
  readonly from: string; // YYYY-MM-DD, its first day
  readonly to: string; // its last day
  readonly mails: Readonly<Record<ScreenedMails['band'], number>>;
  readonly screened: number; // all of them
  readonly approved: number;
  readonly dismissed: number;
  readonly hours: { readonly median: number; readonly p90: number } | null; // from opening to decision; null: none decided
  readonly precision: Precision | null; // of flagged cases
}

export interface Numbers {
  readonly per: Per;
  readonly stretches: readonly Stretch[]; // oldest first
  /** Of the last stretch alone. */
  readonly reasons: readonly { readonly reason: DismissReason; readonly cases: number }[];
  readonly acts: readonly { readonly act: Act; readonly approved: number; readonly dismissed: number }[];
  readonly counterparties: readonly { readonly counterparty: string; readonly cases: number }[] | null; // null: not to be seen
}

const MOST_COUNTERPARTIES = 10;

/** Counts of mails and cases, never of the people who decide. Counterparties only for who sees them in the queue too. */
export async function takeNumbers(
  db: Db,
  ask: NumbersQuery,
  { timeZone, mayReadCases }: { readonly timeZone: string; readonly mayReadCases: boolean },
): Promise<Numbers> {
  const edges = edgesOf(ask, timeZone);
  const last = edges.slice(-2);
  const [screened, decided] = [await screenedMails(db, edges), await decidedCases(db, edges)];
  return {
    per: ask.per,
    stretches: ask.starts.slice(0, -1).map((from, index) => ({
      from,
      to: lastDayBefore(ask.starts[index + 1]!),
      ...stretchOf(
        screened.filter(({ stretch }) => stretch === index),
        decided.find(({ stretch }) => stretch === index) ?? null,
      ),
    })),
    reasons: await dismissReasons(db, last),
    acts: (await decidedActs(db, last)).sort((a, b) => b.approved - a.approved || b.dismissed - a.dismissed),
    counterparties: mayReadCases ? await approvedCounterparties(db, last, MOST_COUNTERPARTIES) : null,
  };
}

function stretchOf(screened: readonly ScreenedMails[], decided: Decided | null): Omit<Stretch, 'from' | 'to'> {
  const mails = { ordinary: 0, grey: 0, review: 0, urgent: 0, unreadable: 0 };
  for (const one of screened) mails[one.band] += one.mails;
  return {
    mails,
    screened: Object.values(mails).reduce((sum, n) => sum + n, 0),
    approved: decided?.approved ?? 0,
    dismissed: decided?.dismissed ?? 0,
    hours: decided && { median: decided.medianHours, p90: decided.p90Hours },
    precision: decided && precisionOf(decided.flaggedApproved, decided.flaggedDismissed),
  };
}
