import { describe, expect, it } from 'vitest';
import { parseMail } from '../../src/mail/index.ts';
import { NotifyError, toMessage } from '../../src/notify/index.ts';
import { mail } from '../../src/notify/mail.ts';
import { startSmtp } from './smtp.ts';

const message = toMessage({ kind: 'digest', key: '7', cases: ['7'] }, 'https://desk.example.jp');

const smtp = (port: number, more: object = {}) => ({
  host: '127.0.0.1',
  port,
  security: 'none' as const,
  ca: null,
  user: null,
  passwordFile: null,
  from: 'komainu@example.co.jp',
  ...more,
});

describe('a channel of kind mail', () => {
  it('sends a mail that says it is automatic', async () => {
    await using server = await startSmtp();
    await mail(smtp(server.port, { user: 'komainu' }), 'right', ['lead@example.co.jp', 'desk@example.co.jp'])(message);
    const raw = server.mails[0]!;
    const { subject, parts } = await parseMail(raw, new Date());
    expect(subject).toBe(message.title);
    expect(parts.find(({ id }) => id === 'body')?.text).toContain('https://desk.example.jp/cases/7');
    expect(raw.toString()).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw.toString()).toContain(`Message-ID: <${message.id}@komainu.invalid>`);
  });

  it.each([
    ['a wrong password', { user: 'komainu' }, 'wrong', 'a@example.co.jp', 'refused the sign-in'],
    ['an unknown recipient', {}, null, 'nobody@example.co.jp', 'refused the sender or a recipient'],
    ['a server without STARTTLS', { security: 'starttls' }, null, 'a@example.co.jp', 'No secure connection'],
    ['nobody who answers', { port: 9 }, null, 'a@example.co.jp', 'check host'],
  ])('says what to do about %s, without addresses', async (_, more, password, to, sentence) => {
    await using server = await startSmtp();
    const error = await mail(smtp(server.port, more), password, [to])(message).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NotifyError);
    expect((error as Error).message).toContain(sentence);
    expect((error as Error).message).not.toMatch(/@/);
    expect(server.mails).toEqual([]);
  });
});
