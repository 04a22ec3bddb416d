import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadKeys } from '../../../../src/config/index.ts';
import { openMailboxesOutside } from '../../../../src/services/set-up/mailboxes-outside.ts';
import { createLogger } from '../../../../src/util/log.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../../../support/servers.ts';
import { startTokenServer, type TestTokenServer } from '../../../support/token-server.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

/** Against a provider of our own and a Dovecot that asks it whose a token is. */
describeWithServer('dovecot', 'signing in for a mailbox in the review app', () => {
  let tokens: TestTokenServer;
  let server: TestDovecot;
  let folder: string;
  let desk: TestDesk;
  let admin: Browser;
  beforeAll(async () => {
    tokens = await startTokenServer('shared');
    server = await startDovecot({
      users: ['shared'],
      more: () => `
auth_mechanisms = plain login xoauth2 oauthbearer
oauth2 {
  introspection_mode = post
  introspection_url = ${tokens.introspectionUrl}
  username_attribute = username
  active_attribute = active
  active_value = true
}
`,
    });
    await server.deliver(Buffer.from('From: a@example.com\r\nSubject: x\r\n\r\nx\r\n'));
    folder = mkdtempSync(join(tmpdir(), 'komainu-sign-in-'));
    const keys = await loadKeys(folder, {});
    const outside = () =>
      openMailboxesOutside({
        ...{ config: { dataPath: folder }, keys, settings: desk.deps.settings, store: desk.store },
        ...{ baseUrl: 'http://desk.example.jp', now: () => desk.clock.now, log: createLogger('silent') },
      });
    desk = await startDesk({
      mailboxes: {
        find: (address) => outside().find(address),
        attempt: (mailbox, ...how) => outside().attempt({ ...mailbox, ca: server.caFile }, ...how),
        redirect: 'http://desk.example.jp/mailboxes',
        beginSignIn: (...of) => outside().beginSignIn(...of),
        endSignIn: (...of) => outside().endSignIn(...of),
      },
    });
    admin = await desk.signedInAs('admin');
  });
  afterAll(async () => {
    await desk?.stop();
    await server?.stop();
    await tokens?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const begin = async (browser = admin) => {
    const { text } = await browser.post('/mailboxes/sign-in', {
      ...{ name: '', purpose: 'in', address: 'shared@example.co.jp', host: server.host, port: String(server.port) },
      ...{ security: 'tls', user: 'shared', folder: '', provider: 'custom', tenant: '', clientId: tokens.clientId },
      ...{ secret: tokens.clientSecret, authorizeUrl: tokens.authorizeUrl, tokenUrl: tokens.url, scope: 'openid mail' },
    });
    const link = /href="([^"]*\/authorize[^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&');
    const back = new URL(tokens.signInAt(link, 'taro@example.co.jp'));
    const page = await browser.get(`${back.pathname}${back.search}`);
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
    return { link, form: { state: hidden('state'), code: hidden('code'), kept: hidden('kept') } };
  };
  const sources = async () => (await desk.deps.settings.list()).filter(({ section }) => section === 'source');

  it('says who signed in and what is read, keeps the newest token sealed, and nothing of it in a page', async () => {
    const { link, form } = await begin();
    expect(new URL(link).searchParams.get('redirect_uri')).toBe('http://desk.example.jp/mailboxes');
    expect(new URL(link).searchParams.get('prompt')).toBe('select_account');
    const { text } = await admin.post('/mailboxes/sign-in/back', form);
    expect(text).toContain('taro@example.co.jp としてサインインし、shared を読みます');
    expect(text).toContain('INBOX を読めます');
    for (const secret of [tokens.clientSecret, ...tokens.issued]) expect(text).not.toContain(secret);
    expect(await sources()).toMatchObject([
      {
        name: 'shared',
        state: 'paused',
        secrets: expect.arrayContaining(['refreshToken', 'clientSecret']),
        value: { signIn: { provider: 'custom', grant: 'refresh-token', clientId: tokens.clientId } },
      },
    ]);
    // The provider has changed the token while it was tried: the kept one is good for another sign-in.
    const again = await admin.post('/mailboxes/try', { name: 'shared' });
    expect(again.text).toContain('INBOX を読めます');
    expect((await admin.post('/mailboxes/try', { name: 'shared' })).text).toContain('INBOX を読めます');
  });

  it('counts for the person who began it alone, for ten minutes, and once', async () => {
    const { form } = await begin();
    const other = await desk.signedInAs('admin');
    expect((await other.post('/mailboxes/sign-in/back', form)).status).toBe(400);
    const forged = createHash('sha256').update('x').digest('base64url');
    expect((await admin.post('/mailboxes/sign-in/back', { ...form, state: forged })).status).toBe(400);
    expect((await admin.post('/mailboxes/sign-in/back', { ...form, kept: forged })).status).toBe(400);
    await admin.post('/mailboxes/sign-in/back', form);
    expect((await admin.post('/mailboxes/sign-in/back', form)).text).toContain('つながりませんでした');
    const late = await begin();
    desk.clock.now = new Date(desk.clock.now.getTime() + 11 * 60_000);
    expect((await admin.post('/mailboxes/sign-in/back', late.form)).status).toBe(400);
  });
});
