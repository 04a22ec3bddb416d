import type { CaseId } from '../../../cases/index.ts';
import type { DueKind, FollowUpId } from '../../../response/index.ts';

/** Something that waits for people in a case, or for an answer. */
export interface Task {
  readonly what: 'care' | 'ask' | 'look' | 'decide' | 'added' | DueKind;
  readonly due: Date | null; // null: no day was set
  readonly isDay: boolean; // due by the end of that day, no hour said
  readonly who: string; // who acts; '' where nobody is named
  readonly caseId: CaseId | null;
  readonly href: string;
  readonly done: number | null; // points of the care list that were seen to
  readonly followUp: FollowUpId | null; // the day that one tap says was kept
}

export const WHEN = ['late', 'today', 'week', 'later', 'undated'] as const;
export type When = (typeof WHEN)[number];

/** Most of each kind that one page shows: who has more begins with what is late. */
export const MOST = 100;
