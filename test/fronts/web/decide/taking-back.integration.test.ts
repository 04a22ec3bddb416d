import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaseId, CLAIM_MINUTES, type PersonId } from '../../../../src/cases/index.ts';
import { findAccount, loadCase, newestAudit } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let one: Browser; // 確認者1
let two: Browser; // 確認者2
let lead: Browser; // 確認者3
let admin: Browser;
const ids: Record<'one' | 'two' | 'lead', PersonId> = {
  one: '' as PersonId,
  two: '' as PersonId,
  lead: '' as PersonId,
};
let id: CaseId;
let made = 0;
beforeAll(async () => {
  desk = await startDesk();
  [one, two, lead, admin] = [
    await desk.signedInAs('reviewer'),
    await desk.signedInAs('reviewer'),
    await desk.signedInAs('lead'),
    await desk.signedInAs('admin'),
  ];
  for (const [n, name] of (['one', 'two', 'lead'] as const).entries())
    ids[name] = (await findAccount(desk.db, `person-${n + 1}@example.jp`))!.id;
});
afterAll(() => desk.stop());
beforeEach(async () => {
  desk.clock.now = new Date(desk.clock.now.getTime() + CLAIM_MINUTES * 60_000);
  made += 1;
  id = await desk.addCase({ from: 'a@example.com', subject: `件名 ${made}`, body: '本文です。' }, `back-${made}`);
});
const assignee = async () => (await loadCase(desk.db, id))!.assignee;
const handOver = (browser: Browser, to: string) => browser.post(`/cases/${id}/hand-over`, { to });
const logged = (limit: number) => newestAudit(desk.db, { target: `case/${id}` }, { below: null, limit });

describe('a hand-over', { timeout: 180_000 }, () => {
  it('is undone by the bar that says it, and the case waits for anyone as before', async () => {
    await handOver(one, ids.two);
    const { text } = await one.get(`/?after=${id}`);
    expect(text).toContain(`案件 ${id} を引き継ぎました。`);
    expect(text).toContain('引き継ぎを取り消す');
    expect(await one.post(`/cases/${id}/reopen`)).toMatchObject({ status: 303, location: `/cases/${id}` });
    expect(await assignee()).toEqual({ kind: 'anyone' });
    expect((await loadCase(desk.db, id))!.decisions.map(({ decision }) => decision.kind)).toEqual([
      'hand-over',
      'reopen',
    ]);
    expect((await one.get(`/?after=${id}`)).text).not.toContain('引き継ぎを取り消す');
  });

  it('is undone on the page of the case; it waits for whom it waited before', async () => {
    await handOver(one, ids.two);
    await handOver(two, ids.lead);
    expect(await assignee()).toMatchObject({ kind: 'person', id: ids.lead });
    expect((await two.get(`/cases/${id}`)).text).toContain('引き継ぐ前の担当に戻します');
    await two.post(`/cases/${id}/reopen`);
    expect(await assignee()).toMatchObject({ kind: 'person', id: ids.two });
    expect((await two.post(`/cases/${id}/reopen`)).status).toBe(409);
  });

  it('is not undone while the one who got it is at it', async () => {
    await handOver(one, ids.two);
    await two.get(`/cases/${id}`);
    const page = await one.post(`/cases/${id}/reopen`);
    expect(page.status).toBe(409);
    expect(page.text).toContain('確認者2 さん');
    expect(await assignee()).toMatchObject({ kind: 'person', id: ids.two });
  });

  it('that waited for somebody who no longer decides comes back to anyone', async () => {
    await handOver(one, ids.two);
    await handOver(two, ids.lead);
    await admin.post(`/people/${ids.two}/roles`, { roles: 'tuner' });
    await one.post(`/cases/${id}/reopen`);
    expect(await assignee()).toEqual({ kind: 'anyone' });
    await admin.post(`/people/${ids.two}/roles`, { roles: 'reviewer' });
  });
});

