import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countCases, listCases } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

const CALL = {
  channel: 'phone',
  when: '2026-07-02',
  time: '09:00',
  otherSide: 'x',
  words: 'ひどいことを言われました',
  wish: '',
};

let desk: TestDesk;
let employee: Browser;
let lead: Browser;
let atDesk: Browser;
let id: string;
let own: string;

beforeAll(async () => {
  desk = await startDesk();
  employee = await desk.signedInAs('employee');
  lead = await desk.signedInAs('lead');
  atDesk = await desk.signedInAs('desk');
  own = (await employee.post('/hand-in', CALL)).location!.replace(/\?.*/, '');
  expect(own).toMatch(/^\/reports\//);
  id = (await listCases(desk.db, { limit: 1, offset: 0 })).cases[0]!.id;
});
afterAll(() => desk.stop());

describe('an answer to a consultation', () => {
  it('is written from the case and read by whoever handed it in, and they are shown that it is there', async () => {
    expect((await lead.get(`/cases/${id}`)).text).toContain(`href="/cases/${id}?tab=response#answer-to"`);
    expect((await employee.get('/reports')).text).not.toContain('返事があります');
    const sent = await lead.post(`/cases/${id}/answer`, { words: '話してくれて<b>ありがとう</b>。' });
    expect(sent).toMatchObject({ status: 303, location: `/cases/${id}?tab=response&saved=answer#answer-to` });
    expect((await lead.get(sent.location!)).text).toContain('返事を送りました');
    expect((await employee.get('/reports')).text).toContain('返事があります');
    expect((await employee.get('/reports')).text).toContain('返事があります');
    const read = (await employee.get(own)).text;
    expect(read).toContain('話してくれて&lt;b&gt;ありがとう&lt;/b&gt;。');
    expect(read).toMatch(/確認者\d+からの返事/);
    expect((await employee.get('/reports')).text).not.toContain('返事があります');
  });

  it('can be replied to, also after the decision', async () => {
    const approval = { acts: 'insult-person', severity: '2', declaration: '1' };
    expect((await lead.post(`/cases/${id}/approve`, approval)).status).toBe(303);
    expect((await employee.get(own)).text).toContain('action="/reports/'); // the last word is an answer
    expect((await employee.post(`${own}/notes`, { note: '助かりました' })).status).toBe(303);
    expect((await lead.get(`/cases/${id}?tab=response`)).text).toContain('助かりました');
    expect((await employee.post(`${own}/notes`, { note: 'もう一つ' })).status).toBe(303);
  });

  it.each([
    ['nothing', ' ', '返事を書いてください'],
    ['too much', 'あ'.repeat(5001), '5,000文字'],
  ])('is not sent with %s', async (_, words, message) => {
    const answer = await lead.post(`/cases/${id}/answer`, { words });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(message);
  });

  it('stands in the audit log, without its words', async () => {
    const auditor = await desk.signedInAs('auditor');
    const log = (await auditor.get('/audit?action=report.answer')).text;
    expect(log).toContain('相談への返事');
    expect(log).not.toContain('ありがとう');
  });

  it('is not there for a case that nobody handed in, nor for the confidential one of another desk', async () => {
    const mail = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '本文' }, 'answer-mail');
    expect((await lead.get(`/cases/${mail}?tab=response`)).text).not.toContain('answer-to');
    expect((await lead.post(`/cases/${mail}/answer`, { words: 'x' })).status).toBe(404);
    const secret = (await employee.post('/hand-in', { ...CALL, confidential: '1' })).location!;
    expect(secret).toMatch(/^\/reports\//);
    const sees = { seesConfidential: true };
    expect((await countCases(desk.db, sees)).report).toBe(1);
    const { cases } = await listCases(desk.db, { limit: 9, offset: 0, kind: 'report' } as never, sees);
    const hidden = cases.find(({ status }) => status === 'open')!.id;
    expect((await lead.get(`/cases/${hidden}?tab=response`)).status).toBe(404);
    expect((await lead.post(`/cases/${hidden}/answer`, { words: 'x' })).status).toBe(404);
    expect((await atDesk.post(`/cases/${hidden}/answer`, { words: '相談窓口です' })).status).toBe(303);
    expect((await employee.get(secret)).text).toContain('相談窓口です');
  });
});
