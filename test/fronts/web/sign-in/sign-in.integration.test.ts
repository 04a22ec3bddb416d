import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

describe('someone who is not signed in', () => {
  it.each([
    ['the list', '/', '/sign-in'],
    ['a case', '/cases/1?reveal=1', '/sign-in?next=%2Fcases%2F1%3Freveal%3D1'],
    ['the status', '/status', '/sign-in?next=%2Fstatus'],
    ['a page that is not there', '/nothing', '/sign-in?next=%2Fnothing'],
    ['the authentication library', '/auth/get-session', '/sign-in?next=%2Fauth%2Fget-session'],
  ])('is sent from %s to the sign-in page', async (_, path, location) => {
    const page = await desk.browser().get(path);
    expect(page).toMatchObject({ status: 303, location });
  });

  it.each(['/cases/1/approve', '/cases/1/dismiss', '/cases/1/reopen', '/sign-out', '/auth/sign-up/email'])(
    'cannot post to %s',
    async (path) => {
      expect(await desk.browser().post(path)).toMatchObject({ status: 303, location: '/sign-in' });
    },
  );

  it('reaches the health check, which says nothing but that', async () => {
    expect(await desk.browser().get('/healthz')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  });

  it('gets style, picture and script, and no other file', async () => {
    for (const name of ['app.css', 'komainu.svg', 'htmx.js'])
      expect((await desk.browser().get(`/assets/${name}`)).status).toBe(200);
    for (const name of ['..%2Fdesk.tsx', '%2Fetc%2Fpasswd', 'constructor'])
      expect((await desk.browser().get(`/assets/${name}`)).status).toBe(404);
  });

  it('makes a list that refreshes itself go to the sign-in page', async () => {
    const page = await desk.browser().get('/', { 'hx-request': 'true' });
    expect(page.status).toBe(401);
    expect(page.headers.get('hx-redirect')).toBe('/sign-in');
  });
});

describe('signing in', () => {
  beforeAll(async () => {
    await desk.signedInAs('reviewer'); // first@example.jp is there from now on
  });

  it('leads to the page that was asked for', async () => {
    const browser = desk.browser('192.0.2.10');
    const page = await browser.post('/sign-in', { email: ' First@Example.jp', password: PASSWORD, next: '/cases/1' });
    expect(page).toMatchObject({ status: 303, location: '/cases/1' });
    expect((await browser.get('/')).status).toBe(200);
  });

  it.each(['https://example.com/', '//example.com', '/\\example.com', 'javascript:alert(1)', '/\t/example.com'])(
    'does not lead to %s',
    async (next) => {
      const page = await desk
        .browser('192.0.2.11')
        .post('/sign-in', { email: 'first@example.jp', password: PASSWORD, next });
      expect(page.status).toBe(303);
      expect(new URL(page.location!, 'http://desk.example.jp').origin).toBe('http://desk.example.jp');
    },
  );

  it('tells what is missing and keeps what was written', async () => {
    const page = await desk.browser().post('/sign-in', { email: '"><b>@example.jp', password: '' });
    expect(page.status).toBe(400);
    expect(page.text).toContain('パスワードを入力してください');
    expect(page.text).toContain('value="&quot;&gt;&lt;b&gt;@example.jp"');
  });

  it('says the same to a wrong password and to an unknown address', async () => {
    const wrong = await desk.browser('192.0.2.12').post('/sign-in', { email: 'first@example.jp', password: 'wrong' });
    const unknown = await desk
      .browser('192.0.2.12')
      .post('/sign-in', { email: 'nobody@example.jp', password: 'wrong' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.text.replace('first@', 'nobody@')).toBe(unknown.text);
  });

  it('gives a new session, never one that was brought along', async () => {
    const browser = desk.browser('192.0.2.13');
    browser.cookies.set('komainu.session_token', 'brought-along.signature');
    await browser.post('/sign-in', { email: 'first@example.jp', password: PASSWORD });
    expect(browser.cookies.get('komainu.session_token')).not.toContain('brought-along');
    expect((await browser.get('/')).status).toBe(200);
  });

  it('ends with signing out, for a stolen cookie too', async () => {
    const browser = desk.browser('192.0.2.14');
    await browser.post('/sign-in', { email: 'first@example.jp', password: PASSWORD });
    const stolen = new Map(browser.cookies);
    expect(await browser.post('/sign-out')).toMatchObject({ status: 303, location: '/sign-in' });
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    expect((await browser.get('/')).status).toBe(303);
  });
});

describe('guessing passwords', () => {
  const guess = (address: string, email = 'first@example.jp', headers?: Record<string, string>) =>
    desk.browser(address).post('/sign-in', { email, password: 'a guess' }, headers);

  it('is stopped after ten attempts from one address, whatever a header claims', async () => {
    const answers: number[] = [];
    for (let i = 0; i < 12; i++)
      answers.push(
        (
          await guess('203.0.113.1', `person-${i}@example.jp`, {
            origin: 'http://desk.example.jp',
            'x-forwarded-for': `203.0.113.${i}`,
            'x-komainu-client': `203.0.113.${i}`,
          })
        ).status,
      );
    expect(answers).toEqual([...Array(10).fill(401), 429, 429]);
  });

  it('tells how long to wait, also with the right password', async () => {
    const page = await desk.browser('203.0.113.1').post('/sign-in', { email: 'first@example.jp', password: PASSWORD });
    expect(page.status).toBe(429);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('from one address does not lock out another', async () => {
    expect((await guess('203.0.113.2')).status).toBe(401);
  });

  it.each(['first@example.jp', 'nobody@example.jp'])(
    'of %s from many addresses is slowed to one a minute, but not where the person has signed in before',
    async (email) => {
      for (let i = 0; i < 10; i++) await guess(`198.18.0.${i}`, email);
      desk.clock.now = new Date(desk.clock.now.getTime() + 30_000);
      const slowed = await guess('198.18.0.11', email);
      expect([slowed.status, slowed.headers.get('retry-after')]).toEqual([429, '30']);
      desk.clock.now = new Date(desk.clock.now.getTime() + 30_000);
      expect([(await guess('198.18.0.12', email)).status, (await guess('198.18.0.13', email)).status]).toEqual([
        401, 429,
      ]);
      const known = desk.browser('192.0.2.14'); // signed in from above
      const signedIn = await known.post('/sign-in', { email: 'first@example.jp', password: PASSWORD });
      expect(signedIn.status).toBe(303);
      desk.clock.now = new Date(desk.clock.now.getTime() + 15 * 60_000);
      expect([(await guess('198.18.0.14', email)).status, (await guess('198.18.0.15', email)).status]).toEqual([
        401, 401,
      ]);
    },
  );
});

describe('an office behind one address', () => {
  const tryFrom = (address: string, email: string, password = 'a guess') =>
    desk.browser(address).post('/sign-in', { email, password });
  const pass = (seconds: number) => {
    desk.clock.now = new Date(desk.clock.now.getTime() + seconds * 1000);
  };

  it('is let in again after a minute, although somebody there goes on guessing', async () => {
    const office = '198.51.100.40';
    for (let i = 0; i < 10; i++) await tryFrom(office, `guess-${i}@example.jp`);
    for (let waited = 0; waited < 55; waited += 5) {
      expect((await tryFrom(office, 'guess@example.jp')).status).toBe(429);
      pass(5);
    }
    pass(5);
    expect((await tryFrom(office, 'first@example.jp', PASSWORD)).status).toBe(303);
  });

  it('may sign in as often as it likes with right passwords', async () => {
    for (let i = 0; i < 12; i++)
      expect((await tryFrom('198.51.100.41', 'first@example.jp', PASSWORD)).status).toBe(303);
  });

  it('goes on where people signed in before, whoever guesses beside them', async () => {
    const office = '198.51.100.42';
    await tryFrom(office, 'first@example.jp', PASSWORD);
    for (let i = 0; i < 12; i++) await tryFrom(office, `guess-${i}@example.jp`);
    expect((await tryFrom(office, 'guess@example.jp')).status).toBe(429);
    expect((await tryFrom(office, 'first@example.jp', PASSWORD)).status).toBe(303);
  });

  it('does not let anybody guess the password of a colleague more often for that', async () => {
    const answers: number[] = [];
    for (let i = 0; i < 12; i++) answers.push((await tryFrom('198.51.100.42', 'first@example.jp')).status);
    expect(answers).toEqual([...Array(10).fill(401), 429, 429]);
    pass(60 * 20);
  });

  it('is counted by what one client has for itself: of IPv6, a /64', async () => {
    const answers: number[] = [];
    for (let i = 0; i < 12; i++) answers.push((await tryFrom(`2001:db8:1:2::${i}`, `guess-${i}@example.jp`)).status);
    expect(answers).toEqual([...Array(10).fill(401), 429, 429]);
    expect((await tryFrom('2001:db8:1:3::1', 'guess@example.jp')).status).toBe(401);
  });

  it('bounds those who come all at once, too', async () => {
    const pages = await Promise.all(
      Array.from({ length: 15 }, (_, i) => tryFrom('198.51.100.43', `at-once-${i}@example.jp`)),
    );
    expect(pages.filter(({ status }) => status === 401)).toHaveLength(10);
  });
});
