import { createHash } from 'node:crypto';
import { mail, text, words } from '../support/mime.ts';

/** In the body of every ordinary mail: in the end it must stand nowhere but in the mailbox. */
export const ORDINARY_WORDS = 'futsuu-no-bunshou';

const FLAGGED_EACH = 10;
const CHARSETS = ['utf-8', 'iso-2022-jp', 'shift_jis'] as const;

/** A mail of a sender and thread of its own, with what must become of it. */
export interface CrashMail {
  readonly raw: Buffer;
  readonly messageId: string; // without <>
  readonly sha256: string;
  readonly subject: string;
  readonly flagged: boolean; // every tenth
}

export function crashMail(number: number): CrashMail {
  const flagged = number % FLAGGED_EACH === 0;
  const body = flagged ? '担当のお前が土下座しろ。' : `見積書をお送りください。${ORDINARY_WORDS}`;
  return made(number, flagged, body);
}

/** A mail that people are told of at once. */
export const urgentMail = (number: number): CrashMail => made(number, true, '今夜、お前を殺しに行く。');

function made(number: number, flagged: boolean, body: string): CrashMail {
  const charset = CHARSETS[number % CHARSETS.length]!;
  const subject = `件名 ${number}`;
  const messageId = `${number}@example.com`;
  const raw = mail(text(body, { charset, transfer: 'base64' }), {
    From: `kyaku${number}@example.com`,
    Subject: words(charset, subject),
    'Message-ID': `<${messageId}>`,
  });
  return { raw, messageId, sha256: createHash('sha256').update(raw).digest('hex'), subject, flagged };
}
