import type { CaseId, Channel, DayPart, Severity } from '../cases/index.ts';
import type { Act, Band } from '../detect/index.ts';
import type { CarePoint, CareState, Day } from './care.ts';

/** How somebody agreed: on their own page, or on paper that the consultation desk keeps. */
export const CONSENT_WAYS = ['self', 'paper'] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

/** That somebody agrees that their timeline is saved as a file. */
export interface Consent {
  readonly way: ConsentWay;
  readonly day: Day;
  readonly by: string; // who wrote it down
  readonly at: Date;
}

/** Something that an employee met, and what was done for them: when and of which kind, never in anybody's words. */
export type PersonEvent = { readonly at: Date; readonly caseId: CaseId } & (
  | { readonly kind: 'mail'; readonly band: Band | null } // null: unreadable, or not judged yet
  | { readonly kind: 'incident'; readonly channel: Channel; readonly about: DayPart | null } // a call, a visit, a post
  | { readonly kind: 'handed-in' }
  | { readonly kind: 'found'; readonly acts: readonly Act[]; readonly severity: Severity | null } // a person approved the case
  | { readonly kind: 'care'; readonly point: CarePoint; readonly state: Exclude<CareState, 'open'> }
  | { readonly kind: 'asked' } // somebody asked them how they are
);

/** Whoever judges what one person had to bear looks back about this far. */
export const TIMELINE_MONTHS = 6;

/**
 * The day six months before another; where that month is shorter, its last.
 *
 * @example
 * sixMonthsBefore('2026-08-31') // → '2026-02-28'
 */
export function sixMonthsBefore(day: string): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - TIMELINE_MONTHS, 0)).getUTCDate();
  const at = new Date(Date.UTC(year, month - 1 - TIMELINE_MONTHS, Math.min(date, last)));
  return at.toISOString().slice(0, 10) as Day;
}
