import { addressesOf } from './addresses.ts';
import { isAutomatic } from './automatic.ts';
import { contentHash } from './content-hash.ts';
import type { AttachedDocument } from './documents/attached.ts';
import { decodedValue, firstValue, readHeader } from './header.ts';
import { MAIL_BYTES } from './limits.ts';
import { type MailWarning, type Message, type TextPart, UnreadableMailError } from './message.ts';
import { type Reading, readMail } from './reading.ts';
import { threadingOf } from './threading.ts';

/**
 * Reads a mail as people's mail programs would show it, whatever its charsets, nesting and size; what could not be read
 * is said in `warnings`. `receivedAt` is passed through.
 *
 * @throws UnreadableMailError, and nothing else, when the bytes are no mail at all.
 *
 * @example
 * (await parseMail(Buffer.from('Subject: 見積\n\n本文です'), new Date(0))).parts
 * // → [{ id: 'subject', text: '見積' }, { id: 'body', text: '本文です' }]
 */
export const parseMail = async (bytes: Uint8Array, receivedAt: Date): Promise<Message> =>
  (await parseWithDocuments(bytes, receivedAt)).message;

/** The same, with the documents among its files, unopened. */
export async function parseWithDocuments(
  bytes: Uint8Array,
  receivedAt: Date,
): Promise<{ message: Message; documents: readonly AttachedDocument[] }> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mail = whole.subarray(0, MAIL_BYTES);
  if (isNoMail(mail)) throw new UnreadableMailError('The bytes are empty or no mail.');
  let reading: Reading;
  try {
    reading = await readMail(mail);
  } catch (cause) {
    throw new UnreadableMailError('The mail could not be taken apart.', { cause });
  }
  return { message: toMessage(reading, receivedAt, whole.length > MAIL_BYTES), documents: reading.documents };
}

/** Empty, or without a single header field and with bytes no text has. */
function isNoMail(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 64 * 1024);
  if (head.toString('latin1').trim() === '') return true;
  return head.includes(0) && readHeader(head, 0, () => false).fields.length === 0;
}

function toMessage(reading: Reading, receivedAt: Date, tooLarge: boolean): Message {
  const { fields, subject, body, html, hidden, attached, attachments } = reading;
  const texts: TextPart[] = [
    { id: 'subject', text: subject },
    { id: 'body', text: body },
    { id: 'html', text: html },
    { id: 'hidden', text: hidden },
    ...attached.map((one, index): TextPart => ({ id: `att-${index + 1}`, ...one })),
  ];
  const parts = texts.filter(({ text }) => text.trim() !== '');
  const threading = threadingOf(fields);
  const warnings = new Set<MailWarning>(reading.warnings);
  if (tooLarge) warnings.add('too-large');
  if (threading.date === null && firstValue(fields, 'date') !== null) warnings.add('invalid-date');
  return {
    ...threading,
    from: addressesOf(fields, 'from')[0] ?? null,
    to: addressesOf(fields, 'to'),
    cc: addressesOf(fields, 'cc'),
    subject,
    receivedAt,
    headers: fields.map(({ name, value }) => ({ name, value: decodedValue(value) })),
    parts,
    attachments,
    automatic: isAutomatic(fields),
    contentHash: contentHash(parts, attachments),
    warnings: [...warnings],
  };
}
