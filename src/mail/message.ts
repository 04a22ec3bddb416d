/** A mailbox of a header, `name` decoded, `address` lower-cased; what cannot be parsed is no address. */
export interface Address {
  readonly name: string;
  readonly address: string;
}

/** An attachment as seen while streaming by; its bytes are not kept. `filename` is sanitised, never a path. */
export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly size: number; // bytes, decoded
  readonly sha256: string; // hex, of the decoded bytes
}

/** `names` is no part of a message: who it says that it is from, and what its files are called. */
export type PartId = 'subject' | 'body' | 'html' | 'hidden' | 'names' | `att-${number}`;

/** A text of the mail as decoded and unfolded. Every span of an assessment points into one of these. */
export interface TextPart {
  readonly id: PartId;
  readonly text: string;
  readonly file?: string; // name of the attachment that says it
}

/** What kept the mail from being read as a whole. The mail is screened on what could be read and says so. */
export type MailWarning =
  | 'too-large' // only the head of the mail was read
  | 'in-part' // judging the whole took too long or too much memory: only its beginning and end were
  | 'too-deep' // nested further than we follow
  | 'too-many-parts'
  | 'text-cut' // a text part exceeded its cap
  | 'charset-guessed' // declared charset was missing or wrong
  | 'invalid-date'
  | 'hidden-text' // HTML hides words from the human reader
  | 'foreign' // in no language that has a judge: entries alone were looked for
  | 'tnef'; // winmail.dat, not opened

/**
 * A parsed mail. `parts` holds the subject, the plain body, the HTML's words where they differ from the plain part,
 * what the HTML does not show, and the texts of attached messages (`att-N`), in this order; empty parts are left out.
 */
export interface Message {
  readonly messageId: string | null; // without <>
  readonly inReplyTo: string | null;
  readonly references: readonly string[]; // oldest first
  readonly from: Address | null;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string;
  readonly date: Date | null; // of the Date header; null when missing or invalid
  readonly receivedAt: Date;
  readonly headers: readonly { readonly name: string; readonly value: string }[]; // decoded, as received
  readonly parts: readonly TextPart[];
  readonly attachments: readonly Attachment[];
  readonly automatic: boolean; // bulk, list, bounce or auto-reply
  readonly contentHash: string; // sha256 hex over subject, texts and attachment hashes: equal for two deliveries
  readonly warnings: readonly MailWarning[];
}

/** Trying again cannot help: the bytes are no mail we can read. */
export class UnreadableMailError extends Error {
  override readonly name: string = 'UnreadableMailError';
  readonly code: string = 'unreadable';
}
