import type { CaseId, CaseStatus, Channel, DayPart, PersonId } from '../../cases/index.ts';
import type { Brand } from '../../util/brand.ts';
import type { Day } from '../care.ts';
import { type DayField, type LetterKind, type LetterLanguage, standsOnApproval, type WrittenField } from './kinds.ts';

export type LetterId = Brand<string, 'LetterId'>;

/** Words of a mail of the case, and when that came in; or of a call, a visit, a post, as somebody of ours told it. */
export interface Quote {
  readonly at: Date;
  readonly words: string; // names and the like covered
  readonly told: Told | null; // null: a mail says so itself
}

/** How what is told happened, and how well its hour is known. */
export interface Told {
  readonly channel: Exclude<Channel, 'mail'>;
  readonly about: DayPart | null; // null: at that minute
}

/** What a person wrote into a letter; '' and null where they wrote nothing. */
export interface LetterWords {
  readonly written: Readonly<Record<WrittenField, string>>;
  readonly days: Readonly<Record<DayField, Day | null>>;
}

/** How a letter went out. Komainu sends none by itself. */
export const SENDING_WAYS = ['post', 'certified', 'by-hand', 'mail', 'fax', 'other'] as const;
export type SendingWay = (typeof SENDING_WAYS)[number];

interface Deed {
  readonly by: string;
  readonly at: Date;
}

/** A letter of a case. Its files never change: what is to be changed is drafted anew. */
export interface Letter extends LetterWords {
  readonly id: LetterId;
  readonly caseId: CaseId;
  readonly number: number; // within the case, from 1
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  readonly template: { readonly name: string | null; readonly sha256: string }; // null: shipped with Komainu
  readonly quotes: readonly Quote[];
  readonly clause: string | null; // of the contract, as it stood on file
  readonly unset: readonly string[]; // characters that the font of the PDF does not have
  readonly docxSha256: string;
  readonly pdfSha256: string;
  readonly decisions: number; // of the case when it was drafted: it stands on these
  readonly drafted: Deed & { readonly person: PersonId };
  readonly approved: Deed | null;
  readonly withdrawn: Deed | null;
  readonly sent: (Deed & { readonly day: Day; readonly way: SendingWay; readonly note: string }) | null; // `at`: when that was written down
  readonly reply: (Deed & { readonly day: Day; readonly note: string }) | null;
}

/** How far a letter has come. */
export type LetterStage = 'draft' | 'approved' | 'sent' | 'answered' | 'withdrawn';

/**
 * @example
 * stageOf({ approved: null, withdrawn: null, sent: null, reply: null }) // → 'draft'
 */
export function stageOf({
  approved,
  withdrawn,
  sent,
  reply,
}: Pick<Letter, 'approved' | 'withdrawn' | 'sent' | 'reply'>): LetterStage {
  if (withdrawn !== null) return 'withdrawn';
  if (reply !== null) return 'answered';
  if (sent !== null) return 'sent';
  return approved === null ? 'draft' : 'approved';
}

/**
 * Whether a case was reopened since the letter was drafted, decided anew or not: what the letter says no longer stands on a
 * decision. One that stands on none is never stale.
 *
 * @example
 * isStale({ kind: 'warning', decisions: 1 }, { status: 'approved', decisions: 3 }) // → true
 */
export const isStale = (
  letter: Pick<Letter, 'kind' | 'decisions'>,
  now: { readonly status: CaseStatus; readonly decisions: number },
): boolean => standsOnApproval(letter.kind) && (now.status !== 'approved' || now.decisions !== letter.decisions);
