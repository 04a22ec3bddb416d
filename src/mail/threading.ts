import { addressesOf } from './addresses.ts';
import { cleanLine } from './clean.ts';
import { parseDate } from './date.ts';
import { allValues, type Field, firstValue, readHeader } from './header.ts';
import { MESSAGE_ID_CHARACTERS, REFERENCES } from './limits.ts';
import { withLineFeeds } from './line-ends.ts';
import type { Message } from './message.ts';

/** Where a mail stands among others: all that is asked of the mails of a `sent` source. */
export type Threading = Pick<Message, 'messageId' | 'inReplyTo' | 'references' | 'date'>;

/**
 * Reads the header alone, whatever the size of the mail. Never throws; what is missing or broken is null.
 *
 * @example
 * readThreading(Buffer.from('Message-ID: <1@example.jp>\n\n')).messageId // → '1@example.jp'
 */
export const readThreading = (bytes: Uint8Array): Threading => threadingOf(fieldsOf(bytes));

/** The same with who wrote it. Throws where an address field cannot be read at all. */
export function readCorrespondence(bytes: Uint8Array): Threading & Pick<Message, 'from'> {
  const fields = fieldsOf(bytes);
  return { ...threadingOf(fields), from: addressesOf(fields, 'from')[0] ?? null };
}

const fieldsOf = (bytes: Uint8Array): readonly Field[] =>
  readHeader(withLineFeeds(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), 0, () => false).fields;

export function threadingOf(fields: readonly Field[]): Threading {
  const references = allValues(fields, 'references').flatMap(messageIds);
  const date = firstValue(fields, 'date');
  return {
    messageId: firstId(fields, 'message-id'),
    inReplyTo: firstId(fields, 'in-reply-to'),
    // The first names the thread, the last are the nearest.
    references: references.length > REFERENCES ? [references[0]!, ...references.slice(1 - REFERENCES)] : references,
    date: date === null ? null : parseDate(date),
  };
}

const firstId = (fields: readonly Field[], name: string): string | null =>
  messageIds(firstValue(fields, name) ?? '')[0] ?? null;

/** Ids in <>, which folding may have torn; where a mailer forgot the brackets, words that look like an id. */
function messageIds(value: string): string[] {
  const bracketed = [...value.matchAll(/<([^<>]+)>/g)].map(([, id = '']) => id);
  const ids = bracketed.length > 0 ? bracketed : value.split(/\s+/).filter((word) => /^[^<>@]+@[^<>@]+$/.test(word));
  return ids
    .map((id) => cleanLine(id).replace(/\s+/g, ''))
    .filter((id) => id !== '' && id.length <= MESSAGE_ID_CHARACTERS);
}
