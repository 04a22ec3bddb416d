import type { CaseId, PersonId } from '../cases/index.ts';
import type { CarePoint, CareState } from './care.ts';

/** What the person concerned wishes: that nothing is done towards the other side, rest, that somebody else answers, a letter, the police. */
export const WISHES = ['nothing', 'rest', 'contact', 'letter', 'police'] as const;
export type Wish = (typeof WISHES)[number];

/** What they say of a point of the care list: they received it, or would rather not. */
export const CARE_ANSWERS = ['received', 'declined'] as const;
export type CareAnswer = (typeof CARE_ANSWERS)[number];

/** Whether a letter to the other side may name them. */
export const NAMING = ['agreed', 'refused'] as const;
export type Naming = (typeof NAMING)[number];

/** By what a case knows of them: they handed it in, or somebody put it to them. */
export type ConcernedBy = 'report' | 'named';

/** What a person concerned in a case said themselves. */
export interface OwnWords {
  readonly wishes: readonly Wish[] | null; // null: they have not said, as with the next
  readonly wishWords: string;
  readonly wishedAt: Date | null;
  readonly naming: Naming | null;
  readonly namingAt: Date | null;
  readonly care: Readonly<Partial<Record<CarePoint, OwnCare>>>;
}

export interface OwnCare {
  readonly answer: CareAnswer;
  readonly words: string;
  readonly at: Date;
}

/** Somebody with an account whom a case befell. */
export interface Concerned extends OwnWords {
  readonly caseId: CaseId; // the case, or one that stands in it
  readonly person: PersonId;
  readonly name: string;
  readonly by: ConcernedBy;
  readonly role: string; // as a letter calls them that does not name them; '' unless somebody wrote it
}

const ANSWERED: Readonly<Record<CareAnswer, CareState>> = { received: 'done', declined: 'declined' };

/**
 * Whether what was written down of a point is what a person concerned says of it.
 *
 * @example
 * isConfirmed('done', 'received') // → true
 * isConfirmed('done', undefined) // → false
 */
export const isConfirmed = (state: CareState, answer: CareAnswer | undefined): boolean =>
  answer !== undefined && ANSWERED[answer] === state;
