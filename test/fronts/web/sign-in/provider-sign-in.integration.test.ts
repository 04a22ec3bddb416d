import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { vouches } from '../../../../src/actions/sign-in/provider-auth.ts';
import { authSchema, findAccount, newestAudit, setActive } from '../../../../src/store/index.ts';
import { startOidcServer, type TestOidcServer } from '../../../support/oidc-server.ts';
import type { Browser } from '../support/browser.ts';
import { PASSWORD, startDesk, type TestDesk } from '../support/desk.ts';
import { totp } from '../support/totp.ts';

const WAY = '/sign-in/with/company';

describe('sign-in over a provider', { timeout: 180_000 }, () => {
  let oidc: TestOidcServer;
  let desk: TestDesk;
  let clients = 0;
  beforeAll(async () => {
    oidc = await startOidcServer();
    desk = await startDesk({}, null, [
      {
        config: {
          provider: 'oidc',
          name: 'company',
          label: '社内アカウント',
          issuer: oidc.issuer,
          clientId: oidc.clientId,
          clientSecretFile: null,
        },
        clientSecret: oidc.clientSecret,
      },
    ]);
    await desk.signedInAs('reviewer'); // first@example.jp is there since
  });
  afterEach(() => Object.assign(oidc, { claims: {}, signing: 'own', up: true }));
  afterAll(async () => {
    await desk?.stop();
    await oidc?.stop();
  });

  const newBrowser = (): Browser => desk.browser(`203.0.113.${++clients}`);

  /** Goes to the provider and comes back, as a browser does. */
  async function signIn(browser: Browser, next = '/', change?: (back: URL) => void) {
    const out = await browser.get(`${WAY}?${new URLSearchParams({ next })}`);
    return browser.get(oidc.consent(out.location!, change));
  }

  it('is offered beside the password, and asks the provider for no more than who it is', async () => {
    const browser = newBrowser();
    const page = await browser.get('/sign-in?next=%2Fcases%2F1');
    expect(page.text).toContain(`href="${WAY}?next=%2Fcases%2F1"`);
    const { location, status } = await browser.get(WAY);
    expect(status).toBe(303);
    const asked = new URL(location!);
    expect(asked.origin).toBe(oidc.issuer);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: oidc.clientId,
      scope: 'openid email profile',
      redirect_uri: `http://desk.example.jp${WAY}/back`,
      code_challenge_method: 'S256',
    });
    for (const one of ['state', 'nonce', 'code_challenge'])
      expect(asked.searchParams.get(one)!.length).toBeGreaterThan(20);
  });

  it('leads in to where the person wanted to go, again and again, and is written down', async () => {
    for (const next of ['/me', '/people']) {
      const browser = newBrowser();
      const back = await signIn(browser, next);
      expect([back.status, back.location]).toEqual([303, next]);
      const account = await browser.get('/me');
      expect(account.text).toContain(`203.0.113.${clients}`); // a session like any other
    }
    const { id } = (await findAccount(desk.db, 'first@example.jp'))!;
    expect((await audit())[0]).toMatchObject({
      action: 'sign-in',
      person: id,
      target: `account/${id}`,
      details: { provider: 'company' },
    });
  });

  it('keeps no token of the provider', async () => {
    await signIn(newBrowser());
    const kept = await desk.db.select().from(authSchema.account).where(eq(authSchema.account.providerId, 'company'));
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ accessToken: null, refreshToken: null, idToken: null, scope: null });
  });

  const refusals: [string, Partial<TestOidcServer>, string, string][] = [
    [
      'an address nobody was invited with',
      { claims: { sub: 'x', email: 'stranger@example.jp' } },
      'unknown',
      '利用者はいません',
    ],
    ['an address that is not verified', { claims: { email_verified: false } }, 'unverified', '確かめていません'],
    [
      'an unverified address of someone new at the provider',
      { claims: { sub: 'y', email_verified: false } },
      'unverified',
      '確かめていません',
    ],
    ['no word about the address', { claims: { email_verified: undefined } }, 'unverified', '確かめていません'],
    [
      'someone whose address became that of another account',
      { claims: { email: 'person-1@example.jp' } },
      'other-address',
      '前と変わっています',
    ],
    ['the nonce of another attempt', { claims: { nonce: 'another' } }, 'failed', '確かめられませんでした'],
    ['no nonce', { claims: { nonce: undefined } }, 'failed', '確かめられませんでした'],
    ['a token for another client', { claims: { aud: 'another' } }, 'failed', '確かめられませんでした'],
    ['a token of another issuer', { claims: { iss: 'https://example.com' } }, 'failed', '確かめられませんでした'],
    ['a token that is over', { claims: { exp: 1_700_000_000 } }, 'failed', '確かめられませんでした'],
    ['a token without a signature', { signing: 'none' }, 'failed', '確かめられませんでした'],
    ['a token with the signature of a stranger', { signing: 'stranger' }, 'failed', '確かめられませんでした'],
    ['no ID token', { signing: 'left out' }, 'failed', '確かめられませんでした'],
  ];

  it.each(refusals)('refuses %s, in plain words', async (_, change, why, words) => {
    await signIn(newBrowser()); // the provider's person belongs to first@example.jp
    const before = await desk.accounts.count();
    Object.assign(oidc, change);
    const browser = newBrowser();
    const back = await signIn(browser, '/me');
    expect(back.status).toBe(401);
    expect(back.text).toContain(words);
    expect(back.text).toContain('name="next" value="/me"');
    expect((await browser.get('/me')).status).toBe(303);
    expect(await desk.accounts.count()).toBe(before);
    expect((await audit())[0]).toMatchObject({ action: 'sign-in.fail', details: { provider: 'company', why } });
  });

  it.each([
    ['a state that was never given out', (back: URL) => back.searchParams.set('state', 'x'.repeat(32))],
    ['no state', (back: URL) => back.searchParams.delete('state')],
  ])('refuses %s', async (_, change) => {
    const back = await signIn(newBrowser(), '/', change);
    expect(back.status).toBe(401);
    expect(back.text).toContain('もう一度お試しください');
  });

  it('refuses the way back in a browser that did not begin it, and a second time', async () => {
    const [mine, yours] = [newBrowser(), newBrowser()];
    const path = oidc.consent((await mine.get(WAY)).location!);
    expect((await yours.get(path)).status).toBe(401);
    const again = oidc.consent((await mine.get(WAY)).location!);
    expect((await mine.get(again)).status).toBe(303);
    expect((await mine.get(again)).status).toBe(401);
  });

  it('says so when the person turned back, whatever else the address says', async () => {
    const back = await signIn(newBrowser(), '/', (url) => {
      url.searchParams.delete('code');
      url.searchParams.set('error', 'access_denied');
      url.searchParams.set('error_description', '<script>alert(1)</script>');
    });
    expect(back.text).toContain('取りやめました');
    expect(back.text).not.toContain('alert(1)');
  });

  it.each(['https://example.com/', '//example.com', '/\\example.com', 'javascript:alert(1)'])(
    'never leads on to %s',
    async (next) => {
      expect((await signIn(newBrowser(), next)).location).toBe('/');
    },
  );

  it('refuses a deactivated account', async () => {
    const { id } = (await findAccount(desk.db, 'first@example.jp'))!;
    await setActive(desk.db, id, false, desk.clock.now);
    const browser = newBrowser();
    const back = await signIn(browser);
    await setActive(desk.db, id, true, desk.clock.now);
    expect([back.status, (await browser.get('/')).status]).toEqual([401, 303]);
    expect(back.text).toContain('停止中');
  });

  it('asks for the second factor of whoever has set one up', async () => {
    const person = await desk.signedInAs('reviewer');
    const setUp = await person.post('/account/factor', { password: PASSWORD });
    const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(setUp.text)![1]!.replaceAll(' ', '');
    await person.post('/account/factor/confirm', { code: totp(secret, new Date()) });
    const { id } = (await findAccount(desk.db, 'person-2@example.jp'))!;
    oidc.claims = { sub: 'with-factor', email: 'person-2@example.jp' };
    const browser = newBrowser();
    const back = await signIn(browser, '/me');
    expect(back.location).toBe('/sign-in/code?next=%2Fme');
    expect((await browser.get('/me')).status).toBe(303);
    const done = await browser.post('/sign-in/code', {
      code: totp(secret, new Date(Date.now() + 30_000)),
      next: '/me',
    });
    expect([done.status, done.location]).toEqual([303, '/me']);
    expect((await browser.get('/me')).status).toBe(200);
    expect((await audit())[0]).toMatchObject({ action: 'sign-in', person: id, details: { factor: 'totp' } });
  });

  it('leaves the password when the provider cannot be reached', async () => {
    const gone = await startDesk({}, null, [
      {
        config: {
          provider: 'oidc',
          name: 'company',
          label: '社内アカウント',
          issuer: 'http://127.0.0.1:9',
          clientId: 'x',
          clientSecretFile: null,
        },
        clientSecret: 'x',
      },
    ]);
    try {
      await gone.signedInAs('reviewer');
      const browser = gone.browser();
      const page = await browser.get(WAY);
      expect(page.status).toBe(502);
      expect(page.text).toContain('社内アカウント に接続できません');
      const signedIn = await browser.post('/sign-in', { email: 'first@example.jp', password: PASSWORD });
      expect(signedIn.status).toBe(303);
    } finally {
      await gone.stop();
    }
  });

  it('knows no other provider', async () => {
    for (const path of ['/sign-in/with/google', '/sign-in/with/__proto__', '/sign-in/with/google/back?code=x'])
      expect((await newBrowser().get(path)).status).toBe(404);
  });

  const audit = () => newestAudit(desk.db, {}, { limit: 1, below: null });
});

describe('a provider vouches for an address', { timeout: 180_000 }, () => {
  it.each([
    ['google', 'of its own', { email: 'a@gmail.com', email_verified: true }, true],
    ['google', 'of a Workspace', { email: 'a@example.jp', email_verified: true, hd: 'example.jp' }, true],
    ['google', 'elsewhere', { email: 'a@example.jp', email_verified: true }, false],
    ['google', 'not verified', { email: 'a@gmail.com', email_verified: false }, false],
    ['microsoft', 'whose domain is verified', { email: 'a@example.jp', xms_edov: true }, true],
    ['microsoft', 'whose domain is verified, in another spelling', { email: 'a@example.jp', xms_edov: '1' }, true],
    ['microsoft', 'that anybody may claim', { email: 'a@example.jp', email_verified: true }, false],
    ['oidc', 'verified', { email: 'a@example.jp', email_verified: true }, true],
    ['oidc', 'not verified', { email: 'a@example.jp' }, false],
  ] as const)('%s: %s', (provider, _, claims, expected) => {
    expect(vouches(provider, claims)).toBe(expected);
  });
});
