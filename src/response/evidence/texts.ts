import { DECEPTIVE } from '../../util/deceptive.ts';
import { CARE_POINTS, type Care, stateOf } from '../care.ts';
import type { EvidenceMail } from './case.ts';
import { redact } from './redact.ts';

/** The bytes of a mail before its first empty line. */
export function headerBlock(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const ends = ['\r\n\r\n', '\n\n'].flatMap((mark) => {
    const at = bytes.indexOf(mark);
    return at < 0 ? [] : [at + mark.length / 2];
  });
  return bytes.subarray(0, Math.min(...ends, bytes.byteLength));
}

const NOT_KEPT = '本文をもう残していないメールです。 / The text of this mail is no longer kept.';
const UNREADABLE = '読み取れないメールです。 / This mail could not be read.';

/** What a mail says, with the words to cover covered, and signs that would deceive the eye replaced. Says itself that it is a copy. */
export function textCopy(
  { message, raw, receivedAt, sha256 }: EvidenceMail,
  number: number,
  redactions: readonly string[],
): string {
  const words =
    message === null
      ? null
      : [
          `差出人 / From: ${message.from === null ? '' : `${message.from.name} <${message.from.address}>`}`,
          `日時 / Date: ${message.date?.toISOString() ?? ''}`,
          `件名 / Subject: ${message.subject}`,
          ...message.parts.filter(({ id }) => id !== 'subject').flatMap(({ id, text }) => ['', `[${id}]`, text]),
          ...(message.left ? ['', `[… ${message.left}文字を省略 / ${message.left} characters left out]`] : []),
        ].join('\n');
  const { text, places } =
    words === null
      ? { text: raw === null ? NOT_KEPT : UNREADABLE, places: 0 }
      : redact(words.replace(/\r\n?/g, '\n'), redactions);
  return [
    '本文の写しです。原本ではありません。 / A copy of the text; not the original.',
    `伏せた箇所 / places covered: ${places}`,
    `メール / Mail: ${number}`,
    `受信 / Received: ${receivedAt.toISOString()}`,
    `原本の SHA-256 / SHA-256 of the original: ${sha256}`,
    text.replace(DECEPTIVE, '\u{fffd}'), // after covering: a sign that nobody sees may part a name
    '',
  ].join('\n');
}

/** Which points of the care list were seen to, and when. Notes and names stay here: they may speak of somebody's health. */
export const careStates = (care: Care): object[] =>
  CARE_POINTS.map((point) => ({ point, state: stateOf(care, point), at: care.records[point]?.at ?? null }));
