import type { CaseId, PersonId } from '../cases/index.ts';
import type { Brand } from '../util/brand.ts';
import type { Day } from './care.ts';
import type { LetterId, LetterKind } from './letters/index.ts';
import type { MeasureId, MeasureStep } from './measures/index.ts';

export type ObjectionId = Brand<string, 'ObjectionId'>;
export type ObjectionMailId = Brand<string, 'ObjectionMailId'>;

/** What comes of it for that against which it was raised: it stands, is changed, or is taken back. */
export const OBJECTION_EFFECTS = ['upheld', 'changed', 'withdrawn'] as const;
export type ObjectionEffect = (typeof OBJECTION_EFFECTS)[number];

/** Against what it was raised: something of a case, or the declaration as such; unplaced: nobody has said it yet of a mail. */
export type ObjectedTo =
  | { readonly kind: 'letter'; readonly id: LetterId; readonly number: number; readonly of: LetterKind }
  | { readonly kind: 'measure'; readonly id: MeasureId; readonly step: MeasureStep; readonly inForce: boolean }
  | { readonly kind: 'case' | 'declaration' | 'unplaced' };

/** What a company that was told of something says against it. */
export interface Objection {
  readonly id: ObjectionId;
  readonly caseId: CaseId | null; // null: against the declaration, or what we do in general
  readonly against: ObjectedTo;
  readonly involved: readonly PersonId[]; // who proposed or approved what it is against; of a letter or measure alone
  readonly from: string; // who objects, as people write it
  readonly words: string;
  readonly received: Day;
  readonly due: Day;
  readonly by: string; // who wrote it down
  readonly at: Date;
  readonly assigned: { readonly person: PersonId; readonly name: string } | null;
  readonly draft: ObjectionAnswer | null; // what somebody would answer; a second person gives it
  readonly returned: string | null; // why the last one was given back
  readonly answered: { readonly by: string; readonly person: PersonId | null; readonly at: Date } | null;
  readonly aside: { readonly by: string; readonly at: Date } | null; // no objection: spam, or a machine's; by '' nobody
  readonly mails: readonly ObjectionMail[]; // by which it came, the first first
}

/** A mail to the mailbox for objections. */
export interface ObjectionMail {
  readonly id: ObjectionMailId;
  readonly receivedAt: Date;
  readonly words: string;
  readonly automatic: boolean;
}

export interface ObjectionAnswer {
  readonly effect: ObjectionEffect;
  readonly reasons: string;
  readonly by: string;
  readonly person: PersonId;
  readonly at: Date;
}

/** Who of these may answer: nobody who proposed or approved what it is against, unless there is nobody else. */
export function uninvolved<T extends { readonly id: PersonId }>(
  { involved }: Pick<Objection, 'involved'>,
  people: readonly T[],
): readonly T[] {
  const others = people.filter(({ id }) => !involved.includes(id));
  return others.length > 0 ? others : people;
}

/** How far an objection has come. */
export type ObjectionStage = 'waiting' | 'drafted' | 'answered';

export const objectionStage = ({ draft, answered }: Pick<Objection, 'draft' | 'answered'>): ObjectionStage =>
  answered !== null ? 'answered' : draft === null ? 'waiting' : 'drafted';

/** Days in which an objection or a request is answered unless somebody says otherwise: two weeks. A proposal, of no law. */
export const ANSWER_DAYS = 14;
