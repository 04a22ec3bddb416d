import type { PastRow } from '../cases/index.ts';
import type { AssessedMail } from '../screening/index.ts';

/** What became of looking for a mail in its mailbox. */
export type FoundPastMail =
  | { readonly kind: 'found'; readonly mail: AssessedMail } // judged by the rules in force now
  | { readonly kind: 'gone' }
  | { readonly kind: 'busy' } // too many are looked for at the moment
  | { readonly kind: 'trouble'; readonly sentence: string }; // the mailbox cannot be read

/** The mailboxes of the service, as somebody looks into their past. */
export interface PastMailboxes {
  readonly sources: readonly string[]; // that can be read
  /** Fetches a mail anew and judges it, away from this thread; nothing of it is kept. */
  readonly find: (row: PastRow) => Promise<FoundPastMail>;
}
