import type { Harm, OwnCause } from '../cases/index.ts';
import type { Brand } from '../util/brand.ts';
import type { Day } from './care.ts';

/** What a person noted in a case file. */
export type CaseEntryId = Brand<string, 'CaseEntryId'>;

/** How somebody is concerned. */
export const CONCERNED_AS = ['victim', 'present'] as const;
export type ConcernedAs = (typeof CONCERNED_AS)[number];

/** Who somebody is to the company: the declaration protects all of them. */
export const RELATIONS = ['employee', 'family', 'partner', 'freelancer', 'customer', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

/**
 * What is noted in a case file beside its mails. Facts and judgements are kinds of their own, so that whoever reads a file later can
 * tell what was seen and heard from what somebody thought of it.
 */
export type CaseNote =
  | {
      readonly kind: 'person';
      readonly as: ConcernedAs;
      readonly relation: Relation;
      readonly name: string; // as people write it; '' when they would rather not
      readonly words: string;
    }
  | {
      readonly kind: 'fact';
      readonly on: Day | null; // null: nobody knows when
      readonly words: string;
      readonly told?: true; // by whom it befell, on their own page
    }
  | { readonly kind: 'effect'; readonly harm: Harm; readonly words: string }
  | { readonly kind: 'cause'; readonly cause: OwnCause; readonly words: string } // on our side
  | { readonly kind: 'judgement'; readonly words: string };

export const NOTE_KINDS = [
  'person',
  'fact',
  'effect',
  'cause',
  'judgement',
] as const satisfies readonly CaseNote['kind'][];
export type NoteKind = (typeof NOTE_KINDS)[number];

/** A note as it is kept. None ever goes away: one that was wrong is struck, and stays readable. */
export interface CaseEntry {
  readonly id: CaseEntryId;
  readonly note: CaseNote;
  readonly by: string;
  readonly at: Date;
  readonly struck: { readonly by: string; readonly at: Date; readonly why: string } | null; // why: '' of those struck before anybody was asked
}
