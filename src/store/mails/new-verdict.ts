import type { KeptReading, MailId, Toss } from '../../cases/index.ts';
import type { Assessment } from '../../detect/index.ts';
import type { MailWarning, MessageIds } from '../../mail/index.ts';
import type { Display } from '../cases/joining.ts';

/** What is written down of a mail that was read. Ids, sender and content are keyed hashes. */
export interface NewReading extends MessageIds {
  readonly sender: string | null;
  readonly contentHash: string;
  readonly characters: number; // of own text, UTF-16 units
  readonly warnings: readonly MailWarning[];
  readonly display: Display; // kept for mails of a case only, and those that are to be read
  readonly reading: () => KeptReading; // the same; asked for them alone
}

/** An assessment of one mail, to be written down. */
export interface NewVerdict extends NewReading {
  readonly mailId: MailId;
  readonly screenedAt: Date;
  readonly assessment: Assessment;
  readonly toss?: Toss | null; // the coin; null: it may not be kept to be read if it is ordinary
}

/** A mail that could not be judged, however often it was tried. */
export interface NewUnreadable {
  readonly mailId: MailId;
  readonly at: Date;
  readonly reason: string; // a code; must not quote the mail
  readonly read?: NewReading; // of one that was read and says nothing: what it holds could not be opened
  readonly rowDay?: string | null; // YYYY-MM-DD: it stands in the row of its sender and that day; null: a case of its own
}
