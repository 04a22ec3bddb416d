import type { PersonId, Role } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import type { Day } from '../care.ts';

/** Where a case stands for the matrix: while it is open by its band or kind, once it is approved by its severity. */
export const LEVELS = [
  'urgent',
  'review',
  'grey',
  'unreadable',
  'report',
  'severity-3',
  'severity-2',
  'severity-1',
] as const;
export type Level = (typeof LEVELS)[number];

/** What is to be done by a time: somebody looks, somebody decides, the person concerned is seen to. */
export const CLOCK_STEPS = ['look', 'decide', 'care'] as const;
export type ClockStep = (typeof CLOCK_STEPS)[number];

/** The steps that a level knows. */
export const stepsAt = (level: Level): readonly ClockStep[] =>
  level.startsWith('severity-') ? ['care'] : ['look', 'decide'];

/** `working-*` counts the hours and days that the calendar says are worked; the others never stop. */
export const LIMIT_UNITS = ['minutes', 'hours', 'days', 'working-hours', 'working-days'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

export interface Limit {
  readonly amount: number; // from 1
  readonly unit: LimitUnit;
}

export const MOST_AMOUNT = 999;

/** Who sees to it: everybody of a role, and people by name. */
export interface Responsible {
  readonly roles: readonly Role[];
  readonly people: readonly PersonId[];
}

/** A line of the matrix. */
export interface EscalationRow {
  readonly level: Level;
  readonly acts: readonly Act[]; // the line is for cases with one of them; none: for all others of the level
  readonly limits: Readonly<Partial<Record<ClockStep, Limit>>>; // a step without one has no clock
  readonly who: Responsible;
  readonly substitutes: Responsible; // from when it is late
}

/** When the company works. */
export interface WorkCalendar {
  readonly weekdays: readonly number[]; // 1 Monday … 7 Sunday; one at least
  readonly opens: string; // HH:MM, before `closes`
  readonly closes: string;
  readonly publicHolidays: boolean; // those of Japan are days off
  readonly daysOff: readonly Day[]; // the company's own
  readonly workedDays: readonly Day[]; // worked although they would be off
}

/** The company's escalation matrix. Versions are only ever added. */
export interface EscalationPlan {
  readonly rows: readonly EscalationRow[];
  readonly remindPercent: number; // of the time that has passed when somebody is reminded, 1 to 99
  readonly calendar: WorkCalendar;
}

const roles = (...list: Role[]): Responsible => ({ roles: list, people: [] });
const NOBODY = roles();

const row = (
  level: Level,
  limits: EscalationRow['limits'],
  who: Responsible,
  substitutes: Responsible,
): EscalationRow => ({ level, acts: [], limits, who, substitutes });

/** What holds until a company has written its own. */
export const SHIPPED_PLAN: EscalationPlan = {
  rows: [
    row(
      'urgent',
      { look: { amount: 30, unit: 'minutes' }, decide: { amount: 1, unit: 'working-days' } },
      roles('lead', 'reviewer'),
      roles('desk'),
    ),
    row(
      'review',
      { look: { amount: 8, unit: 'working-hours' }, decide: { amount: 5, unit: 'working-days' } },
      roles('reviewer'),
      roles('lead'),
    ),
    row('grey', { decide: { amount: 10, unit: 'working-days' } }, roles('reviewer'), NOBODY),
    row('unreadable', { look: { amount: 2, unit: 'working-days' } }, roles('reviewer'), roles('lead')),
    row(
      'report',
      { look: { amount: 1, unit: 'working-days' }, decide: { amount: 10, unit: 'working-days' } },
      roles('desk'),
      roles('lead'),
    ),
    row('severity-3', { care: { amount: 1, unit: 'working-days' } }, roles('lead'), roles('desk')),
    row('severity-2', { care: { amount: 3, unit: 'working-days' } }, roles('lead'), roles('desk')),
    row('severity-1', { care: { amount: 5, unit: 'working-days' } }, roles('lead'), NOBODY),
  ],
  remindPercent: 50,
  calendar: {
    weekdays: [1, 2, 3, 4, 5],
    opens: '09:00',
    closes: '18:00',
    publicHolidays: true,
    daysOff: [],
    workedDays: [],
  },
};

/**
 * The line for a case: one that names an act of it before the one for all acts. Null: the matrix has none.
 *
 * @example
 * rowFor(SHIPPED_PLAN, 'urgent', ['sexual'])?.limits.look // → { amount: 30, unit: 'minutes' }
 */
export function rowFor({ rows }: EscalationPlan, level: Level, acts: readonly Act[]): EscalationRow | null {
  const own = rows.filter((one) => one.level === level);
  return (
    own.find((one) => one.acts.some((act) => acts.includes(act))) ?? own.find((one) => one.acts.length === 0) ?? null
  );
}
