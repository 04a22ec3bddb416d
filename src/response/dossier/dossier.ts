import type { CaseId, Consultation, CounterpartyId, RecordedDecision } from '../../cases/index.ts';
import type { Care } from '../care.ts';
import type { CaseEntry } from '../case-entries.ts';
import type { Counterparty } from '../counterparty.ts';
import type { CustodyRow, EvidenceKind, PackOrder } from '../evidence/case.ts';
import type { ExpertRequest } from '../experts.ts';
import type { Letter } from '../letters/letter.ts';
import type { MeasureRules } from '../measures/ladder.ts';
import type { Measure } from '../measures/measure.ts';
import type { Repeat } from '../measures/repeats.ts';
import type { Objection } from '../objections.ts';
import type { RuleVersion } from '../rules.ts';
import type { Talk } from '../talks.ts';
import type { DossierRecipient } from './shares.ts';

/** A mail, or the words of an incident, with the sentences in which something was found. */
export interface DossierMail {
  readonly kind: EvidenceKind;
  readonly at: Date;
  readonly sha256: string; // as noted when it was received
  readonly kept: boolean;
  readonly quotes: readonly string[];
}

/** A letter with the bytes that went out; null: it did not go out, or is not for the recipient. */
export interface DossierLetter extends Letter {
  readonly file: Uint8Array | null;
}

/** What happened in an approved case, what was done, and by whom. */
export interface DossierCase {
  readonly id: CaseId;
  readonly openedAt: Date;
  readonly mails: readonly DossierMail[]; // oldest first
  readonly reports: readonly Consultation[];
  readonly decisions: readonly RecordedDecision[]; // oldest first
  readonly answers: readonly Date[]; // of ours, in the conversations of its mails and as people noted them
  readonly letters: readonly DossierLetter[];
  readonly measures: readonly Measure[];
  readonly objections: readonly Objection[];
  readonly experts: readonly ExpertRequest[];
  readonly entries: readonly CaseEntry[]; // of its file
  readonly care: Care;
  readonly custody: readonly CustodyRow[];
}

/** A version of the policy, and from which day it holds. */
export interface DossierPolicy {
  readonly number: number;
  readonly from: string; // YYYY-MM-DD
}

/** Cases of a counterparty that are not told of, and why. */
export interface LeftOut {
  readonly open: number;
  readonly dismissed: number;
  readonly care: number; // their care list is not done
  readonly wish: number; // that nothing is done, of the person concerned
  readonly consent: number; // nobody asked whoever handed something in
  readonly others: number; // they speak of whoever makes this, so that others make it
  readonly older: number; // than as many as one dossier holds
}

/** The rules of a company, and what it did in one case or against one counterparty. */
export interface Dossier {
  readonly about:
    | { readonly kind: 'case'; readonly id: CaseId }
    | { readonly kind: 'counterparty'; readonly id: CounterpartyId };
  readonly counterparty: Pick<Counterparty, 'name' | 'clause' | 'clauseNoted'> | null; // null: none of the register
  readonly cases: readonly DossierCase[]; // oldest first
  readonly repeats: readonly Repeat[]; // of the same demand, in these cases
  readonly talks: readonly Talk[]; // for which the counterparty was asked, oldest first
  readonly rules: readonly RuleVersion<MeasureRules>[]; // of measures: every version, oldest first
  readonly policies: readonly DossierPolicy[]; // every version that was published, oldest first
  readonly leftOut: LeftOut | null; // null: it is about one case
}

export interface DossierOrder extends Omit<PackOrder, 'recipient' | 'purpose' | 'redactions'> {
  readonly recipient: DossierRecipient;
}

/** The version of the policy that held on a day: the one that began last. Null: none had. */
export const policyOn = (policies: readonly DossierPolicy[], day: string): DossierPolicy | null =>
  policies.findLast(({ from }) => from <= day) ?? null;

/** The rules that were in force at a moment; null: there were none yet. */
export const rulesAt = (rules: Dossier['rules'], at: Date): Dossier['rules'][number] | null =>
  rules.findLast((one) => one.at <= at) ?? null;
