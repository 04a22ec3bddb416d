import type { Act, EntryId } from '../detect/index.ts';
import type { PartId } from '../mail/index.ts';
import type { MailId, PersonId } from './ids.ts';

/** Why a reviewer dismissed; the reasons feed the tuning. */
export const DISMISS_REASONS = [
  'complaint',
  'mention',
  'jargon',
  'joke',
  'entry-wrong',
  'accommodation',
  'spam',
  'wrong-recipient',
  'own-staff',
  'other',
] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

export const SEVERITIES = [1, 2, 3] as const; // 3: the gravest
export type Severity = (typeof SEVERITIES)[number];

/** The elements of the statute, of which it needs all: 顧客等の言動, 社会通念上許容される範囲を超えた, 就業環境が害された. */
export const ELEMENTS = ['customer', 'beyond', 'harmed'] as const;
export type LegalElement = (typeof ELEMENTS)[number];

/** What a person found of an element: it is met, it is not, or nobody has said. */
export const ELEMENT_STATES = ['met', 'unmet', 'undecided'] as const;
export type ElementState = (typeof ELEMENT_STATES)[number];
export type Elements = Readonly<Record<LegalElement, ElementState>>;

/**
 * The state of every element where some are named; of the others nobody has said anything.
 *
 * @example
 * elementsOf({ customer: 'met' }) // → { customer: 'met', beyond: 'undecided', harmed: 'undecided' }
 */
export const elementsOf = (named: { readonly [one in LegalElement]?: ElementState | undefined }): Elements => ({
  customer: named.customer ?? 'undecided',
  beyond: named.beyond ?? 'undecided',
  harmed: named.harmed ?? 'undecided',
});

/** The same where a list names those that are met, as decisions were stored and given at first. */
export const elementsMet = (met: readonly LegalElement[]): Elements =>
  elementsOf(Object.fromEntries(met.map((one) => [one, 'met'])));

/** The elements in one state. */
export const elementsIn = (elements: Elements, state: ElementState): LegalElement[] =>
  ELEMENTS.filter((one) => elements[one] === state);

/** Who the declaration protects. */
export const AFFECTED = ['self', 'colleague', 'around', 'partner', 'customer'] as const;
export type Affected = (typeof AFFECTED)[number];

export const HARMS = ['money', 'time', 'mind'] as const;
export type Harm = (typeof HARMS)[number];

/** Whether something on our side gave cause. */
export const CAUSES = ['no', 'yes', 'unclear'] as const;
export type OwnCause = (typeof CAUSES)[number];

/** What a person found. The statute and our own declaration are judged apart. */
export interface Approval {
  readonly kind: 'approve';
  readonly acts: readonly Act[]; // as corrected by the person
  readonly severity: Severity | null; // null: not said
  readonly elements: Elements;
  readonly declaration: boolean; // conduct our declaration covers
  readonly affected: readonly Affected[];
  readonly harms: readonly Harm[];
  readonly ownCause: OwnCause;
  readonly note: string;
}

export interface Dismissal {
  readonly kind: 'dismiss';
  readonly reason: DismissReason;
  readonly note: string;
}

/** The case stays open and waits for someone else. */
export interface HandOver {
  readonly kind: 'hand-over';
  readonly to: { readonly kind: 'person'; readonly id: PersonId; readonly name: string } | { readonly kind: 'desk' };
  readonly note: string;
  readonly from?: Waiting; // for whom it waited before, as it was written down; not of old ones
}

/** For whom an open case waits. */
export type Waiting =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'desk' }
  | { readonly kind: 'person'; readonly id: PersonId };

/** Undoes the newest approval, dismissal or hand-over. */
export interface Reopening {
  readonly kind: 'reopen';
  readonly note: string;
}

/** What a person did to a case. Decisions are only ever added. */
export type Decision = Approval | Dismissal | HandOver | Reopening;

/** As decisions were stored when an approval only named the elements that are met. */
export type StoredDecision = Decision | (Omit<Approval, 'elements'> & { readonly elements: readonly LegalElement[] });

/** A stored decision in the present form: what was not named was not judged. */
export const currentDecision = (stored: StoredDecision): Decision =>
  stored.kind === 'approve' && isList(stored.elements)
    ? { ...stored, elements: elementsMet(stored.elements) }
    : (stored as Decision);

const isList = (elements: Elements | readonly LegalElement[]): elements is readonly LegalElement[] =>
  Array.isArray(elements);

export interface RecordedDecision {
  readonly decision: Decision;
  readonly by: string; // a person's name in the review app, or cli:<OS user>
  readonly at: Date;
}

/** What a decision teaches the dictionaries; it counts for as long as the decision stands. */
export type Feedback =
  | { readonly kind: 'misfire'; readonly entry: EntryId }
  | {
      readonly kind: 'missed'; // words no entry found
      readonly mailId: MailId;
      readonly part: PartId;
      readonly start: number; // UTF-16 units of the part
      readonly end: number;
      readonly words: string; // as written
    };
