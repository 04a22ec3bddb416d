import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCare } from '../../../../src/store/index.ts';
import { caseId } from '../../../support/ids.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let lead: Browser;
let made = 0;

beforeAll(async () => {
  desk = await startDesk();
  lead = await desk.signedInAs('lead');
});
afterAll(() => desk.stop());

async function approvedCase(body = '土下座しろ'): Promise<string> {
  const id = await desk.addCase({ from: 'a@example.com', subject: '件名', body }, `care-${made++}`);
  const approval = { acts: 'apology-demand', severity: '2', declaration: '1', ownCause: 'no' };
  const answer = await lead.post(`/cases/${id}/approve`, approval);
  expect(answer.status).toBe(303);
  return id;
}

describe('the care list of a case', () => {
  it('is one click away from the case, and from the decision that was just made', async () => {
    const id = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '土下座しろ' }, 'care-way');
    const way = `href="/cases/${id}?tab=response"`;
    expect((await lead.get(`/cases/${id}`)).text).toContain(way);
    const approval = { acts: 'apology-demand', severity: '2', declaration: '1' };
    const { location } = await lead.post(`/cases/${id}/approve`, approval);
    expect((await lead.get(location!)).text).toContain(way);
  });

  it('says what is left before anything goes to the other side, and when nothing is', async () => {
    const id = await approvedCase();
    expect((await lead.get(`/cases/${id}?tab=response`)).text).toContain('あと7項目です');
    for (const point of ['thread', 'second', 'text', 'health', 'desk', 'wishes'])
      await lead.post(`/cases/${id}/care`, { do: 'point', point, state: 'done', note: '' });
    expect((await lead.get(`/cases/${id}?tab=response`)).text).toContain('あと1項目です');
    await lead.post(`/cases/${id}/care`, { do: 'plan', due: '2099-01-01', note: '' });
    expect((await lead.get(`/cases/${id}?tab=response`)).text).toContain('あと1項目です'); // nobody plans so far ahead
    const today = desk.clock.now.toISOString().slice(0, 10);
    const soon = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
    expect((await lead.post(`/cases/${id}/care`, { do: 'plan', due: soon, note: '電話で' })).location).toBe(
      `/cases/${id}?tab=response&saved=care#days`,
    );
    const page = (await lead.get(`/cases/${id}?tab=response&saved=care`)).text;
    expect(page).toContain('すべての項目を確かめました');
    expect(page).toContain('電話で');
    expect(page).toContain('記録しました');
  });

  it('is seen to in seven taps: each button of the page sends what it says, and the next step goes on', async () => {
    const id = await approvedCase();
    const page = async () => (await lead.get(`/cases/${id}`)).text; // opens on what follows
    const left = async () => /ケアの残り (\d)つ/.exec(await page())?.[1];
    const tap =
      /<form method="post" action="\/cases\/\d+\/care">((?:<input type="hidden"[^>]*>)+)<button [^>]*name="(\w+)" value="([^"]+)"/;
    expect(await left()).toBe('7');
    for (let taps = 1; taps <= 7; taps++) {
      const [, hidden, name, value] = tap.exec(await page())!;
      const fields = [...hidden!.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(
        ([, key, one]) => [key!, one!] as const,
      );
      const { status } = await lead.post(
        `/cases/${id}/care`,
        [...fields, [name!, value!]].map(([a, b]) => [a, b] as [string, string]),
      );
      expect(status).toBe(303);
    }
    expect(await left()).toBeUndefined();
    expect(await page()).toContain('すべての項目を確かめました');
    const { records, followUps } = (await loadCare(desk.db, caseId(id)))!;
    expect(Object.values(records).map(({ state }) => state)).toEqual(Array(6).fill('done'));
    expect(followUps).toHaveLength(1);
  });

  it('is listed until it is done', async () => {
    const id = await approvedCase();
    expect((await lead.get('/?tab=tasks')).text).toContain(`href="/cases/${id}/care"`);
    for (const point of ['thread', 'second', 'text', 'health', 'desk', 'wishes', 'follow-up'])
      await lead.post(`/cases/${id}/care`, { do: 'point', point, state: 'declined', note: '' });
    expect((await lead.get('/?tab=tasks')).text).not.toContain(`href="/cases/${id}/care"`);
  });

  it('says in the list by one tap that somebody was asked, and comes back to it', async () => {
    const id = await approvedCase();
    await lead.post(`/cases/${id}/care`, { do: 'plan', due: '2026-07-03', note: '' });
    const row = (await lead.get('/?tab=tasks')).text
      .split('<li class="task-row">')
      .find((one) => one.includes(`/cases/${id}/`))!;
    expect(row).toContain('様子をうかがう');
    const day = /name="followUp" value="(\d+)"/.exec(row)![1]!;
    const done = await lead.post(`/cases/${id}/care`, { do: 'asked', from: 'tasks', followUp: day });
    expect(done.location).toBe('/?tab=tasks&saved=1');
    expect((await lead.get('/?tab=tasks&saved=1')).text).toContain('記録しました');
    expect((await loadCare(desk.db, caseId(id)))!.followUps[0]!.done).toMatchObject({ by: expect.any(String) });
  });

  it.each([
    ['an unknown point', { do: 'point', point: 'revenge', state: 'done' }, '項目と状態を選んでください'],
    ['no state', { do: 'point', point: 'desk' }, '項目と状態を選んでください'],
    ['a day in the past', { do: 'plan', due: '2020-01-01', note: '消えない言葉' }, '今日から5年以内'],
    ['no words', { do: 'recurrence', note: ' ' }, '言葉を書いてください'],
    ['too many words', { do: 'recurrence', note: 'あ'.repeat(2001) }, '2,000文字以内'],
    ['nothing', {}, '項目と状態を選んでください'],
  ])('takes nothing from a form with %s, and gives back what was written', async (_, fields, message) => {
    const id = await approvedCase();
    const answer = await lead.post(`/cases/${id}/care`, fields as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(message);
    if ('note' in fields && fields.note.trim() !== '') expect(answer.text).toContain(fields.note);
    expect(await loadCare(desk.db, id as never)).toMatchObject({ records: {}, followUps: [], recurrence: null });
  });

  it('shows a note as text, and keeps it out of the audit log', async () => {
    const id = await approvedCase();
    const note = '<b>体調</b>が悪い';
    await lead.post(`/cases/${id}/care`, { do: 'point', point: 'health', state: 'done', note });
    const page = (await lead.get(`/cases/${id}?tab=response`)).text;
    expect(page).toContain('&lt;b&gt;体調&lt;/b&gt;が悪い');
    const auditor = await desk.signedInAs('auditor');
    const log = (await auditor.get(`/audit?target=case/${id}`)).text;
    expect(log).toContain('ケアの記録');
    expect(log).toContain('ケアのリストの閲覧');
    expect(log).not.toContain('体調');
  });

  it('is not for a reviewer of whom the mails speak, nor for a case that is not there', async () => {
    const named = await desk.signedInAs('reviewer');
    const id = await approvedCase();
    const who = (await named.get('/me')).text.match(/確認者\d+/)?.[0] ?? '';
    expect(who).not.toBe('');
    const own = await approvedCase(`担当の${who} さんは無能だ`);
    expect((await named.get(`/cases/${own}?tab=response`)).status).toBe(403);
    expect((await named.post(`/cases/${own}/care`, { do: 'recurrence', note: 'x' })).status).toBe(403);
    expect((await loadCare(desk.db, own as never))!.recurrence).toBeNull();
    expect((await lead.get(`/cases/${id}?tab=response`)).status).toBe(200);
    expect((await lead.get('/cases/999999?tab=response')).status).toBe(404);
    expect((await lead.post('/cases/999999/care', { do: 'recurrence', note: 'x' })).status).toBe(404);
  });
});
