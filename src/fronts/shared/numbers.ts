import { CHANNELS, type Channel, type DismissReason } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import {
  type Afterwards,
  afterwards,
  approvedCounterparties,
  type CaseCounts,
  countCases,
  type Db,
  type Decided,
  decidedActs,
  decidedCases,
  dismissReasons,
  type HandedInConsultations,
  handedInConsultations,
  type Load,
  newCases,
  type ScreenedMails,
  screenedMails,
  waitingSince,
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
  readonly hours: Decided['hours'] | null; // from arrival at the company to decision; null: none decided
  readonly looked: Decided['looked'] | null; // to the moment at which somebody first looked
  readonly load: readonly { readonly source: string; readonly cases: number }[]; // new cases by mailbox; '': handed in
  readonly precision: Precision | null; // of flagged cases
  readonly consultations: Readonly<Record<Channel, number>>; // handed in
}

export interface Numbers {
  readonly per: Per;
  /** At this moment, whatever stretch is looked at. */
  readonly waiting: { readonly open: CaseCounts; readonly since: Date | null }; // since: of the one that waits longest, grey ones aside
  readonly stretches: readonly Stretch[]; // oldest first
  /** Of the last stretch alone. */
  readonly reasons: readonly { readonly reason: DismissReason; readonly cases: number }[];
  readonly acts: readonly { readonly act: Act; readonly approved: number; readonly dismissed: number }[];
  /** Towards the other side, within the last stretch. */
  readonly afterwards: Afterwards;
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
  const handedIn = await handedInConsultations(db, edges);
  const load = await newCases(db, edges);
  return {
    per: ask.per,
    waiting: { open: await countCases(db), since: await waitingSince(db) },
    stretches: ask.starts.slice(0, -1).map((from, index) => ({
      from,
      to: lastDayBefore(ask.starts[index + 1]!),
      ...stretchOf(
        screened.filter(({ stretch }) => stretch === index),
        decided.find(({ stretch }) => stretch === index) ?? null,
        handedIn.filter(({ stretch }) => stretch === index),
        load.filter(({ stretch }) => stretch === index),
      ),
    })),
    reasons: await dismissReasons(db, last),
    acts: (await decidedActs(db, last)).sort((a, b) => b.approved - a.approved || b.dismissed - a.dismissed),
    afterwards: await afterwards(db, last),
    counterparties: mayReadCases ? await approvedCounterparties(db, last, MOST_COUNTERPARTIES) : null,
  };
}

function stretchOf(
  screened: readonly ScreenedMails[],
  decided: Decided | null,
  handedIn: readonly HandedInConsultations[],
  load: readonly Load[],
): Omit<Stretch, 'from' | 'to'> {
  const mails = { ordinary: 0, grey: 0, review: 0, urgent: 0, unreadable: 0 };
  for (const one of screened) mails[one.band] += one.mails;
  return {
    mails,
    screened: Object.values(mails).reduce((sum, n) => sum + n, 0),
    approved: decided?.approved ?? 0,
    dismissed: decided?.dismissed ?? 0,
    hours: decided?.hours ?? null,
    looked: decided?.looked ?? null,
    load: load.map(({ source, cases }) => ({ source, cases })).sort((a, b) => b.cases - a.cases),
    precision: decided && precisionOf(decided.flaggedApproved, decided.flaggedDismissed),
    consultations: consultationsBy(handedIn),
  };
}

function consultationsBy(handedIn: readonly HandedInConsultations[]): Stretch['consultations'] {
  const by = { mail: 0, phone: 0, visit: 0, sns: 0, other: 0 } satisfies Record<Channel, number>;
  for (const one of handedIn) by[one.channel] += one.handedIn;
  return by;
}

/** What people handed in, over all channels. */
export const consultationsIn = ({ consultations }: Stretch): number =>
  CHANNELS.reduce((sum, channel) => sum + consultations[channel], 0);

/** Mails that were flagged. */
export const flaggedIn = ({ mails }: Stretch): number => mails.review + mails.urgent;
