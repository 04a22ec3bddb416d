import { readFileSync } from 'node:fs';
import type { SmtpSettings } from '../config/index.ts';
import type { Message } from './message.ts';
import { NotifyError } from './problem.ts';

const ANSWER_WITHIN_MS = 15_000;

/** Mails through the company's own server. Marked as automatic, so that no holiday notice answers. */
export function mail(smtp: SmtpSettings, password: string | null, to: readonly string[]) {
  const { host, port, security, ca, user, from } = smtp;
  return async ({ id, title, lines, link }: Message): Promise<void> => {
    const { createTransport } = await import('nodemailer'); // few have a channel of this kind
    const transport = createTransport({
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
      ...(ca === null ? {} : { tls: { ca: readFileSync(ca) } }),
      connectionTimeout: ANSWER_WITHIN_MS,
      greetingTimeout: ANSWER_WITHIN_MS,
      socketTimeout: ANSWER_WITHIN_MS,
    });
    try {
      await transport.sendMail({
        from,
        to: [...to],
        subject: title,
        text: [...lines, '', link, ''].join('\n'),
        messageId: `<${id}@komainu.invalid>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (cause) {
      throw new NotifyError(sentenceFor(cause), { cause });
    } finally {
      transport.close();
    }
  };
}

/**
 * Whether a message certainly did not leave: the server refused it, or the connection ended before it was given. Else it may have arrived.
 */
export function isUnsent({ cause }: NotifyError): boolean {
  const { command, responseCode } = (cause ?? {}) as { command?: unknown; responseCode?: unknown };
  return command !== 'DATA' || responseCode !== undefined;
}

/** By nodemailer's code. Its own words may quote the server's, and those the addresses. */
function sentenceFor(error: unknown): string {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  switch (syscall === undefined ? code : 'unreached') {
    case 'EAUTH':
      return 'メールサーバーにサインインできません。user とパスワードを確認してください。/ The mail server refused the sign-in: check user and password.';
    case 'EENVELOPE':
      return 'メールサーバーが差出人か宛先を断りました。/ The mail server refused the sender or a recipient.';
    case 'ESOCKET':
    case 'ETLS':
      return 'メールサーバーと安全に接続できません。security と ca を確認してください。/ No secure connection to the mail server: check security and ca.';
    default:
      return 'メールサーバーに届きません。host と port を確認してください。/ The mail server cannot be reached: check host and port.';
  }
}
