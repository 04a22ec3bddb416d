import type { CaseId } from '../cases/index.ts';
import type { Brand } from '../util/brand.ts';

/**
 * What is seen to for the person concerned before anything is said to the other side, in the order it is asked:
 * someone else answers the thread; nobody stands alone; they need not read the text again; a doctor or health service is
 * offered; they know the consultation desk; they said what they wish; a day is set on which somebody asks again.
 */
export const CARE_POINTS = ['thread', 'second', 'text', 'health', 'desk', 'wishes', 'follow-up'] as const;
export type CarePoint = (typeof CARE_POINTS)[number];

/** How a point stands: nobody has seen to it, it is done, or the person concerned declined it. */
export const CARE_STATES = ['open', 'done', 'declined'] as const;
export type CareState = (typeof CARE_STATES)[number];

/** What somebody wrote down about a point. */
export interface CareRecord {
  readonly state: CareState;
  readonly note: string;
  readonly by: string; // name of whoever wrote it
  readonly at: Date;
}

export type FollowUpId = Brand<string, 'FollowUpId'>;

/** A day on which somebody asks the person concerned how they are. */
export interface FollowUp {
  readonly id: FollowUpId;
  readonly due: Day;
  readonly note: string;
  readonly by: string;
  readonly done: { readonly by: string; readonly at: Date } | null;
}

/** A day of the company's calendar, YYYY-MM-DD: they sort as they are written. */
export type Day = Brand<string, 'Day'>;

/** What keeps it from happening again, with or without a finding. */
export interface Recurrence {
  readonly note: string;
  readonly by: string;
  readonly at: Date;
}

/** The care list of a case. */
export interface Care {
  readonly caseId: CaseId;
  readonly records: Readonly<Partial<Record<CarePoint, CareRecord>>>;
  readonly followUps: readonly FollowUp[]; // by day
  readonly recurrence: Recurrence | null;
  readonly stopped: boolean; // a person concerned wishes that nothing is done towards the other side, and there is no danger
}

/**
 * How a point stands. A day that is set answers the last point by itself, so that nobody ticks what they have to do yet.
 *
 * @example
 * stateOf({ records: {}, followUps: [] }, 'health') // → 'open'
 */
export const stateOf = ({ records, followUps }: Pick<Care, 'records' | 'followUps'>, point: CarePoint): CareState =>
  point === 'follow-up' && followUps.length > 0 ? 'done' : (records[point]?.state ?? 'open');

/** Points that nobody has seen to: while there is one, nothing goes to the other side. */
export const openPoints = (care: Pick<Care, 'records' | 'followUps'>): CarePoint[] =>
  CARE_POINTS.filter((point) => stateOf(care, point) === 'open');

/** Whether somebody should ask the person concerned today. */
export const isDue = ({ due, done }: Pick<FollowUp, 'due' | 'done'>, today: Day): boolean =>
  done === null && due <= today;
