import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImapSourceConfig } from '../../../src/config/index.ts';
import { attemptMailbox, imapSource } from '../../../src/intake/index.ts';
import { imapConfig, inMailbox } from '../../support/imap-source.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../../support/servers.ts';
import { byPassword } from '../../support/sign-in.ts';
import { freePort } from '../../support/system.ts';

const mail = Buffer.from('From: taro@example.jp\r\nSubject: x\r\n\r\nこんにちは\r\n');
const NEWEST = new Date('2026-11-20T03:00:00Z');

describeWithServer('dovecot', 'trying a mailbox', () => {
  let server: TestDovecot;
  beforeAll(async () => {
    server = await startDovecot({
      more: () => 'namespace inbox {\n  mailbox Sent {\n    auto = create\n    special_use = \\Sent\n  }\n}\n',
    });
    await server.deliver(mail, 'INBOX', 'taro', new Date('2026-11-01T03:00:00Z'));
    await server.deliver(mail, 'INBOX', 'taro', NEWEST);
    await server.deliver(mail, 'Support');
  });
  afterAll(() => server.stop());

  const attempt = (changes: Partial<ImapSourceConfig> = {}, password: string | null = server.password) =>
    attemptMailbox(imapConfig(server, changes), byPassword(password));

  it('tells how it was reached, what is in the folder, what others there are, and where sent mail lies', async () => {
    const came = await attempt();
    expect(came).toMatchObject({
      reached: { tls: 'TLSv1.3', certificateUntil: expect.any(Date) },
      signedInMs: expect.any(Number),
      folder: { name: 'INBOX', mails: 2, newest: NEWEST },
      sentFolder: 'Sent',
      trouble: null,
    });
    expect(came.reached!.certificateUntil!.getTime()).toBeGreaterThan(Date.now());
    expect(came.folders).toContainEqual({ path: 'INBOX', mails: 2 });
    expect(came.folders).toContainEqual({ path: 'Support', mails: 1 });
    expect(came.folders).toContainEqual({ path: 'Sent', mails: 0 });
  });

  it('leaves no mail seen', async () => {
    await attempt();
    const unseen = await inMailbox(server, async (client) => {
      await client.mailboxOpen('INBOX');
      return client.search({ seen: false });
    });
    expect(unseen).toHaveLength(2);
  });

  it('speaks STARTTLS', async () => {
    const came = await attempt({ port: server.starttlsPort, security: 'starttls' });
    expect(came).toMatchObject({ reached: { tls: 'TLSv1.3' }, folder: { mails: 2 }, trouble: null });
  });

  it.each([
    ['the password is wrong', {}, 'wrong', /ユーザー名またはパスワードを受け付けません/, true],
    ['there is no password', {}, null, /パスワードが設定されていません/, false],
    ['there is no such host', { host: 'nowhere.invalid' }, 'x', /サーバー nowhere\.invalid が見つかりません/, false],
    ['the certificate is not trusted', { ca: undefined }, 'x', /証明書を検証できません/, false],
    ['the port speaks no TLS', { port: 'starttls' }, 'x', /TLSで通信できません/, false],
    ['nothing listens at the port', { port: 'free' }, 'x', /接続を拒否しました/, false],
  ] as const)('says that %s, in the words of the source itself', async (_what, change, password, words, reached) => {
    const port = { starttls: server.starttlsPort, free: await freePort() };
    const changes: Partial<ImapSourceConfig> = 'port' in change ? { port: port[change.port] } : change;
    const came = await attempt(changes, password);
    expect(came.trouble).toMatch(words);
    expect(came.reached !== null).toBe(reached);
    expect(came.folder).toBeNull();
    const signIn = byPassword(password);
    const source = imapSource(imapConfig(server, changes), { signIn, pollMs: 1_000, log: pino({ level: 'silent' }) });
    await expect(source.check()).rejects.toThrow(came.trouble!);
  });

  it('names the folders there are where there is none of the name', async () => {
    const came = await attempt({ folder: 'Suport' });
    expect(came).toMatchObject({ signedInMs: expect.any(Number), folder: null });
    expect(came.trouble).toMatch(/フォルダー Suport がありません/);
    expect(came.folders.map(({ path }) => path)).toContain('Support');
  });
});
