import type { CaseMessage } from '../../cases/index.ts';
import { DECEPTIVE } from '../../util/deceptive.ts';
import { CARE_POINTS, type Care, stateOf } from '../care.ts';
import type { EvidenceMail, PackOrder } from './case.ts';
import { momentsIn } from './moment.ts';
import { type Redacted, redact } from './redact.ts';

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

/**
 * What a mail says, with the words to cover covered, and signs that would deceive the eye replaced. Says itself that it is a copy, and of what.
 *
 * @returns with the number of places that were covered
 */
export function textCopy(
  { kind, message, raw, receivedAt, sha256 }: EvidenceMail,
  number: number,
  { redactions, company }: Pick<PackOrder, 'redactions' | 'company'>,
): Redacted {
  const moment = momentsIn(company.timeZone);
  const incident = kind === 'incident';
  const words =
    message === null
      ? null
      : [
          ...(incident ? [] : headOf(message, moment)),
          ...message.parts.filter(({ id }) => id !== 'subject').flatMap(({ id, text }) => ['', `[${id}]`, text]),
          ...(message.left ? ['', `[… ${message.left}文字を省略 / ${message.left} characters left out]`] : []),
        ].join('\n');
  const { text, places } =
    words === null
      ? { text: raw === null ? NOT_KEPT : UNREADABLE, places: 0 }
      : redact(words.replace(/\r\n?/g, '\n'), redactions);
  const lines = [
    '本文の写しです。原本ではありません。 / A copy of the text; not the original.',
    `伏せた箇所 / places covered: ${places}`,
    incident ? `届け出（メールではありません） / Reported, no mail: ${number}` : `メール / Mail: ${number}`,
    `${incident ? '届け出の日時 / Handed in' : '受信 / Received'}: ${moment(receivedAt)}`,
    `原本の SHA-256 / SHA-256 of the original: ${sha256}`,
    text.replace(DECEPTIVE, '\u{fffd}'), // after covering: a sign that nobody sees may part a name
    '',
  ];
  return { text: lines.join('\n'), places };
}

const headOf = ({ from, date, subject }: CaseMessage, moment: (at: Date) => string): string[] => [
  `差出人 / From: ${from === null ? '' : `${from.name} <${from.address}>`}`,
  `日時 / Date: ${date === null ? '' : moment(date)}`,
  `件名 / Subject: ${subject}`,
];

/** Which points of the care list were seen to, and when. Notes and names stay here: they may speak of somebody's health. */
export const careStates = (care: Care): object[] =>
  CARE_POINTS.map((point) => ({ point, state: stateOf(care, point), at: care.records[point]?.at ?? null }));
