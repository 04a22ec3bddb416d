import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, describeWithServer } from '../../../support/servers.ts';
import { PASSWORD, startDesk, type TestDesk } from '../support/desk.ts';

const chosen = { name: '小野寺 結衣', password: PASSWORD, again: PASSWORD };
const HOUR = 3_600_000;

function describeInvitations(desk: () => TestDesk) {
  const invite = (email: string) => desk().accounts.invite({ email, name: '小野寺', roles: ['reviewer'] }, desk().by());

  it('makes the first account admin and lead, and signs it in', async () => {
    const token = await invite('first@example.jp');
    const browser = desk().browser('192.0.2.20');
    expect((await browser.get(`/welcome/${token}`)).text).toContain('value="小野寺"');
    expect(await browser.post(`/welcome/${token}`, chosen)).toMatchObject({ status: 303, location: '/first-steps' });
    const page = await browser.get('/');
    expect(page.status).toBe(200);
    expect(page.text).toContain('管理者・責任者・確認者');
  });

  it('gives later accounts the roles of their invitation and no more', async () => {
    const browser = desk().browser('192.0.2.21');
    await browser.post(`/welcome/${await invite('second@example.jp')}`, chosen);
    const page = await browser.get('/');
    expect(page.text).toContain('<span class="roles">確認者</span>');
  });

  it('works once', async () => {
    const token = await invite('once@example.jp');
    expect((await desk().browser('192.0.2.22').post(`/welcome/${token}`, chosen)).status).toBe(303);
    const late = desk().browser('192.0.2.23');
    expect((await late.get(`/welcome/${token}`)).status).toBe(410);
    expect((await late.post(`/welcome/${token}`, { ...chosen, name: '別人' })).status).toBe(410);
    expect(late.cookies.size).toBe(0);
  });

  it('lets one of two people in who use it at the same moment', async () => {
    const token = await invite('race@example.jp');
    const answers = await Promise.all(
      [1, 2, 3].map((i) =>
        desk()
          .browser(`192.0.2.3${i}`)
          .post(`/welcome/${token}`, { ...chosen, name: `人${i}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
  });

  it('leaves one link to an address, however many hosts make one at once, and none to an account that was made meanwhile', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => invite('hosts@example.jp')));
    const opened = async () => {
      const pages = await Promise.all(made.map((token) => desk().browser('192.0.2.35').get(`/welcome/${token}`)));
      return made.filter((_, i) => pages[i]!.status === 200);
    };
    const [last, ...others] = await opened();
    expect(others).toEqual([]);
    const first = desk().browser('192.0.2.36');
    const [, late] = await Promise.allSettled([
      first.post(`/welcome/${last}`, chosen),
      invite('hosts@example.jp'), // by a host that began before the account was there
    ]);
    if (late.status === 'fulfilled') made.push(late.value);
    expect(await opened()).toEqual(first.cookies.size > 0 ? [] : [made.at(-1)]);
  });

  it('sets a new password by a reset link, ends other sessions and keeps the roles', async () => {
    const old = desk().browser('192.0.2.40');
    await old.post(`/welcome/${await invite('forgetful@example.jp')}`, chosen);
    const token = await desk().accounts.reset(' Forgetful@example.jp', desk().by());
    const browser = desk().browser('192.0.2.41');
    expect((await browser.get(`/welcome/${token}`)).text).toContain('パスワードの再設定');
    const changed = { name: '改名', password: `新しい${PASSWORD}`, again: `新しい${PASSWORD}` };
    expect((await browser.post(`/welcome/${token}`, changed)).status).toBe(303);
    expect((await old.get('/')).status).toBe(303);
    expect((await browser.get('/')).text).toMatch(/改名<\/span>[\s\S]*?<span class="roles">確認者</);
    const signIn = (password: string) =>
      desk().browser('192.0.2.42').post('/sign-in', { email: 'forgetful@example.jp', password });
    expect((await signIn(PASSWORD)).status).toBe(401);
    expect((await signIn(changed.password)).status).toBe(303);
  });
}

describe('an invitation', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());
  describeInvitations(() => desk);

  const invite = (email: string) => desk.accounts.invite({ email, name: '', roles: ['reviewer'] }, desk.by());

  it('ends after 24 hours', async () => {
    const token = await invite('late@example.jp');
    const start = desk.clock.now;
    desk.clock.now = new Date(start.getTime() + 24 * HOUR - 1);
    expect((await desk.browser().get(`/welcome/${token}`)).status).toBe(200);
    desk.clock.now = new Date(start.getTime() + 24 * HOUR);
    expect((await desk.browser().get(`/welcome/${token}`)).status).toBe(410);
    expect((await desk.browser().post(`/welcome/${token}`, chosen)).status).toBe(410);
    desk.clock.now = start;
  });

  it('stops working when a newer one is made for the same address', async () => {
    const older = await invite('twice@example.jp');
    const newer = await invite('twice@example.jp');
    expect((await desk.browser().get(`/welcome/${older}`)).status).toBe(410);
    expect((await desk.browser().get(`/welcome/${newer}`)).status).toBe(200);
  });

  it('is refused for an address that has an account, a reset for one that has none', async () => {
    await expect(invite('FIRST@example.jp')).rejects.toMatchObject({ code: 'exists' });
    await expect(desk.accounts.reset('nobody@example.jp', desk.by())).rejects.toMatchObject({ code: 'unknown' });
  });

  it.each([
    ['no name', { ...chosen, name: '  ' }, '名前を入力してください'],
    ['a short password', { ...chosen, password: '短い', again: '短い' }, '12文字以上'],
    ['a password of 129 characters', { ...chosen, password: 'a'.repeat(129), again: 'a'.repeat(129) }, '128文字以内'],
    ['two passwords that differ', { ...chosen, again: `${PASSWORD}。` }, '一致しません'],
  ])('comes back with %s and can be tried again', async (_, fields, message) => {
    const token = await invite('careful@example.jp');
    const page = await desk.browser().post(`/welcome/${token}`, fields);
    expect(page.status).toBe(400);
    expect(page.text).toContain(message);
    expect(page.text).not.toContain(PASSWORD);
    expect((await desk.browser().get(`/welcome/${token}`)).status).toBe(200);
  });

  it.each(['', 'x', '..%2Fsign-in', 'a'.repeat(5000), '%00'])('with the token %j is no link', async (token) => {
    expect([303, 404, 410]).toContain((await desk.browser().get(`/welcome/${token}`)).status);
  });
});

describeWithServer('postgres', 'an invitation on PostgreSQL', () => {
  let desk: TestDesk;
  let database: Awaited<ReturnType<typeof createDatabase>>;
  beforeAll(async () => {
    database = await createDatabase();
    desk = await startDesk({}, database.url);
  });
  afterAll(async () => {
    await desk?.stop();
    await database?.stop();
  });
  describeInvitations(() => desk);
});

describe('the first invitation', () => {
  it('is for an admin; a second one that is made before it was used is not', async () => {
    const desk = await startDesk();
    try {
      const first = await desk.accounts.invite({ email: 'boss@example.jp', name: '', roles: [] }, desk.by());
      const second = await desk.accounts.invite(
        { email: 'staff@example.jp', name: '', roles: ['reviewer'] },
        desk.by(),
      );
      const [boss, staff] = [desk.browser('192.0.2.51'), desk.browser('192.0.2.52')];
      await staff.post(`/welcome/${second}`, chosen);
      await boss.post(`/welcome/${first}`, chosen);
      expect((await staff.get('/')).text).toContain('<span class="roles">確認者</span>');
      expect((await boss.get('/')).text).toContain('<span class="roles">管理者・責任者</span>');
    } finally {
      await desk.stop();
    }
  });
});
