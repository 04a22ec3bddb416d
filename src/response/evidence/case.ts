import type { CaseId, CaseMessage, CaseStatus, Consultation, RecordedDecision } from '../../cases/index.ts';
import type { Act, Assessment } from '../../detect/index.ts';
import type { Care } from '../care.ts';
import type { LetterLanguage } from '../letters/kinds.ts';
import type { Purpose, Recipient } from './recipients.ts';

/** How a mail came: from a source, by an employee who had it, or as the words and files of an incident, which are nobody's mail. */
export type EvidenceKind = 'received' | 'handed-in' | 'incident';

/** A mail as evidence. */
export interface EvidenceMail {
  readonly kind: EvidenceKind;
  readonly source: string;
  readonly uidValidity: string;
  readonly uid: number;
  readonly receivedAt: Date; // of an incident: handed in
  readonly size: number; // bytes, as received
  readonly sha256: string; // as noted when it was received
  readonly raw: Uint8Array | null; // null: no longer kept
  readonly message: CaseMessage | null; // null: could not be read
  readonly assessment: Assessment | null;
  readonly failure: string | null;
  readonly warnings: readonly string[];
}

/** Somebody saw, saved or handed over, or decided: a row of the audit log. */
export interface CustodyRow {
  readonly seq: number;
  readonly at: Date;
  readonly by: string;
  readonly action: string;
  readonly target: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly hash: string; // of the row in its chain
}

/** All that a pack is made of; the recipient sees a part. */
export interface EvidenceCase {
  readonly id: CaseId;
  readonly status: CaseStatus;
  readonly mails: readonly EvidenceMail[]; // oldest first
  readonly reports: readonly Consultation[]; // handed in with it, and with what was merged into it
  readonly decisions: readonly RecordedDecision[]; // oldest first
  readonly care: Care;
  readonly custody: readonly CustodyRow[];
}

/** What is handed to whom, and by whom. */
export interface PackOrder {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly redactions: readonly string[]; // covered in the copy of the texts
  readonly at: Date;
  readonly by: string; // who makes it
  readonly company: { readonly name: string; readonly timeZone: string };
  readonly komainu: string; // version
  readonly acts: Readonly<Record<LetterLanguage, Readonly<Record<Act, string>>>>; // labels
}
