import type { CaseId } from '../../cases/index.ts';
import type { Band } from '../../detect/index.ts';
import type { Day } from '../care.ts';
import type { CounterpartyFacts } from '../counterparty.ts';
import type { Disclosure, DisclosureSubject } from '../disclosure.ts';
import type { Dossier, DossierCase } from '../dossier/index.ts';
import type { PackOrder, Purpose, Recipient } from '../evidence/index.ts';
import type { ObjectionEffect, ObjectionId } from '../objections.ts';

/** A mail of theirs as it is kept. */
export interface BundleMail {
  readonly at: Date;
  readonly from: string;
  readonly subject: string;
  readonly text: string; // '' where nobody could read it, or it is no longer kept
  readonly sha256: string; // as noted when it was received
  readonly raw: Uint8Array | null; // null: no longer kept
  readonly band: Band | null; // null: could not be judged
}

/** A case in which something of them is kept; what is of others is left out of it. */
export interface BundleCase extends DossierCase {
  readonly status: 'open' | 'approved' | 'dismissed';
  readonly texts: readonly BundleMail[]; // oldest first
  readonly comments: readonly { readonly at: Date; readonly words: string }[];
  readonly handed: readonly { readonly at: Date; readonly recipient: Recipient; readonly purpose: Purpose }[]; // packs
  readonly logged: readonly BundleEntry[];
}

/** That something was done, as the audit log has it: never by whom. */
export interface BundleEntry {
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
}

/** What is kept of an employee beside cases. */
export interface BundlePerson {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly concerned: readonly {
    readonly at: Date;
    readonly wishes: readonly string[] | null;
    readonly words: string;
    readonly naming: string | null;
  }[];
  readonly consent: { readonly way: string; readonly day: string } | null; // to a file of their timeline
  readonly logged: readonly BundleEntry[]; // about their account
}

/** An objection or a question of no case, which came as mails of theirs. */
export interface BundleObjection {
  readonly id: ObjectionId;
  readonly received: Day;
  readonly words: string;
  readonly answer: { readonly effect: ObjectionEffect; readonly reasons: string; readonly at: Date } | null;
  readonly originals: readonly Uint8Array[]; // the mails, the first first
}

/** What is not in it, and how often. Of what has no number, nobody is told that there is any. */
export const LEFT_OUT_OF_BUNDLE = [
  'mails', // that others wrote
  'reports', // what employees handed in
  'concerned', // notes on people whom cases befell
  'advice', // what experts outside were asked
  'held', // cases on hold
  'recused', // cases that speak of whoever makes it
  'names', // places where names of other people are covered
] as const;
export type LeftOutOfBundle = (typeof LEFT_OUT_OF_BUNDLE)[number];

/** All that is kept of somebody, as far as they are told. */
export interface Bundle extends Pick<Dossier, 'policies' | 'rules'> {
  readonly request: Pick<Disclosure, 'id' | 'received' | 'role'>;
  readonly subject: DisclosureSubject;
  readonly cases: readonly BundleCase[]; // oldest first
  readonly ordinary: readonly { readonly day: string; readonly band: Band | null }[]; // mails of which nothing is kept but this
  readonly watches: readonly { readonly since: Date; readonly until: Date }[];
  readonly objections: readonly BundleObjection[]; // oldest first
  readonly counterparty: CounterpartyFacts | null;
  readonly person: BundlePerson | null;
  readonly leftOut: Readonly<Record<LeftOutOfBundle, number>>;
}

export type BundleOrder = Pick<PackOrder, 'at' | 'company' | 'acts' | 'komainu'>;

/** Where the original of a mail lies in the bundle. */
export const originalPath = (id: CaseId, place: number): string => `mails/case-${id}-mail-${place + 1}.eml`;
export const objectionPath = (id: ObjectionId, place: number): string => `mails/objection-${id}-mail-${place + 1}.eml`;
export const letterPath = (id: CaseId, number: number): string => `letters/case-${id}-letter-${number}.pdf`;
