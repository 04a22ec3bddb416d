import type { Band } from '../detect/index.ts';
import type { CaseKind, CaseStatus } from './status.ts';

/** How many days things are kept. */
export interface RetentionDays {
  readonly verdictDays: number; // of what carries no text
  readonly greyDays: number; // grey cases nobody decided
  readonly dismissedDays: number; // of mails
  readonly reportDays: number; // dismissed cases of what an employee handed in: they may ask later what became of it
  readonly approvedDays: number;
  readonly registerDays: number; // answered objections and requests, of no case
  readonly unopenedDays: number; // of the mails in rows of what nobody can open; the row stays
}

/** What of a case says how long it is kept. */
export interface CaseTimes {
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  readonly band: Band | null;
  readonly receivedAt: Date; // of its newest mail
  readonly openedAt: Date;
  readonly decidedAt: Date | null; // of the decision that stands
  readonly heldBy: string | null;
}

/** How long a case is kept: as long as it waits for a decision, whatever its age, or up to a time after which it is deleted. */
export type Keeping =
  | { readonly kind: 'undecided' }
  | { readonly kind: 'held'; readonly by: string }
  | { readonly kind: 'until'; readonly at: Date };

const DAY_MS = 86_400_000;

/**
 * How long a case is kept as things are; a decision, a mail or a hold changes it.
 *
 * @example
 * const days = { verdictDays: 180, greyDays: 30, dismissedDays: 90, reportDays: 1096, approvedDays: 1826, registerDays: 1096, unopenedDays: 14 };
 * keepingOf(caseTimes, days);
 */
export function keepingOf(times: CaseTimes, days: RetentionDays): Keeping {
  const { kind, status, band, receivedAt, openedAt, decidedAt, heldBy } = times;
  if (heldBy !== null) return { kind: 'held', by: heldBy };
  switch (status) {
    case 'open':
      // By both times: an old mail that was read in today has not been seen by anyone yet.
      return band === 'grey'
        ? after(new Date(Math.max(receivedAt.getTime(), openedAt.getTime())), days.greyDays)
        : UNDECIDED;
    case 'merged': // goes with the case in which it stands
      return UNDECIDED;
    case 'approved':
      return decidedAt === null ? UNDECIDED : after(decidedAt, days.approvedDays);
    case 'dismissed':
      return decidedAt === null
        ? UNDECIDED
        : after(decidedAt, kind === 'report' ? days.reportDays : days.dismissedDays);
  }
}

const UNDECIDED: Keeping = { kind: 'undecided' };
const after = (time: Date, days: number): Keeping => ({ kind: 'until', at: new Date(time.getTime() + days * DAY_MS) });
