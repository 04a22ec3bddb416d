import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { valuesOfRules } from '../../../../src/fronts/web/measure-rules/form.ts';
import { messagesOf } from '../../../../src/fronts/web/shell/messages.ts';
import { CARE_POINTS, GATES, type MeasureId } from '../../../../src/response/index.ts';
import { handIn, listPeople, measuresOfCase } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('an objection of a company that was told', () => {
  let desk: TestDesk;
  let reviewer: Browser; // 確認者1
  let lead: Browser; // 確認者2
  let second: Browser; // 確認者3, a lead
  let office: Browser; // 確認者4, of the consultation desk
  let fifth: Browser; // 確認者5, a lead
  let id: CaseId;
  let measure: MeasureId;

  beforeAll(async () => {
    desk = await startDesk(); // 2026-07-03 in Tokyo
    reviewer = await desk.signedInAs('reviewer');
    lead = await desk.signedInAs('lead');
    second = await desk.signedInAs('lead');
    office = await desk.signedInAs('desk');
    fifth = await desk.signedInAs('lead');
    const rules = Object.entries(valuesOfRules(null, messagesOf('ja'))).flatMap(([name, values]) =>
      values.map((one): [string, string] => [name, one]),
    );
    await lead.post('/measures/rules', [['after', '0'], ...rules]);
    await lead.post('/counterparties', { kind: 'company', name: '株式会社あいて', domains: 'example.com' });
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    id = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '土下座しろ' }, 'objections');
    await lead.post(`/cases/${id}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
    for (const point of CARE_POINTS)
      await lead.post(`/cases/${id}/care`, { do: 'point', point, state: 'declined', note: '' });
    const gates = Object.fromEntries(GATES.map((gate) => [gate, 'clear']));
    await lead.post(`/cases/${id}/measures`, { step: 'suspension', reason: '続いた', ...gates });
    measure = (await measuresOfCase(desk.db, id))[0]!.id;
    await second.post(`/cases/${id}/measures/${measure}/outcome`, { what: 'approved', note: '' });
  });
  afterAll(() => desk.stop());

  const fields = (more: Record<string, string> = {}) => ({
    case: id,
    against: `measure-${measure}`,
    from: '<b>あいて</b>総務部',
    words: 'ひみつの異議',
    received: '2026-07-03',
    due: '2026-07-10',
    ...more,
  });
  const record = async (more: Record<string, string> = {}): Promise<string> => {
    const { location } = await reviewer.post('/objections', fields(more));
    return atOf(location!);
  };
  /** Where an objection is worked on, and where it is shown. */
  const atOf = (location: string): string => `/objections/${/objection=(\d+)/.exec(location)![1]}`;
  const pageOf = (at: string, of = id): string => `/cases/${of}?tab=response&objection=${at.split('/').at(-1)}`;
  const newest = async () => (await measuresOfCase(desk.db, id))[0]!;

  it('is written down against a measure, and waits in a queue of its own without its words', async () => {
    const form = (await reviewer.get(`/cases/${id}?tab=response&against=measure-${measure}`)).text;
    expect(form).toContain('措置「一時停止」');
    expect(form).toMatch(/type="date"[^>]*value="2026-07-17"/); // two weeks
    const at = await record();
    const queue = (await lead.get('/objections')).text;
    expect(queue).toContain('&lt;b&gt;あいて&lt;/b&gt;総務部');
    expect(queue).toMatch(/措置「一時停止」[\s\S]*2026-07-10[\s\S]*未定[\s\S]*答えを書く/);
    expect(queue).not.toContain('ひみつ');
    expect((await lead.get(pageOf(at))).text).toContain('ひみつの異議');
    expect((await lead.get('/?tab=tasks')).text).toContain(`href="${pageOf(at).replaceAll('&', '&amp;')}#objection"`);
    expect(await lead.get(`/objections?objection=${at.split('/').at(-1)}`)).toMatchObject({
      status: 303, // as notices of before have it
      location: `${pageOf(at)}#objection`,
    });
    expect((await reviewer.get(`/cases/${id}?tab=response`)).text).toContain('異議の申し出');
    expect((await reviewer.get(`/cases/${id}?tab=history`)).text).toContain('相手方の異議：受けた（確認者1）');
    expect((await (await desk.signedInAs('employee')).get(pageOf(at))).status).toBe(403);
  });

  it.each([
    ['nobody', { from: ' ' }],
    ['nothing', { words: '' }],
    ['too much', { words: 'あ'.repeat(5001) }],
    ['a day to come', { received: '2026-07-04' }],
    ['no day', { received: '2026-02-30' }],
    ['a day that is over', { due: '2026-07-02' }],
    ['something of no case', { case: '' }],
  ])('is not written down of %s', async (_, more) => {
    const page = await reviewer.post('/objections', fields(more as Record<string, string>));
    expect(page.status).toBe(400);
    expect(page.text).toContain('記録していません');
  });

  it('is not raised against what is another case’s, or is not there', async () => {
    const other = await desk.addCase({ from: 'b@example.net', subject: '別', body: '別' }, 'other');
    expect((await reviewer.post('/objections', fields({ case: other }))).status).toBe(404);
    expect((await reviewer.post('/objections', fields({ against: 'measure-999' }))).status).toBe(404);
    expect((await reviewer.post('/objections', fields({ case: '999999' }))).status).toBe(404);
    expect((await reviewer.get('/objections?objection=999')).status).toBe(404);
    expect((await second.post('/objections/x/give')).status).toBe(404);
  });

  it('is assigned, answered with reasons by one and made final by a second person, whom it may not be', async () => {
    const at = await record();
    const people = await listPeople(desk.db);
    const idOf = (name: string) => people.find((one) => one.name === name)!.id;
    expect((await lead.post(`${at}/assign`, { person: 'nobody' })).status).toBe(400);
    expect((await lead.post(`${at}/assign`, { person: idOf('確認者4') })).status).toBe(303);
    expect((await lead.get('/objections')).text).toContain('確認者4');
    expect((await office.post(`${at}/draft`, { effect: 'upheld', reasons: ' ' })).status).toBe(400);
    expect((await office.post(`${at}/draft`, { effect: 'gone', reasons: 'x' })).status).toBe(400);
    expect((await fifth.post(`${at}/give`)).status).toBe(409); // nothing was written yet
    expect((await office.post(`${at}/draft`, { effect: 'upheld', reasons: 'ひみつの理由' })).status).toBe(303);
    const own = await office.post(`${at}/give`);
    expect(own.status).toBe(403);
    expect(own.text).toContain('自分の案は確定できません');
    expect((await reviewer.post(`${at}/give`)).status).toBe(403);
    expect((await fifth.post(`${at}/return`, { note: '' })).status).toBe(400);
    expect((await fifth.post(`${at}/return`, { note: '日付が違う' })).status).toBe(303);
    expect((await office.get(pageOf(at))).text).toContain('日付が違う');
    await office.post(`${at}/draft`, { effect: 'upheld', reasons: 'ひみつの理由' });
    expect((await fifth.post(`${at}/give`)).status).toBe(303);
    expect((await fifth.post(`${at}/give`)).status).toBe(409);
    expect((await office.post(`${at}/draft`, { effect: 'changed', reasons: 'x' })).status).toBe(409);
    const queue = (await lead.get('/objections')).text;
    expect(queue).toMatch(/答えたもの[\s\S]*変えない/);
    expect((await newest()).lifted).toBeNull();
  });

  it('is answered by nobody who proposed or approved what it is against', async () => {
    const at = await record();
    const people = await listPeople(desk.db);
    const lead2 = people.find(({ name }) => name === '確認者2')!;
    expect((await reviewer.post(`${at}/assign`, { person: lead2.id })).status).toBe(400); // who proposed it
    for (const involved of [lead, second]) {
      expect((await involved.get(pageOf(at))).text).not.toContain(`action="${at}/draft"`);
      const refused = await involved.post(`${at}/draft`, { effect: 'upheld', reasons: 'x' });
      expect(refused.status).toBe(403);
      expect(refused.text).toContain('提案・承認した人ではなく、ほかの人が答えます');
    }
    await reviewer.post(`${at}/draft`, { effect: 'upheld', reasons: 'x' });
    for (const involved of [lead, second]) {
      expect((await involved.get(pageOf(at))).text).not.toContain(`action="${at}/give"`);
      expect((await involved.post(`${at}/give`)).status).toBe(403);
    }
    expect((await office.post(`${at}/give`)).status).toBe(303);
  });

  it('ends the measure in force where it is taken back', async () => {
    const at = await record();
    await reviewer.post(`${at}/draft`, { effect: 'withdrawn', reasons: '人違いだった' });
    expect((await office.get(pageOf(at))).text).toContain('実施中の措置はその場で解除されます');
    expect((await office.post(`${at}/give`)).status).toBe(303);
    expect(await newest()).toMatchObject({ lifted: { by: '確認者4', note: '人違いだった' } });
    expect((await reviewer.get(`/cases/${id}?tab=history`)).text).toContain('相手方の異議：取りやめる（確認者4）');
  });

  it('opens the letter of its answer, with what was raised, what becomes of it and the reasons', async () => {
    const at = await record();
    await reviewer.post(`${at}/draft`, { effect: 'upheld', reasons: '録音で確かめた言葉と合っていました。' });
    expect((await office.get(pageOf(at))).text).not.toContain('答えの書面を書く');
    await office.post(`${at}/give`);
    const way = /href="([^"]+)"[^>]*>\s*答えの書面を書く/.exec((await office.get(pageOf(at))).text)![1]!;
    const form = (await lead.get(way.replaceAll('&amp;', '&').split('#')[0]!)).text;
    expect(form).toMatch(
      /<textarea[^>]*name="demand"[^>]*>2026年7月3日にいただいた、先にお知らせした対応についてのお申し出</,
    );
    expect(form).toMatch(
      /<textarea[^>]*name="answer"[^>]*>お申し出を受けて事実と経緯を改めて確かめ、先にお知らせした対応は変えないことといたしました。\s*録音で/,
    );
    const other = (
      await lead.get(
        way
          .replaceAll('&amp;', '&')
          .replace(/objection=\d+/, 'objection=9999')
          .split('#')[0]!,
      )
    ).text;
    expect(other).not.toContain('についてのお申し出');
  });

  it('may be raised against the declaration as such', async () => {
    const at = await record({ case: '', against: 'case' });
    expect((await office.get(`/objections?objection=${at.split('/').at(-1)}`)).text).toContain('宣言や対応全般');
  });

  it('of a confidential case is there for the consultation desk alone', async () => {
    const person = (await listPeople(desk.db)).find(({ name }) => name === '最初の人')!;
    const { caseId } = await handIn(desk.db, newConsultation(person, { confidential: true }), desk.clock.now);
    const secret = fields({ case: caseId, against: 'case', from: 'ないしょの会社' });
    expect((await lead.post('/objections', secret)).status).toBe(404);
    const { location } = await office.post('/objections', secret);
    const at = atOf(location!);
    expect((await office.get('/objections')).text).toContain('ないしょの会社');
    for (const path of ['/objections', '/?tab=tasks', '/proof'])
      expect((await lead.get(path)).text).not.toMatch(
        new RegExp(`ないしょ|${caseId}|objection=${at.split('/').at(-1)}#`),
      );
    expect((await lead.get(pageOf(at, caseId))).status).toBe(404);
    expect((await lead.post(`${at}/draft`, { effect: 'upheld', reasons: 'x' })).status).toBe(404);
    const options = /<select id="person-\d+"[\s\S]*?<\/select>/.exec((await office.get(pageOf(at, caseId))).text)![0];
    expect(options).toContain('確認者4');
    expect(options).not.toMatch(/確認者[123]/);
  });

  it('stands in the proof of duties and in the log, without a word of it', async () => {
    expect((await lead.get('/proof')).text).toContain('通知や措置への異議：6件。2人で確かめて答えたもの：4件');
    desk.clock.now = new Date('2026-07-11T09:00:00+09:00');
    const late = await desk.signedInAs('lead');
    expect((await late.get('/proof')).text).toContain('期限を過ぎても答えていない異議があります');
    expect((await late.get('/objections')).text).toContain('期限を過ぎています');
    const log = (await (await desk.signedInAs('auditor')).get('/audit/export')).text;
    for (const action of ['record', 'view', 'assign', 'draft', 'return', 'answer'])
      expect(log).toContain(`objection.${action}`);
    expect(log).not.toMatch(/ひみつ|あいて|ないしょ|人違い/);
  });
});
