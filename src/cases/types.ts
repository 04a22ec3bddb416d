import type { Act, Assessment, Band } from '../detect/index.ts';
import type { MailWarning } from '../mail/index.ts';

export type CaseKind = 'mail' | 'unreadable' | 'report';
export type CaseStatus = 'open' | 'approved' | 'dismissed';

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

/** What a person did to a case. Decisions are only ever added; `reopen` undoes the newest one. */
export type Decision =
  | { readonly kind: 'approve'; readonly note: string }
  | { readonly kind: 'dismiss'; readonly reason: DismissReason; readonly note: string }
  | { readonly kind: 'reopen'; readonly note: string };

export interface RecordedDecision {
  readonly decision: Decision;
  readonly by: string; // a person's name on the desk, or cli:<OS user>
  readonly at: Date;
}

/** A case as a list shows it. */
export interface CaseSummary {
  readonly id: string;
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  readonly band: Band | null; // null for unreadable mails
  readonly acts: readonly Act[];
  readonly from: string; // as displayed; '' when unknown
  readonly subject: string;
  readonly mails: number;
  readonly receivedAt: Date; // of its newest mail
  readonly decidedBy: string | null;
}

/** A mail of a case: its original bytes and what was found in them. */
export interface CaseMail {
  readonly mailId: string;
  readonly source: string;
  readonly receivedAt: Date;
  readonly raw: Uint8Array | null; // null once deleted by retention
  readonly assessment: Assessment | null; // null: could not be read
  readonly warnings: readonly MailWarning[];
  readonly failure: string | null;
  readonly deliveries: number;
}

export interface CaseDetail extends CaseSummary {
  readonly items: readonly CaseMail[]; // oldest first
  readonly decisions: readonly RecordedDecision[]; // oldest first
  readonly previousCase: string | null;
}

/** The case is not there, or is not in the status that the decision needs. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
  readonly code: 'not-found' | 'wrong-status';
  constructor(code: 'not-found' | 'wrong-status', message: string) {
    super(message);
    this.code = code;
  }
}
