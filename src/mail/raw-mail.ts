import { encodeWords } from './compose.ts';

/** What a mail is made of; who sent it may be unknown. */
interface Written {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly date: string; // ISO 8601 with an offset
  readonly subject: string;
  readonly body: string;
  readonly message_id?: string | undefined;
  readonly in_reply_to?: string | null | undefined;
}

/** What was written down as the bytes of a well-formed MIME mail: UTF-8, base64, CRLF, lines below 78 characters. */
export function toRawMail(row: Written): Uint8Array {
  const replyTo = row.in_reply_to ? bracketed(row.in_reply_to) : null;
  const headers = [
    `Message-ID: ${bracketed(row.message_id ?? `${row.id}@corpus.example.org`)}`,
    ...(replyTo === null ? [] : [`In-Reply-To: ${replyTo}`, `References: ${replyTo}`]),
    `Date: ${rfcDate(row.date)}`,
    `From: ${mailbox(row.from)}`,
    `To: ${mailbox(row.to)}`,
    `Subject: ${words(row.subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const body = Buffer.from(row.body.replace(/\r?\n/g, '\r\n'), 'utf8').toString('base64');
  return Buffer.from([...headers, '', ...(body.match(/.{1,76}/g) ?? []), ''].join('\r\n'), 'ascii');
}

const plain = (text: string): string => text.replace(/[^\x21-\x7e]|[<>]/g, '');

const bracketed = (id: string): string => `<${plain(id)}>`;

function mailbox(text: string): string {
  const name = /^(.*?)\s*<[^<>]*>\s*$/s.exec(text)?.[1] ?? '';
  const address = `<${plain(addressOf(text))}>`;
  return name === '' ? address : `${words(name)}\r\n ${address}`;
}

/** The address alone, small. */
export const addressOf = (mailbox: string): string =>
  (/<([^<>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim().toLowerCase();

/** Always encoded: what is written is text, never header syntax. */
const words = (text: string): string => (text === '' ? '' : encodeWords(text));

/** RFC 5322 with the offset as written, because a mail at 02:00 in Tokyo is a mail in the night. */
function rfcDate(date: string): string {
  const [, sign = '+', hours = '00', minutes = '00'] = /([+-])(\d\d):(\d\d)$/.exec(date) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const local = new Date(Date.parse(date) + offset).toUTCString();
  return local.replace('GMT', `${sign}${hours}${minutes}`);
}
