/** Why a case, and what is kept of somebody in it, is not deleted because they ask for it. */
export const KEPT_BECAUSE = [
  'held', // on hold
  'open', // nobody has decided it
  'follow-up', // somebody means to ask the person concerned how they are
  'measure', // one is in force, or waits
  'objection', // one waits for its answer
  'deadline', // a clock runs
  'expert', // somebody outside was asked and has not answered
  'cooperation', // the same of another employer
  'others', // mails or reports of other people stand in it
  'recused', // it speaks of whoever would delete it
] as const;
export type KeptBecause = (typeof KEPT_BECAUSE)[number];

/** What is deleted at somebody's request. Of the kinds that stand in cases, those in cases that go. */
export const ERASED_KINDS = [
  'cases',
  'mails', // in cases, with their originals and files
  'ordinary', // verdicts of ordinary mails: no text, a keyed hash of the sender
  'reports', // handed in
  'decisions',
  'notes', // in case files, comments, answers by phone
  'letters',
  'measures',
  'objections',
  'watches', // on senders
  'concerned', // wishes and answers of a person whom cases befell
  'consents', // to a file of their timeline
  'forwarded', // that mails came to the consultation address
  'counterparties', // entries of the register
] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];
export type ErasedCounts = Readonly<Record<ErasedKind, number>>;

/** How many cases stay, by each reason. A case may have several. */
export type KeptCounts = Readonly<Partial<Record<KeptBecause, number>>>;

/** What was deleted at somebody's request, so that it can be shown later: no word of it. */
export interface ErasedKept {
  readonly counts: ErasedCounts;
  readonly left: KeptCounts;
  readonly digest: string; // SHA-256, hex, of the hashes of what was deleted: see `digestOf`
}
