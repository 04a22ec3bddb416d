import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../../src/cases/index.ts';
import { decide, findAccount, listAccounts, listPeople, loadCase, newestAudit } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { PASSWORD, startDesk, type TestDesk } from '../support/desk.ts';

const signIn = (desk: TestDesk, email: string, address: string, password = PASSWORD) =>
  desk.browser(address).post('/sign-in', { email, password });

describe('the page of people', () => {
  let desk: TestDesk;
  let admin: Browser; // the only one once the first account is none
  let reviewer: Browser;
  let ids: { first: PersonId; admin: PersonId; reviewer: PersonId };
  beforeAll(async () => {
    desk = await startDesk();
    admin = await desk.signedInAs('admin'); // person-1
    reviewer = await desk.signedInAs('reviewer'); // person-2
    const idOf = async (email: string) => (await findAccount(desk.db, email))!.id;
    ids = {
      first: await idOf('first@example.jp'),
      admin: await idOf('person-1@example.jp'),
      reviewer: await idOf('person-2@example.jp'),
    };
  });
  afterAll(() => desk.stop());

  it('lists everyone with roles and state, and no mail text', async () => {
    const { text } = await admin.get('/people');
    expect(text).toContain('person-2@example.jp');
    expect(text).toContain('<td>確認者</td>');
    expect(text).toContain(`href="/people?person=${ids.reviewer}#person"`);
  });

  it('counts the devices on which somebody is signed in', async () => {
    const sessionsOf = async () =>
      (await listAccounts(desk.db, desk.clock.now)).find(({ id }) => id === ids.reviewer)!.sessions;
    const before = await sessionsOf();
    expect(before).toBeGreaterThan(0);
    await signIn(desk, 'person-2@example.jp', '192.0.2.69');
    expect(await sessionsOf()).toBe(before + 1);
    expect((await admin.get(`/people?person=${ids.reviewer}`)).text).toContain(
      `<dt>サインイン中の端末</dt><dd>${before + 1}</dd>`,
    );
  });

  it('invites: the link is shown once and works', async () => {
    const page = await admin.post('/people', [
      ['email', 'New@example.jp'],
      ['name', '新人'],
      ['roles', 'tuner'],
      ['roles', 'auditor'],
    ]);
    const [, token] = /value="http:\/\/desk\.example\.jp\/welcome\/([\w-]+)"/.exec(page.text)!;
    expect((await admin.get('/people')).text).not.toContain(token);
    const browser = desk.browser('192.0.2.70');
    await browser.post(`/welcome/${token}`, { name: '新人', password: PASSWORD, again: PASSWORD });
    expect((await browser.get('/audit')).text).toContain('辞書担当・監査担当');
  });

  it.each([
    ['no address', { email: 'x', name: 'A', roles: 'lead' }, 400, 'メールアドレスの形'],
    ['no name', { email: 'a@example.jp', name: ' ', roles: 'lead' }, 400, '名前を入力'],
    ['no role', { email: 'a@example.jp', name: 'A' }, 400, '役割を一つ以上'],
    ['a role that does not exist', { email: 'a@example.jp', name: 'A', roles: 'boss' }, 400, '役割を一つ以上'],
    ['someone who is there', { email: 'FIRST@example.jp', name: 'A', roles: 'lead' }, 409, '登録済み'],
  ])('does not invite %s', async (_, fields, status, message) => {
    const page = await admin.post('/people', fields as Record<string, string>);
    expect(page.status).toBe(status);
    expect(page.text).toContain(message);
    expect(page.text).not.toContain('/welcome/');
  });

  it('changes roles, which counts from the next request on', async () => {
    const id = await desk.addCase({ from: 'a@example.com', subject: 's', body: 'b' });
    expect((await reviewer.get(`/cases/${id}`)).status).toBe(200);
    await decide(desk.db, id, handOverTo(ids.reviewer), 'x', desk.clock.now, { person: ids.reviewer });
    expect((await admin.post(`/people/${ids.reviewer}/roles`, { roles: 'employee' })).status).toBe(303);
    expect((await reviewer.get(`/cases/${id}`)).status).toBe(403);
    expect((await loadCase(desk.db, id))!.assignee).toEqual({ kind: 'anyone' });
    expect((await admin.post(`/people/${ids.reviewer}/roles`, { roles: 'reviewer' })).status).toBe(303);
    expect((await reviewer.get(`/cases/${id}`)).status).toBe(200);
  });

  it('lets nobody give themselves a role without the right', async () => {
    for (const path of [`/people/${ids.reviewer}/roles`, '/people'])
      expect((await reviewer.post(path, { email: 'b@example.jp', name: 'b', roles: 'admin' })).status).toBe(403);
    expect((await findAccount(desk.db, 'person-2@example.jp'))!.roles).toEqual(['reviewer']);
  });

  it('lists links that nobody used; each can be made anew or ended, and the log names whom it was for', async () => {
    const linkIn = (text: string) => /value="http:\/\/desk\.example\.jp(\/welcome\/[\w-]+)"/.exec(text)![1]!;
    const unusedOf = async (email: string) => {
      const { text } = await admin.get('/people');
      const row = text.split('<tr>').find((one) => one.includes(email) && one.includes('/people/invitations/'));
      return row === undefined ? null : /\/people\/invitations\/(\w+)\/renew/.exec(row)![1]!;
    };
    const first = linkIn(
      (await admin.post('/people', { email: 'later@example.jp', name: '招待 待子', roles: 'tuner' })).text,
    );
    const again = await admin.post(`/people/invitations/${await unusedOf('later@example.jp')}/renew`);
    const second = linkIn(again.text);
    expect(again.text).toContain('招待 待子 さんのリンク');
    expect(again.text).toContain('data-copy="link"');
    expect((await desk.browser().get(first)).status).toBe(410);
    expect((await desk.browser().get(second)).status).toBe(200);
    const ended = await admin.post(`/people/invitations/${await unusedOf('later@example.jp')}/revoke`);
    expect(ended.location).toBe('/people?revoked=1');
    expect((await desk.browser().get(second)).status).toBe(410);
    expect(await unusedOf('later@example.jp')).toBeNull();
    for (const way of ['renew', 'revoke'])
      expect((await admin.post(`/people/invitations/unheard-of/${way}`)).status).toBe(404);
    expect(await newestAudit(desk.db, {}, { below: null, limit: 3 })).toMatchObject([
      { action: 'invitation.revoke', details: { for: '招待 待子' } },
      { action: 'account.invite', details: { for: '招待 待子', roles: ['tuner'] } },
      { action: 'account.invite', details: { for: '招待 待子', roles: ['tuner'] } },
    ]);
  });

  it('lists invitations that are over, and makes a link anew for those', async () => {
    await admin.post('/people', { email: 'late@example.jp', name: '遅刻 三郎', roles: 'tuner' });
    desk.clock.now = new Date(desk.clock.now.getTime() + 25 * 3_600_000);
    const { text } = await admin.get('/people');
    const row = text.split('<tr>').find((one) => one.includes('late@example.jp'))!;
    expect(row).toContain('期限切れ');
    const again = await admin.post(/\/people\/invitations\/\w+\/renew/.exec(row)![0]);
    const link = /value="http:\/\/desk\.example\.jp(\/welcome\/[\w-]+)"/.exec(again.text)![1]!;
    expect((await desk.browser().get(link)).status).toBe(200);
  });

  it('makes a link to a new password', async () => {
    const page = await admin.post(`/people/${ids.reviewer}/reset`);
    const [, token] = /\/welcome\/([\w-]+)"/.exec(page.text)!;
    expect((await desk.browser().get(`/welcome/${token}`)).text).toContain('パスワードの再設定');
  });

  it('signs someone out everywhere', async () => {
    await signIn(desk, 'person-2@example.jp', '192.0.2.71');
    expect((await admin.post(`/people/${ids.reviewer}/sign-out`)).status).toBe(303);
    expect((await reviewer.get('/')).status).toBe(303);
    const account = (await listAccounts(desk.db, desk.clock.now)).find(({ id }) => id === ids.reviewer);
    expect(account!.sessions).toBe(0);
  });

  it('deactivates: sessions and links end, signing in is refused as if the password were wrong, work is released', async () => {
    const browser = desk.browser('192.0.2.72');
    await browser.post('/sign-in', { email: 'person-2@example.jp', password: PASSWORD });
    const { text } = await admin.post(`/people/${ids.reviewer}/reset`);
    const [, token] = /\/welcome\/([\w-]+)"/.exec(text)!;
    expect((await admin.post(`/people/${ids.reviewer}/active`, { active: 'off' })).status).toBe(303);
    expect((await browser.get('/me')).location).toMatch(/^\/sign-in/);
    expect((await desk.browser().get(`/welcome/${token}`)).status).toBe(410);
    const refused = await signIn(desk, 'person-2@example.jp', '192.0.2.72');
    const wrong = await signIn(desk, 'person-2@example.jp', '192.0.2.72', 'wrong');
    expect(refused.status).toBe(401);
    expect(refused.text).toBe(wrong.text);
    expect(refused.headers.getSetCookie()).toEqual([]);
    expect((await listPeople(desk.db)).map(({ id }) => id)).not.toContain(ids.reviewer);
    expect((await admin.post(`/people/${ids.reviewer}/reset`)).status).toBe(409);
    await expect(
      desk.accounts.invite({ email: 'person-2@example.jp', name: '', roles: [] }, desk.by()),
    ).rejects.toMatchObject({ code: 'exists' });
  });

  it('activates again, with the same roles', async () => {
    await admin.post(`/people/${ids.reviewer}/active`, { active: 'on' });
    expect((await signIn(desk, 'person-2@example.jp', '192.0.2.73')).status).toBe(303);
  });

  it('keeps the last administrator, who can neither step down nor be deactivated', async () => {
    await admin.post(`/people/${ids.first}/roles`, { roles: 'lead' });
    for (const [path, fields] of [
      ['roles', { roles: 'lead' }],
      ['active', { active: 'off' }],
    ] as const) {
      const page = await admin.post(`/people/${ids.admin}/${path}`, fields);
      expect(page.status).toBe(409);
      expect(page.text).toContain('最後の管理者です');
    }
    expect((await admin.get('/people')).status).toBe(200);
  });

  it('keeps one of two administrators who step down at the same moment', async () => {
    await admin.post(`/people/${ids.first}/roles`, { roles: 'admin' });
    const other = desk.browser('192.0.2.74');
    await other.post('/sign-in', { email: 'first@example.jp', password: PASSWORD });
    const answers = await Promise.all([
      admin.post(`/people/${ids.admin}/roles`, { roles: 'lead' }),
      other.post(`/people/${ids.first}/roles`, { roles: 'lead' }),
    ]);
    const admins = (await listPeople(desk.db)).filter(({ roles }) => roles.includes('admin'));
    expect(admins).toHaveLength(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  });

  it.each(['nobody', '..%2F', "x' or 1=1", '%00'])('knows no account %j', async (id) => {
    const browser = await desk.signedInAs('admin');
    const { status, text } = await browser.get(`/people?person=${encodeURIComponent(decodeURIComponent(id))}`);
    expect({ status, opens: text.includes('id="person"') }).toEqual({ status: 200, opens: false });
    expect(
      (await browser.post(`/people/${encodeURIComponent(decodeURIComponent(id))}/active`, { active: 'off' })).status,
    ).toBe(404);
  });
});

const handOverTo = (id: PersonId) => ({ kind: 'hand-over', to: { kind: 'person', id, name: 'x' }, note: '' }) as const;

describe('sessions', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk();
    await desk.signedInAs('reviewer');
  });
  afterAll(() => desk.stop());
  const signedIn = async (email: string, address: string) => {
    const browser = desk.browser(address);
    await browser.post(
      '/sign-in',
      { email, password: PASSWORD },
      { origin: 'http://desk.example.jp', 'user-agent': `Browser of ${address}` },
    );
    return browser;
  };
  const endings = (text: string) =>
    [...text.matchAll(/action="(\/account\/sessions\/[^/"]+\/end)"/g)].map(([, path]) => path!);

  it('are listed with their client, and can be ended one by one or together', async () => {
    const [here, there, far] = [
      await signedIn('first@example.jp', '192.0.2.81'),
      await signedIn('first@example.jp', '192.0.2.82'),
      await signedIn('first@example.jp', '192.0.2.83'),
    ];
    const { text } = await here.get('/me');
    expect(text).toContain('192.0.2.82');
    expect(text).toContain('Browser of 192.0.2.83');
    const [newest] = endings(text); // newest first: that of `far`
    expect((await here.post(newest!)).status).toBe(303);
    expect((await far.get('/me')).status).toBe(303);
    expect((await there.get('/me')).status).toBe(200);
    expect((await here.post('/account/sessions/end-others')).status).toBe(303);
    expect((await there.get('/me')).status).toBe(303);
    expect(endings((await here.get('/me')).text)).toEqual([]);
  });

  it('of someone else cannot be ended by their number', async () => {
    const [mine, theirs] = [
      await signedIn('person-1@example.jp', '192.0.2.84'),
      await signedIn('first@example.jp', '192.0.2.85'),
    ];
    const second = await signedIn('first@example.jp', '192.0.2.86');
    const [path] = endings((await theirs.get('/me')).text);
    expect((await mine.post(path!)).status).toBe(404);
    expect((await second.get('/me')).status).toBe(200);
  });

  it('are new at every sign-in: whoever planted a cookie keeps only their own', async () => {
    const attacker = await signedIn('person-1@example.jp', '192.0.2.87');
    const planted = attacker.cookies.get('komainu.session_token')!;
    const victim = desk.browser('192.0.2.88');
    victim.cookies.set('komainu.session_token', planted);
    await victim.post('/sign-in', { email: 'first@example.jp', password: PASSWORD });
    expect(victim.cookies.get('komainu.session_token')).not.toBe(planted);
    expect((await victim.get('/me')).text).toContain('最初の人');
    expect((await attacker.get('/me')).text).toContain('確認者1');
  });
});
