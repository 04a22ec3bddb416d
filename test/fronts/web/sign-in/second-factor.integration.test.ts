import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditRows, findAccount } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { ownAddress } from '../support/client-address.ts';
import { PASSWORD, startDesk, type TestDesk } from '../support/desk.ts';
import { totp } from '../support/totp.ts';

describe('the second factor', () => {
  let desk: TestDesk;
  let admin: Browser;
  let people = 1;
  let email: string;
  let person: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    admin = await desk.signedInAs('admin'); // person-1
  });
  afterAll(() => desk.stop());
  beforeEach(async () => {
    person = await desk.signedInAs('reviewer');
    people += 1;
    email = `person-${people}@example.jp`;
  });

  const now = () => new Date(); // the library asks the real clock
  /** What the app shows next, which is taken already; the one it shows now was used to set it up. */
  const next = (secret: string) => totp(secret, new Date(Date.now() + 30_000));
  const wrong = (secret: string) => String((Number(totp(secret, now())) + 1) % 1_000_000).padStart(6, '0');

  async function start() {
    const { status, text } = await person.post('/account/factor', { password: PASSWORD });
    const [, typed] = /次の文字を入力してください: <code>([A-Z2-7 ]+)<\/code>/.exec(text) ?? [];
    const codes = [...text.matchAll(/<li><code>([\w-]+)<\/code>/g)].map(([, code]) => code!);
    return { status, text, secret: typed?.replaceAll(' ', '') ?? '', codes };
  }
  async function setUp() {
    const started = await start();
    const done = await person.post('/account/factor/confirm', { code: totp(started.secret, now()) });
    expect(done).toMatchObject({ status: 303, location: '/me?saved=1' });
    return started;
  }
  /** A browser that has given the password. */
  async function halfWay() {
    const browser = desk.browser(ownAddress());
    const page = await browser.post('/sign-in', { email, password: PASSWORD, next: '/me' });
    expect(page).toMatchObject({ status: 303, location: '/sign-in/code?next=%2Fme' });
    return browser;
  }
  const enter = (browser: Browser, code: string) => browser.post('/sign-in/code', { code, next: '/me' });
  const lastDeed = async () => {
    let last = '';
    for await (const { action, name } of auditRows(desk.db, {})) last = `${action} ${name}`;
    return last;
  };

  it('is set up with a QR code drawn in the page, a secret to type and ten backup codes', async () => {
    const { text, codes } = await setUp();
    expect(text).toMatch(/<svg class="qr" viewBox="0 0 (\d+) \1"[^>]*><rect [^>]*><\/rect><path d="M/);
    expect(text).not.toMatch(/<img[^>]*qr| style=|otpauth:/);
    expect(new Set(codes).size).toBe(10);
    expect((await person.get('/me')).text).toContain('設定済みです');
    expect(await lastDeed()).toMatch(/^factor\.on 確認者/);
  });

  it('counts only once a right code was given', async () => {
    const { secret } = await start();
    const page = await person.post('/account/factor/confirm', { code: wrong(secret) });
    expect(page.status).toBe(400);
    expect(page.text).toContain('コードが違います');
    const other = desk.browser(ownAddress());
    expect((await other.post('/sign-in', { email, password: PASSWORD })).location).toBe('/');
  });

  it('is asked for after the password, and nothing is seen before', async () => {
    const { secret } = await setUp();
    const browser = await halfWay();
    expect((await browser.get('/me')).location).toMatch(/^\/sign-in/);
    expect((await browser.get('/sign-in/code')).text).toContain('autocomplete="one-time-code"');
    const page = await enter(browser, next(secret).replace(/^(...)/, '$1 '));
    expect(page).toMatchObject({ status: 303, location: '/me' });
    expect((await browser.get('/me')).status).toBe(200);
    expect(await lastDeed()).toMatch(/^sign-in 確認者/);
  });

  it('takes a code once: not for signing in when it was used to set up, nor for signing in again', async () => {
    const started = await start();
    const [first, second] = [totp(started.secret, now()), next(started.secret)];
    expect((await person.post('/account/factor/confirm', { code: first })).status).toBe(303);
    const early = await enter(await halfWay(), first);
    expect(early.status).toBe(401);
    expect(early.text).toContain('一度使ったコードも使えません');
    expect((await enter(await halfWay(), second)).status).toBe(303);
    expect((await enter(await halfWay(), second)).status).toBe(401);
    expect((await enter(await halfWay(), first)).status).toBe(401); // older than the one used last
    expect(await lastDeed()).toBe('sign-in.fail ');
  });

  it('lets one in of those who come with the same code together', async () => {
    const { secret } = await setUp();
    const browsers = [await halfWay(), await halfWay(), await halfWay()];
    const pages = await Promise.all(browsers.map((browser) => enter(browser, next(secret))));
    expect(pages.map(({ status }) => status).sort()).toEqual([303, 401, 401]);
  });

  it('does not use up the challenge of whoever came too late', async () => {
    const { secret, codes } = await setUp();
    const browser = await halfWay();
    expect((await enter(browser, totp(secret, now()))).status).toBe(401);
    expect((await enter(browser, codes[0]!)).status).toBe(303);
  });

  it('lets a backup code in once', async () => {
    const { codes } = await setUp();
    expect((await enter(await halfWay(), codes[0]!)).status).toBe(303);
    expect((await enter(await halfWay(), codes[0]!)).status).toBe(401);
    expect((await enter(await halfWay(), codes[1]!)).status).toBe(303);
  });

  it('makes new backup codes, after which the old ones are worth nothing', async () => {
    const { codes } = await setUp();
    const { text } = await person.post('/account/factor/codes', { password: PASSWORD });
    const [, fresh] = /<li><code>([\w-]+)<\/code>/.exec(text)!;
    expect((await enter(await halfWay(), codes[0]!)).status).toBe(401);
    expect((await enter(await halfWay(), fresh!)).status).toBe(303);
  });

  it('ends a sign-in after five wrong codes; the password has to be given anew', async () => {
    const { secret } = await setUp();
    const browser = await halfWay();
    const answers: (number | string)[] = [];
    for (let n = 0; n < 6; n++) {
      const page = await enter(browser, wrong(secret));
      answers.push(page.location ?? page.status);
    }
    expect(answers).toEqual([401, 401, 401, 401, 401, '/sign-in?next=%2Fme']);
    expect((await enter(browser, next(secret))).location).toMatch(/^\/sign-in\?/);
    expect((await browser.get('/me')).location).toMatch(/^\/sign-in/);
    expect(await lastDeed()).toBe('sign-in.fail ');
  });

  it('is locked for a while after ten wrong codes, wherever they come from', async () => {
    const { secret } = await setUp();
    for (let n = 0; n < 2; n++) {
      const browser = await halfWay();
      for (let guess = 0; guess < 5; guess++) await enter(browser, wrong(secret));
    }
    const page = await enter(await halfWay(), next(secret));
    expect(page.status).toBe(429);
    expect(Number(page.headers.get('retry-after'))).toBe(900);
  });

  it('is not passed by a session of someone else in the same browser', async () => {
    await setUp();
    const browser = await halfWay();
    const stranger = await desk.signedInAs('employee');
    people += 1;
    browser.cookies.set('komainu.session_token', stranger.cookies.get('komainu.session_token')!);
    expect((await enter(browser, '000000')).status).toBe(401);
    expect((await browser.get('/me')).text).not.toContain(email);
  });

  it('is also asked for after a new password was set by a link', async () => {
    await setUp();
    const token = await desk.accounts.reset(email, desk.by());
    const browser = desk.browser(ownAddress());
    const page = await browser.post(`/welcome/${token}`, { name: 'x', password: PASSWORD, again: PASSWORD });
    expect(page.location).toBe('/sign-in/code');
    expect((await browser.get('/me')).location).toMatch(/^\/sign-in/);
  });

  it.each(['/account/factor', '/account/factor/off', '/account/factor/codes'])(
    'asks %s for the password',
    async (path) => {
      if (path !== '/account/factor') await setUp();
      const page = await person.post(path, { password: 'a guess' });
      expect(page.status).toBe(400);
      expect(page.text).toContain('パスワードが違うか');
      expect(page.text).not.toMatch(/<li><code>/);
    },
  );

  it('is not a way to guess the password of a session: ten wrong ones a minute', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 11; n++)
      answers.push((await person.post('/account/factor/off', { password: 'a guess' })).status);
    expect(answers).toEqual([...Array(10).fill(400), 429]);
  });

  it('is removed by the person, or by an administrator for whoever lost everything', async () => {
    await setUp();
    expect((await person.post('/account/factor/off', { password: PASSWORD })).status).toBe(303);
    expect((await person.get('/me')).text).toContain('設定を始める');
    await setUp();
    const { id } = (await findAccount(desk.db, email))!;
    expect((await admin.post(`/people/${id}/factor`)).status).toBe(303);
    const browser = desk.browser(ownAddress());
    expect((await browser.post('/sign-in', { email, password: PASSWORD })).location).toBe('/');
  });

  it('gives a new session when it is set up: an older cookie is worth nothing', async () => {
    const before = new Map(person.cookies);
    await setUp();
    const thief = desk.browser('192.0.2.99');
    for (const [name, value] of before) thief.cookies.set(name, value);
    expect((await thief.get('/me')).location).toMatch(/^\/sign-in/);
    expect((await person.get('/me')).status).toBe(200);
  });
});
