import type { KeptReading, MailId, Toss } from '../../cases/index.ts';
import type { Assessment } from '../../detect/index.ts';
import type { MailWarning, MessageIds } from '../../mail/index.ts';
import type { Display } from '../cases/joining.ts';

/** An assessment of one mail, to be written down. Ids, sender and content are keyed hashes. */
export interface NewVerdict extends MessageIds {
  readonly mailId: MailId;
  readonly screenedAt: Date;
  readonly assessment: Assessment;
  readonly sender: string | null;
  readonly contentHash: string;
  readonly characters: number; // of own text, UTF-16 units
  readonly warnings: readonly MailWarning[];
  readonly display: Display; // kept for mails of a case only, and those that are to be read
  readonly reading: () => KeptReading; // the same; asked for them alone
  readonly toss?: Toss | null; // the coin; null: it may not be kept to be read if it is ordinary
}

/** A mail that could not be read, however often it was tried. */
export interface NewUnreadable {
  readonly mailId: MailId;
  readonly at: Date;
  readonly reason: string; // for the reviewer; must not quote the mail
}