describe('declining', { timeout: 180_000 }, () => {
  it('is undone: what was handed to a person is theirs again, and the log tells no more than of a skip', async () => {
    await handOver(one, ids.two);
    const { location } = await two.post(`/cases/${id}/decline`);
    expect(await assignee()).toEqual({ kind: 'anyone' });
    const { text } = await two.get(location!);
    expect(text).toContain('もうあなたには回りません');
    expect(text.split(`/cases/${id}/undecline`)).toHaveLength(3); // in the notice and in the row
    expect((await two.post(`/cases/${id}/undecline`)).location).toBe(`/cases/${id}`);
    expect(await assignee()).toMatchObject({ kind: 'person', id: ids.two });
    expect((await two.get('/')).text).not.toContain(`/cases/${id}/undecline`);
    expect((await logged(2)).map(({ action }) => action)).toEqual(['case.unskip', 'case.skip']);
    expect((await two.post(`/cases/${id}/undecline`)).status).toBe(404);
  });

  it('is undone: what was assigned to a person is theirs again, whatever came before', async () => {
    await handOver(one, ids.lead);
    await lead.post(`/cases/${id}/assign`, { to: ids.two });
    await two.post(`/cases/${id}/skip`);
    await two.post(`/cases/${id}/decline`);
    expect(await assignee()).toEqual({ kind: 'anyone' });
    await two.post(`/cases/${id}/undecline`);
    expect(await assignee()).toMatchObject({ kind: 'person', id: ids.two });
  });

  it.each([
    ['was taken back', () => one.post(`/cases/${id}/reopen`)],
    ['ended as they gave the case back', () => two.post(`/cases/${id}/assign`, { to: 'nobody' })],
    ['ended as somebody else took the case and gave it back', passedAround],
  ])('gives no hand-over back that %s', async (what, end) => {
    await handOver(one, ids.two);
    if (what.startsWith('ended as they')) await end();
    await two.post(`/cases/${id}/decline`);
    if (!what.startsWith('ended as they')) await end();
    expect(await assignee()).toEqual({ kind: 'anyone' });
    await two.post(`/cases/${id}/undecline`);
    expect(await assignee()).toEqual({ kind: 'anyone' });
  });

  async function passedAround() {
    await lead.post(`/cases/${id}/assign`, { to: ids.lead });
    await lead.post(`/cases/${id}/assign`, { to: 'nobody' });
  }

  it('of what somebody else has meanwhile gives it to nobody', async () => {
    await handOver(one, ids.two);
    await two.post(`/cases/${id}/decline`);
    await handOver(one, ids.lead);
    await two.post(`/cases/${id}/undecline`);
    expect(await assignee()).toMatchObject({ kind: 'person', id: ids.lead });
  });
});

describe('the consultation desk', { timeout: 180_000 }, () => {
  it('without members is offered to nobody and takes no case', async () => {
    expect((await one.get(`/cases/${id}`)).text).toContain('相談窓口の担当者がいないため');
    expect((await one.get(`/cases/${id}`)).text).not.toContain('name="to" value="desk"');
    expect((await handOver(one, 'desk')).status).toBe(400);
    expect(await assignee()).toEqual({ kind: 'anyone' });
  });

  it('with a member takes cases; when the last one leaves they wait for anyone', async () => {
    await admin.post(`/people/${ids.lead}/roles`, [
      ['roles', 'lead'],
      ['roles', 'desk'],
    ]);
    expect((await one.get(`/cases/${id}`)).text).toContain('name="to" value="desk"');
    expect((await handOver(one, 'desk')).status).toBe(303);
    expect(await assignee()).toEqual({ kind: 'desk' });
    await admin.post(`/people/${ids.lead}/roles`, { roles: 'lead' });
    expect(await assignee()).toEqual({ kind: 'anyone' });
  });
});

describe('a claim', { timeout: 180_000 }, () => {
  it('is taken over by a lead, who is named to the log and to whoever had it', async () => {
    await one.get(`/cases/${id}`);
    expect((await lead.get(`/cases/${id}`)).text).toContain(`action="/cases/${id}/take-over"`);
    expect(await lead.post(`/cases/${id}/take-over`)).toMatchObject({ status: 303, location: `/cases/${id}` });
    expect((await lead.get(`/cases/${id}`)).text).toContain('あなたが確認中です');
    const renewal = await one.post(`/cases/${id}/claim`);
    expect([renewal.status, renewal.text]).toEqual([409, expect.stringContaining('確認者3 さん')]);
    for (const path of ['/', `/cases/${id}`])
      expect((await one.get(path)).text).toContain(`あなたが確認していた案件 ${id} を、確認者3 さんが引き取りました`);
    expect((await one.post(`/cases/${id}/dismiss`, { reason: 'joke' })).status).toBe(409);
    await one.post('/takeovers/seen');
    expect((await one.get('/')).text).not.toContain('引き取りました');
    expect((await logged(9)).find(({ action }) => action === 'case.take-over')).toMatchObject({
      name: '確認者3',
      details: { from: `account/${ids.one}` },
    });
    expect((await lead.post(`/cases/${id}/dismiss`, { reason: 'joke' })).status).toBe(303);
  });

  it('is not taken over by others, and nothing happens where nobody is at a case', async () => {
    await one.get(`/cases/${id}`);
    expect((await two.get(`/cases/${id}`)).text).not.toContain('take-over');
    expect((await two.post(`/cases/${id}/take-over`)).status).toBe(403);
    await one.post(`/cases/${id}/leave`);
    expect((await lead.post(`/cases/${id}/take-over`)).status).toBe(303);
    expect((await logged(9)).map(({ action }) => action)).not.toContain('case.take-over');
    expect((await one.get('/')).text).not.toContain('引き取りました');
  });
});
