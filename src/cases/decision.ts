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
  'other',
] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

export const SEVERITIES = [1, 2, 3] as const; // 3: the gravest
export type Severity = (typeof SEVERITIES)[number];

/** The elements of the statute, of which it needs all: 顧客等の言動, 社会通念上許容される範囲を超えた, 就業環境が害された. */
export const ELEMENTS = ['customer', 'beyond', 'harmed'] as const;
export type LegalElement = (typeof ELEMENTS)[number];

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
  readonly elements: readonly LegalElement[]; // those that are met
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
}

/** Undoes the newest approval or dismissal. */
export interface Reopening {
  readonly kind: 'reopen';
  readonly note: string;
}

/** What a person did to a case. Decisions are only ever added. */
export type Decision = Approval | Dismissal | HandOver | Reopening;

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
