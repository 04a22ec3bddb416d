import type { Day } from './care.ts';

/** What waits for an answer until a day: of an expert outside, to an objection, to or from another employer, about what is kept of somebody. */
export const DUE_KINDS = ['expert', 'objection', 'cooperation', 'disclosure'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** How far ahead people are reminded of a day. */
export const REMIND_DAYS = 3;

/** How a day stands that somebody waits for. */
export type DueState = 'ahead' | 'soon' | 'late';

/**
 * How a day stands as seen from another.
 *
 * @example
 * dueState('2026-12-04', '2026-12-01') // → 'soon'
 * dueState('2026-11-30', '2026-12-01') // → 'late'
 */
export function dueState(due: string, today: string): DueState {
  if (due < today) return 'late';
  const ahead = (Date.parse(due) - Date.parse(today)) / 86_400_000;
  return ahead <= REMIND_DAYS ? 'soon' : 'ahead';
}

/** Days that people are told of: those that come soon, or those that are over. */
export interface DueDay {
  readonly kind: DueKind;
  readonly subject: string; // by which it is known: what, and whether it was soon or late
  readonly late: boolean;
  readonly due: Day;
}
