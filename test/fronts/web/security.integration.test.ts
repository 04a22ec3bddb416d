import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../src/cases/index.ts';
import { apiApp } from '../../../src/fronts/api/v1/index.ts';
import { loadCase } from '../../../src/store/index.ts';
import { type Browser, createBrowser } from './support/browser.ts';
import { PASSWORD, startDesk, type TestDesk } from './support/desk.ts';

describe('the desk', { timeout: 180_000 }, () => {
  let desk: TestDesk;
  let browser: Browser;
  let id: CaseId;
  beforeAll(async () => {
    desk = await startDesk();
    id = await desk.addCase({ from: 'a@example.com', subject: 's', body: 'b' });
    browser = await desk.signedInAs('reviewer');
  });
  afterAll(() => desk.stop());

  it.each([
    ['another site', { origin: 'https://example.com', 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { origin: 'http://evil.example.jp', 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['nowhere', {}],
    ['a browser that says nothing but a content type', { 'content-type': 'text/plain' }],
    ['another site, as JSON', { origin: 'https://example.com', 'content-type': 'application/json' }],
    ['nowhere, as JSON', { 'content-type': 'application/json' }],
    ['another site, as a kind that no form sends', { origin: 'null', 'content-type': 'application/cbor' }],
  ])('refuses a form from %s', async (_, headers) => {
    for (const path of [`/cases/${id}/approve`, '/sign-out', '/sign-in', '/language']) {
      const page = await browser.post(
        path,
        { language: 'en', email: 'x', password: 'y' },
        headers as Record<string, string>,
      );
      expect(page.status).toBe(403);
      expect(page.text).toContain('送信を受け付けませんでした');
    }
    expect((await loadCase(desk.db, id))!.status).toBe('open');
    expect((await browser.get('/')).status).toBe(200);
  });

  it('refuses from another site what has no content at all', async () => {
    const { accounts } = desk;
    const headers = { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    expect(await accounts.person(new Headers(headers))).not.toBeNull();
    for (const path of [`/cases/${id}/claim`, `/cases/${id}/skip`, '/sign-out']) {
      const request = { method: 'POST', headers: { ...headers, origin: 'https://example.com' } };
      const env = { incoming: { socket: { remoteAddress: '192.0.2.1' } } };
      expect((await desk.app.request(`http://desk.example.jp${path}`, request, env)).status).toBe(403);
    }
    expect(await accounts.person(new Headers(headers))).not.toBeNull();
  });

  it('takes a form whose origin is hidden when the browser vouches for it', async () => {
    const page = await browser.post(
      '/language',
      { language: 'ja', back: '/' },
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
    );
    expect(page.status).toBe(303);
  });

  it('sends nobody to another site, however it is written', async () => {
    const next = '/..//evil.example';
    const stranger = desk.browser('192.0.2.61');
    for (const path of ['/sign-in', '/sign-in/code'])
      expect((await browser.get(`${path}?${new URLSearchParams({ next })}`)).location).toBe('/');
    expect((await stranger.post('/language', { language: 'ja', back: next })).location).toBe('/');
    expect((await stranger.post('/sign-in', { email: 'first@example.jp', password: PASSWORD, next })).location).toBe(
      '/',
    );
  });

  it('refuses a form of more than 64 KB', async () => {
    const page = await browser.post(`/cases/${id}/approve`, { note: 'a'.repeat(70_000) });
    expect(page.status).toBe(413);
    expect((await loadCase(desk.db, id))!.status).toBe('open');
  });

  it('sends a strict policy with every page', async () => {
    for (const path of ['/', `/cases/${id}`, '/nothing', '/status']) {
      const { headers, text } = await browser.get(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(text).not.toMatch(/ style=| on\w+=|<style|<script>|https?:\/\//);
    }
  });

  it('keeps assets for good, but pages never', async () => {
    const [, url] = /href="(\/assets\/app\.css\?v=\w+)"/.exec((await browser.get('/')).text)!;
    expect((await browser.get(url!)).headers.get('cache-control')).toContain('immutable');
    expect((await browser.get('/assets/app.css?v=old')).headers.get('cache-control')).toBe('no-cache');
  });

  it('has session cookies that scripts and other sites do not get', async () => {
    const page = await desk.browser('192.0.2.60').post('/sign-in', { email: 'first@example.jp', password: PASSWORD });
    expect(page.headers.getSetCookie().join()).toMatch(/komainu\.session_token=[^;]+;.*HttpOnly;.*SameSite=Lax/i);
  });

  it('does not take a session whose signature was changed', async () => {
    const forged = desk.browser();
    for (const [name, value] of browser.cookies) forged.cookies.set(name, value.replace(/.{5}$/, 'AAAA='));
    expect((await forged.get('/')).status).toBe(303);
  });
});

describe('behind a proxy', { timeout: 180_000 }, () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({ url: 'https://desk.example.jp', secureCookies: true });
    await desk.signedInAs('lead');
  });
  afterAll(() => desk.stop());

  const signIn = (address: string, forwarded: string, email = 'first@example.jp') =>
    desk
      .browser(address)
      .post(
        '/sign-in',
        { email, password: PASSWORD },
        { origin: 'https://desk.example.jp', 'x-forwarded-for': forwarded },
      );

  it('sets secure cookies and asks for HTTPS', async () => {
    const page = await signIn('127.0.0.1', '203.0.113.50');
    expect(page.headers.getSetCookie().join()).toMatch(/__Secure-komainu\.session_token=.*Secure/i);
    expect(page.headers.get('strict-transport-security')).toContain('max-age');
  });

  it('counts attempts by the address the proxy added, not by what the client wrote before it', async () => {
    const answers: number[] = [];
    for (let i = 0; i < 12; i++)
      answers.push((await signIn('127.0.0.1', `198.51.100.${i}, 203.0.113.51`, `guess-${i}@example.jp`)).status);
    expect(answers.slice(-2)).toEqual([429, 429]);
    expect((await signIn('127.0.0.1', '203.0.113.52')).status).toBe(303);
  });

  it('does not believe the header of someone who comes around the proxy', async () => {
    const answers: number[] = [];
    for (let i = 0; i < 12; i++)
      answers.push((await signIn('203.0.113.53', `203.0.113.${100 + i}`, `guess-${i}@example.jp`)).status);
    expect(answers.slice(-2)).toEqual([429, 429]);
  });
});

describe('the name by which it is asked', { timeout: 180_000 }, () => {
  let desk: TestDesk;
  let admin: Browser;
  beforeAll(async () => {
    desk = await startDesk({ hosts: ['desk.example.jp', 'web', 'fd00::7'] });
    admin = await desk.signedInAs('admin');
  });
  afterAll(() => desk.stop());

  const ask = (host: string, path = '/sign-in', localAddress = '192.0.2.200') =>
    desk.app.request(
      `http://${host}${path}`,
      {},
      { incoming: { socket: { remoteAddress: '192.0.2.70', localAddress } } },
    );

  it.each([
    'desk.example.jp',
    'DESK.example.jp.:8787',
    'web:8787',
    '[fd00::7]:8787',
    'localhost:8787',
    '127.0.0.1:8787',
    '[::1]:8787',
    '192.0.2.200:8787', // where the connection came in
  ])('is one of its own: %s', async (host) => {
    expect((await ask(host)).status).toBe(200);
  });

  it.each([
    'evil.example',
    'desk.example.jp.evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '192.0.2.201',
    'xdesk.example.jp',
  ])('is unknown, and nothing is answered: %s', async (host) => {
    for (const path of ['/sign-in', '/', '/welcome/token', '/nothing']) {
      const answer = await ask(host, path);
      expect(answer.status).toBe(421);
      expect(await answer.text()).toContain('web.hosts');
    }
    const api = await apiApp(desk.deps).request(`http://${host}/api/v1/openapi.json`);
    expect(api.status).toBe(421);
    expect(await api.json()).toMatchObject({ code: 'unknown-host' });
  });

  it('counts for no supervisor, who may ask by an address', async () => {
    expect((await ask('10.1.2.3:8787', '/healthz')).status).toBe(200);
  });

  it('is in no link: those of invitations and new passwords begin as the configuration says', async () => {
    const near = createBrowser(desk.app, { origin: 'http://localhost:8787', address: admin.address });
    for (const [name, value] of admin.cookies) near.cookies.set(name, value);
    const invited = await near.post('/people', { name: '新人', email: 'new@example.jp', roles: 'reviewer' });
    expect(invited.text).toContain('http://desk.example.jp/welcome/');
    const [, person] = /href="\/people\?person=([^"#]+)#person"/.exec((await near.get('/people')).text)!;
    const reset = await near.post(`/people/${person}/reset`);
    expect(reset.text).toContain('http://desk.example.jp/welcome/');
    expect(invited.text + reset.text).not.toContain('localhost');
  });
});

describe('when the store fails', { timeout: 180_000 }, () => {
  it('says so calmly, without details, on pages and to the supervisor', async () => {
    const fails = async () => {
      throw new Error('secret detail');
    };
    const desk = await startDesk({ status: fails });
    try {
      const browser = await desk.signedInAs('reviewer');
      const page = await browser.get('/');
      expect(page.status).toBe(500);
      expect(page.text).toContain('処理できませんでした');
      expect(page.text).not.toContain('secret detail');
      expect(await desk.browser().get('/healthz')).toMatchObject({ status: 503, text: '{"status":"failed"}' });
    } finally {
      await desk.stop();
    }
  });
});
