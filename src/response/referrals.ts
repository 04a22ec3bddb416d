import type { Decision } from '../cases/index.ts';
import type { Brand } from '../util/brand.ts';
import type { Objection } from './objections.ts';

export type ReferralId = Brand<string, 'ReferralId'>;

/** That a justified complaint was passed on to whoever can better the service: counted, and without names. */
export interface Referral {
  readonly id: ReferralId;
  readonly team: string;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
}

/** Whether a case was dismissed because its complaint is in the right, by its last decision. */
export const isJustified = (last: Decision | null): boolean => last?.kind === 'dismiss' && last.reason === 'complaint';

/** Whether an objection was in the right: an answer was given, and what it is against did not stay as it was. */
export const wasInTheRight = ({ answered, draft }: Pick<Objection, 'answered' | 'draft'>): boolean =>
  answered !== null && draft !== null && draft.effect !== 'upheld';
