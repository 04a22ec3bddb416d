import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../src/cases/index.ts';
import { loadCase } from '../../../src/store/index.ts';
import type { Browser } from './support/browser.ts';
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

  it('takes a form whose origin is hidden when the browser vouches for it', async () => {
    const page = await browser.post(
      '/language',
      { language: 'ja', back: '/' },
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
    );
    expect(page.status).toBe(303);
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
