import { createHash } from 'node:crypto';
import { addressesOf } from './addresses.ts';
import { isAutomatic } from './automatic.ts';
import { allValues, decodedValue, type Field, firstValue, readHeader } from './header.ts';
import type { Address } from './message.ts';
import { parseMediaType } from './structure/media-type.ts';
import { threadingOf } from './threading.ts';

/** What the header of a mail says of who sent it and how it came, for whoever decides whether to believe it. */
export interface Origin {
  readonly from: readonly Address[]; // of all From fields together: an honest mail has one
  readonly fromFields: number;
  readonly subject: string;
  readonly recipients: readonly string[]; // To, Cc and what servers write of the delivery; addresses in lower case
  readonly messageId: string | null;
  readonly references: readonly string[]; // In-Reply-To among them
  readonly automatic: boolean; // bulk, list, bounce or auto-reply
  readonly bounce: boolean; // a report on a mail, or without a sender to answer
  readonly authentication: readonly string[]; // values of Authentication-Results, encoded words left as they are
  readonly bodyStart: number; // offset into the bytes
}

const DELIVERED = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'] as const;

/** Reads the header alone, whatever the size of the mail. Never throws; what is missing is empty or null. */
export function readOrigin(mail: Uint8Array): Origin {
  const { fields, bodyStart } = readHeader(Buffer.from(mail.buffer, mail.byteOffset, mail.byteLength), 0, () => false);
  const { messageId, inReplyTo, references } = threadingOf(fields);
  return {
    from: addressesOf(fields, 'from'),
    fromFields: allValues(fields, 'from').length,
    subject: decodedValue(firstValue(fields, 'subject') ?? ''),
    recipients: DELIVERED.flatMap((name) => addressesOf(fields, name).map(({ address }) => address)),
    messageId,
    references: inReplyTo === null ? references : [...references, inReplyTo],
    automatic: isAutomatic(fields),
    bounce: isBounce(fields),
    authentication: allValues(fields, 'authentication-results'),
    bodyStart,
  };
}

/** By which the same message is known: it has the same id and the same text, whatever servers wrote above it. */
export function keyOf({ messageId, bodyStart }: Origin, mail: Uint8Array): string {
  const hash = createHash('sha256');
  if (messageId === null) return hash.update(mail).digest('hex');
  return hash.update(`${messageId}\n`).update(mail.subarray(bodyStart)).digest('hex');
}

const isBounce = (fields: readonly Field[]): boolean =>
  parseMediaType(firstValue(fields, 'content-type') ?? '').value === 'multipart/report' ||
  allValues(fields, 'return-path').some((value) => /^\s*<\s*>\s*$/.test(value));
