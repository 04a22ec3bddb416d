import type { Brand } from '../util/brand.ts';
import type { Day } from './care.ts';

/** People outside who are asked for advice or help, in the order of the page. */
export const EXPERT_KINDS = ['lawyer', 'labour', 'physician', 'counsellor', 'police', 'other'] as const;
export type ExpertKind = (typeof EXPERT_KINDS)[number];

export type ExpertId = Brand<string, 'ExpertId'>;
export type ExpertRequestId = Brand<string, 'ExpertRequestId'>;

/** Somebody outside, and how they are reached. */
export interface Expert {
  readonly id: ExpertId;
  readonly kind: ExpertKind;
  readonly name: string; // of a person, or of their office
  readonly contact: string; // telephone, address, hours
}

/** What was handed over, from the least to the most: words alone, a copy with names covered, a pack. */
export const HANDED = ['words', 'covered', 'pack'] as const;
export type Handed = (typeof HANDED)[number];

/** That an expert was asked about a case. */
export interface ExpertRequest {
  readonly id: ExpertRequestId;
  readonly expert: Pick<Expert, 'kind' | 'name'>;
  readonly question: string;
  readonly handed: Handed;
  readonly due: Day | null; // until when an answer is needed
  readonly by: string;
  readonly at: Date;
  readonly answer: { readonly words: string; readonly by: string; readonly at: Date } | null;
}

/**
 * Whether an answer is late: a day that is over without one.
 *
 * @example
 * isLate({ due: null, answer: null }, '2026-12-01') // → false
 */
export const isLate = ({ due, answer }: Pick<ExpertRequest, 'due' | 'answer'>, today: string): boolean =>
  due !== null && answer === null && due < today;
