import { HEADER_BYTES } from './limits.ts';
import type { Message } from './message.ts';
import { parseMail } from './parse.ts';

const BLANK_LINES = ['\r\n\r\n', '\n\n', '\r\r'] as const;

/**
 * What the header of a mail says of it, whatever follows: no time is spent on its body.
 *
 * @throws UnreadableMailError when the bytes are no mail.
 *
 * @example
 * (await readEnvelope(Buffer.from('Subject: 見積\n\n本文'), new Date(0))).subject // → '見積'
 */
export async function readEnvelope(
  bytes: Uint8Array,
  receivedAt: Date,
): Promise<Pick<Message, 'from' | 'subject' | 'date'>> {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEADER_BYTES));
  const ends = BLANK_LINES.map((blank) => start.indexOf(blank)).filter((at) => at >= 0);
  const { from, subject, date } = await parseMail(start.subarray(0, Math.min(start.length, ...ends)), receivedAt);
  return { from, subject, date };
}
