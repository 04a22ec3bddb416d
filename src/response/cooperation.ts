import type { CaseId } from '../cases/index.ts';
import type { Brand } from '../util/brand.ts';
import type { Day } from './care.ts';

export type CooperationId = Brand<string, 'CooperationId'>;

/** Another employer asks us about our people, or we ask them about theirs. */
export const COOPERATION_DIRECTIONS = ['received', 'sent'] as const;
export type CooperationDirection = (typeof COOPERATION_DIRECTIONS)[number];

/** A request to help with the facts, among employers. */
export interface Cooperation {
  readonly id: CooperationId;
  readonly direction: CooperationDirection;
  readonly caseId: CaseId | null;
  readonly company: string;
  readonly contact: string; // a person, a department, an address
  readonly words: string; // what was asked
  readonly asked: Day; // when it came, or went out
  readonly due: Day;
  readonly by: string;
  readonly at: Date;
  readonly answer: { readonly words: string; readonly day: Day; readonly by: string; readonly at: Date } | null;
}
