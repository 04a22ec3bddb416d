import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FoundMailbox, MailboxAttempt } from '../../../../src/actions/index.ts';
import { auditRows } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

const WELL: MailboxAttempt = {
  reached: { tls: 'TLSv1.3', certificateUntil: new Date('2027-03-01T00:00:00Z') },
  signedInMs: 600,
  folder: { name: 'INBOX', mails: 12_480, newest: new Date('2026-07-02T00:00:00Z') },
  folders: [{ path: 'INBOX', mails: 12_480 }],
  sentFolder: 'Sent',
  trouble: null,
};
const FOUND: FoundMailbox = {
  ...{ host: 'imap.example.co.jp', port: 993, security: 'tls', user: 'support@example.co.jp' },
  ...{ signIn: 'password', by: 'srv' },
};

describe('mailboxes in the review app', () => {
  let desk: TestDesk;
  let admin: Browser;
  let found: FoundMailbox | null = FOUND;
  let attempt: MailboxAttempt = WELL;
  const tried: unknown[] = [];
  beforeAll(async () => {
    desk = await startDesk({
      mailboxes: {
        find: async () => found,
        attempt: async (mailbox, secrets) => {
          tried.push({ mailbox, secrets });
          return { ...attempt, refreshToken: null };
        },
        redirect: 'http://desk.example.jp/mailboxes',
        beginSignIn: async () => ({ url: 'https://login.example.com/authorize', kept: 'sealed' }),
        endSignIn: async () => ({ kind: 'unknown' }),
      },
      past: { sources: ['support'] },
    });
    admin = await desk.signedInAs('admin');
  });
  afterAll(() => desk.stop());
  beforeEach(() => {
    [found, attempt] = [FOUND, WELL];
    tried.length = 0;
  });

  const FORM = {
    ...{ name: '', purpose: 'in', address: 'support@example.co.jp', signIn: 'password', host: 'imap.example.co.jp' },
    ...{ port: '', security: 'tls', user: 'support@example.co.jp', folder: '', secret: ' himitsu ' },
  };
  const sources = async () => (await desk.deps.settings.list()).filter(({ section }) => section === 'source');

  it('are found by an address, which the log does not keep', async () => {
    const { text, status } = await admin.post('/mailboxes/find', { address: 'support@example.co.jp', purpose: 'in' });
    expect(status).toBe(200);
    for (const said of ['サーバー imap.example.co.jp とあります', 'パスワードはこのサーバーに送られます'])
      expect(text).toContain(said);
    expect(text).toMatch(/name="host"[^>]*value="imap\.example\.co\.jp"/);
    found = null;
    expect((await admin.post('/mailboxes/find', { address: 'a@example.com' })).text).toContain('見つかりませんでした');
    const entries = [];
    for await (const entry of auditRows(desk.db, {})) entries.push(entry);
    const looked = entries.filter(({ action }) => action === 'mailbox.find');
    expect(looked.map(({ details }) => details)).toEqual([{ by: 'srv' }, { by: 'nothing' }]);
    expect(JSON.stringify(looked)).not.toContain('example.co');
  });

  it('say why they cannot be reached, and keep nothing then', async () => {
    attempt = { ...WELL, signedInMs: null, folder: null, folders: [], trouble: '合いません。/ Wrong.' };
    const { text } = await admin.post('/mailboxes/connect', FORM);
    expect(text).toContain('合いません。');
    expect(text).not.toContain('Wrong.');
    expect(text).toContain('何も保存していません');
    expect(text).not.toContain('himitsu');
    expect(await sources()).toEqual([]);
  });

  it('are kept when they work, and read when somebody begins', async () => {
    const { text } = await admin.post('/mailboxes/connect', FORM);
    for (const said of [
      'TLS 1.3、証明書 2027年3月1日',
      '0.6秒',
      '12,480通、最新 2026年7月2日',
      '「Sent」',
      '試し読みを始める',
      '始める',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('himitsu');
    expect(tried).toMatchObject([{ mailbox: { port: 993 }, secrets: { password: ' himitsu ' } }]);
    expect(await sources()).toMatchObject([{ name: 'support', state: 'paused', secrets: ['password'] }]);
    expect(desk.deps.settings.current().config.sources).toEqual([]);
    const begun = await admin.post('/mailboxes/begin', { name: 'support', earlier: 'quiet', days: '30' });
    expect(begun.location).toBe('/mailboxes?of=support&begun=1');
    expect(desk.deps.settings.current().config.sources).toMatchObject([
      { name: 'support', backfill: 30, alarmsFrom: desk.clock.now.toISOString() },
    ]);
    expect((await admin.get(begun.location!)).text).toContain('読み始めました');
  });

  it('are tried again with what is kept, and changed without their password', async () => {
    await admin.post('/mailboxes/try', { name: 'support' });
    await admin.post('/mailboxes/connect', { ...FORM, name: 'support', secret: '' });
    expect(tried).toMatchObject([{ secrets: { password: ' himitsu ' } }, { secrets: { password: ' himitsu ' } }]);
    expect(await sources()).toMatchObject([{ state: 'on' }]);
    const elsewhere = await admin.post('/mailboxes/connect', {
      ...FORM,
      name: 'support',
      host: 'evil.example.com',
      secret: '',
    });
    expect(elsewhere.status).toBe(400);
    expect(tried).toHaveLength(2);
  });

  it('are paused, read again and taken out', async () => {
    const form = { section: 'source', name: 'support' };
    for (const [deed, state] of [
      ['pause', 'paused'],
      ['resume', 'on'],
      ['take-out', 'out'],
    ] as const) {
      expect((await admin.post(`/setup/settings/${deed}`, form)).location).toBe('/mailboxes?saved=1');
      expect(await sources()).toMatchObject([{ state }]);
    }
    expect((await admin.get('/mailboxes')).text).toContain('受信箱はまだありません');
  });

  it('have a trial of their own', async () => {
    await admin.post('/mailboxes/connect', { ...FORM, name: '', address: 'support@example.co.jp' });
    const name = (await sources()).at(-1)!.name;
    expect((await admin.post('/mailboxes/trial', { name: 'nobody' })).status).toBe(404);
    expect(name).toBe('support-2');
    await admin.post('/mailboxes/connect', { ...FORM, address: 'info@example.co.jp' });
    expect((await sources()).map((one) => one.name)).toContain('info');
  });

  it('are signed in to at a provider by a link, and nobody else comes back in their place', async () => {
    const page = await admin.post('/mailboxes/sign-in', {
      ...FORM,
      ...{ provider: 'microsoft', tenant: 'example.co.jp', clientId: 'app', secret: 'value' },
    });
    expect(page.text).toContain('href="https://login.example.com/authorize"');
    const back = await admin.get('/mailboxes?state=s&code=c');
    expect(back.text).toContain('action="/mailboxes/sign-in/back"');
    const refused = await admin.post('/mailboxes/sign-in/back', { state: 's', code: 'c', kept: 'sealed' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('ここで始めたものではない');
  });

  it('are nobody else’s', async () => {
    const lead = await desk.signedInAs('lead');
    expect((await lead.get('/mailboxes')).status).toBe(403);
    expect((await lead.post('/mailboxes/connect', FORM)).status).toBe(403);
  });
});
