import type { Act, Assessment, Band, EntryId } from '../detect/index.ts';
import type { MailWarning } from '../mail/index.ts';
import type { Claim } from './claim.ts';
import type { Consultation } from './consultation.ts';
import type { RecordedDecision } from './decision.ts';
import type { CaseId, MailId, PersonId } from './ids.ts';
import type { CaseMerging } from './merging.ts';
import type { CaseMessage } from './reading.ts';
import type { CaseKind, CaseStatus } from './status.ts';

/** A case as a list shows it. */
export interface CaseSummary {
  readonly id: CaseId;
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  readonly band: Band | null; // null for unreadable mails
  readonly acts: readonly Act[];
  readonly foundActs: readonly Act[]; // of all that was found, what did not count too
  readonly from: string; // as displayed; '' when unknown
  readonly subject: string;
  readonly mails: number;
  readonly receivedAt: Date; // of its newest mail
  readonly decidedBy: string | null;
  readonly closed?: true; // to whoever looks: others decide it, and nothing of it is told
}

/** Whom an open case waits for: anyone, one person, or the consultation desk. */
export type Assignee =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'person'; readonly id: PersonId; readonly name: string }
  | { readonly kind: 'desk' };

/** A case as the queue shows it to one person. */
export interface CaseInList extends CaseSummary {
  readonly counterparty: string; // '' when unknown
  readonly sources: readonly string[]; // in which its mails arrived
  readonly assignee: Assignee;
  readonly claim: Claim | null; // a live one
  readonly skipped: boolean; // by this person
  readonly declined: boolean; // and for good
  readonly confidential: boolean; // for the consultation desk alone
  readonly watched: boolean; // it has a mail of a sender that a person watches
}

/** A mail of a case: how it was read, and what was found in it. */
export interface CaseMail {
  readonly mailId: MailId;
  readonly source: string;
  readonly receivedAt: Date;
  readonly size: number; // bytes, as received
  readonly kept: boolean; // its bytes; false once deleted by retention
  readonly message: CaseMessage | null; // null: could not be read, was not read yet, or is no longer kept
  readonly head: Uint8Array | null; // its first bytes, of one that could not be read
  readonly assessment: Assessment | null; // null: could not be read, or with neither failure: not judged yet
  readonly warnings: readonly MailWarning[];
  readonly failure: string | null;
  readonly deliveries: number;
  readonly incidentOf: CaseId | null; // with which it was handed in; null: a mail, and not the words and files of an incident or a note
  readonly withNote: boolean; // it holds the files that were given with a note of the case file
  readonly watchedSince: Date | null; // its sender, by a person; null: nobody watched them when it was judged
}

export interface CaseDetail extends CaseSummary {
  readonly report: Consultation | null; // null: it began with a mail of a source
  readonly items: readonly CaseMail[]; // oldest first: a page of its mails, the newest unless asked otherwise
  readonly first: number; // how many mails stand before them
  readonly strongest: number | null; // place of the mail that put the case where it is, from 0; null: none is judged
  readonly entries: readonly EntryId[]; // that belong to an act, of all mails
  readonly decisions: readonly RecordedDecision[]; // oldest first
  readonly previousCase: CaseId | null;
  readonly counterparty: string; // '' when unknown
  readonly assignee: Assignee;
  readonly heldBy: string | null; // who wants it kept whatever its age
  readonly merging: CaseMerging; // what stands in it, and where it stands
}

export type CaseErrorCode =
  | 'not-found'
  | 'wrong-status' // not the status that the decision needs
  | 'claimed'; // someone else is at it

/** The decision cannot be made. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
  readonly code: CaseErrorCode;
  constructor(code: CaseErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
