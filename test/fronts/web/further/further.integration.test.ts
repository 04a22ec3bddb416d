import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId, PersonId } from '../../../../src/cases/index.ts';
import { listPeople, loadCase, newestAudit } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
import type { FixtureMail } from '../support/mails.ts';

describe('what comes after a decision', { timeout: 180_000 }, () => {
  let desk: TestDesk;
  let reviewer: Browser; // 確認者1, who decides
  let other: Browser; // 確認者2, another reviewer
  let lead: Browser; // 確認者3
  let hana: Browser; // 確認者4, whom it befell
  let made = 0;
  beforeAll(async () => {
    desk = await startDesk();
    [reviewer, other] = [await desk.signedInAs('reviewer'), await desk.signedInAs('reviewer')];
    [lead, hana] = [await desk.signedInAs('lead'), await desk.signedInAs('employee')];
  });
  afterAll(() => desk.stop());

  const MAIL: FixtureMail = {
    from: '田中 <tanaka@example.com>',
    subject: '値引きの件',
    body: 'もっと値引きしろ。\r\n',
    found: [{ text: '値引きしろ', act: 'discount-demand', points: 4 }],
  };
  const add = (thread: string, values: Partial<FixtureMail> = {}) => {
    desk.clock.now = new Date(desk.clock.now.getTime() + 3_600_000); // nobody is at a case any more
    return desk.addCase({ ...MAIL, counterparty: `${thread}.example.com`, ...values }, thread);
  };
  async function decidedCase(): Promise<[CaseId, string]> {
    const thread = `further-${made++}`;
    const id = await add(thread);
    const found = { acts: 'discount-demand', severity: '1', declaration: '1', ownCause: 'no' };
    expect((await reviewer.post(`/cases/${id}/approve`, found)).status).toBe(303);
    return [id, thread];
  }
  const tasks = async (browser: Browser) => (await browser.get('/?tab=tasks')).text;
  const AFTER = '決まったあとに加わったことを確かめる';

  it('is told to who decided and to the lead, and the mail joins by one form with the decision as it was', async () => {
    const [id, thread] = await decidedCase();
    const further = await add(thread, { subject: '値引きの件、まだか', body: 'まだか。値引きしろ。\r\n' });
    for (const browser of [reviewer, lead])
      expect(await tasks(browser)).toContain(`href="/cases/${id}?tab=response#added"`);
    expect(await tasks(other)).not.toContain(AFTER);
    const card = (await reviewer.get(`/cases/${id}`)).text;
    expect(card).toMatch(
      new RegExp(`決まったあとに加わったこと[\\s\\S]*続きのメールが届きました[\\s\\S]*href="/cases/${further}"`),
    );
    const page = (await reviewer.get(`/cases/${further}`)).text;
    expect(page).toMatch(new RegExp(`決まった案件に加える[\\s\\S]*案件 ${id}（確認者1が`));
    expect(page).toMatch(/id="way-join"[\s\S]*name="acts" value="discount-demand"(?! checked)/); // nothing is confirmed beforehand
    const joined = await reviewer.post(`/cases/${further}/join`, { into: id, acts: 'discount-demand' });
    expect(joined.location).toBe(`/cases/${id}?tab=history&saved=merged`);
    const history = (await reviewer.get(`/cases/${id}?tab=history`)).text;
    expect(history).toMatch(/続きのメールをこの件に加えた（確認者1）/);
    expect(history).not.toContain('にまとめた（');
    const detail = (await loadCase(desk.db, id))!;
    expect(detail).toMatchObject({ status: 'approved', mails: 2, acts: ['discount-demand'] });
    expect(detail.decisions).toHaveLength(1);
    const [entry] = await newestAudit(desk.db, { action: 'case.merge' }, { below: null, limit: 1 });
    expect(entry).toMatchObject({ target: `case/${id}`, details: { part: further, acts: 'discount-demand' } });
    expect(await tasks(lead)).not.toContain(`/cases/${id}?tab=response#added`);
    expect((await reviewer.get(`/cases/${further}`)).location).toBe(`/cases/${id}`);
  });

  it('stays a question of its own where it is graver, and an act that nobody approved is refused', async () => {
    const [id, thread] = await decidedCase();
    const grave = await add(thread, { band: 'urgent', body: '殺すぞ。\r\n', found: [] });
    const refused = await reviewer.post(`/cases/${grave}/join`, { into: id });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('決まった案件より重い内容です');
    expect(await loadCase(desk.db, grave)).toMatchObject({ status: 'open', band: 'urgent' });
    const next = await add(`${thread}-2`, { counterparty: `${thread}.example.com` }); // the same sender in another conversation
    expect((await reviewer.post(`/cases/${next}/join`, { into: id, acts: 'insult-person' })).status).toBe(400);
    expect((await reviewer.post(`/cases/${next}/join`, { into: id })).status).toBe(303);
  });

  it('is told when somebody writes facts, not to who wrote them, and is seen by one click', async () => {
    const [id] = await decidedCase();
    await lead.post(`/cases/${id}/file`, { kind: 'fact', on: '', words: 'ひみつの録音があった' });
    expect(await tasks(lead)).not.toContain(`/cases/${id}?tab=response#added`);
    expect(await tasks(reviewer)).toContain(`/cases/${id}?tab=response#added`);
    const card = /<section class="card" id="added"[\s\S]*?<\/section>/.exec(
      (await reviewer.get(`/cases/${id}`)).text,
    )![0];
    expect(card).toMatch(/事実が書き足されました[\s\S]*確認者3/);
    expect(card).not.toContain('ひみつ');
    const last = /name="last" value="(\d+)"/.exec(card)![1]!;
    expect((await reviewer.post(`/cases/${id}/added/seen`, { last })).status).toBe(303);
    expect(await tasks(reviewer)).not.toContain(`/cases/${id}?tab=response#added`);
    expect((await reviewer.post(`/cases/${id}/added/seen`, { last })).status).toBe(409);
    const [entry] = await newestAudit(desk.db, { action: 'case.added-seen' }, { below: null, limit: 1 });
    expect(entry).toMatchObject({ target: `case/${id}`, name: '確認者1' });
  });

  it('stands on the page of the person concerned, whose own facts are told to who decided', async () => {
    const [id, thread] = await decidedCase();
    const person: PersonId = (await listPeople(desk.db)).find(({ name }) => name === '確認者4')!.id;
    await lead.post(`/cases/${id}/concerned`, { do: 'add', person, role: '' });
    const own = /あなたに関わる件[\s\S]*?href="(\/reports\/[^"]+)"/.exec((await hana.get('/reports')).text)![1]!;
    const further = await add(thread);
    expect((await hana.get(own)).text).toContain('判断のあとに続きのメールが届いた');
    await reviewer.post(`/cases/${further}/join`, { into: id });
    expect((await hana.get(own)).text).toContain('続きのメールをこの件に加えた<');
    await hana.post(`${own}/notes`, { note: '昨日、電話もありました。' });
    for (const browser of [reviewer, lead]) expect(await tasks(browser)).toContain(`/cases/${id}?tab=response#added`);
  });
});
