import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId, PersonId } from '../../../../src/cases/index.ts';
import { handIn, listPeople } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('the timeline of a person', () => {
  let desk: TestDesk;
  let hana: Browser; // 確認者1
  let taro: Browser; // 確認者2
  let lead: Browser; // 確認者3
  let office: Browser; // 確認者4, of the consultation desk
  let hanaId: PersonId;
  let taroId: PersonId;
  let mail: CaseId;

  const call = (words: string, fields: Record<string, string> = {}) => ({
    channel: 'phone',
    when: '2026-07-02',
    about: 'morning',
    otherSide: 'ひみつの相手',
    words,
    wish: '',
    ...fields,
  });
  const actions = async () => (await (await desk.signedInAs('auditor')).get('/audit/export')).text;
  const events = (text: string) => /<ol class="timeline">[\s\S]*?<\/ol>/.exec(text)?.[0] ?? '';

  beforeAll(async () => {
    desk = await startDesk(); // 2026-07-03 in Tokyo
    hana = await desk.signedInAs('employee');
    taro = await desk.signedInAs('employee');
    lead = await desk.signedInAs('lead');
    office = await desk.signedInAs('desk');
    const people = await listPeople(desk.db);
    const idOf = (name: string) => people.find((one) => one.name === name)!.id;
    [hanaId, taroId] = [idOf('確認者1'), idOf('確認者2')];
    await hana.post('/hand-in', call('ひみつの言葉'));
    mail = await desk.addCase({ from: 'a@example.com', subject: 'ひみつの件名', body: 'ひみつ' }, 'timelines');
  });
  afterAll(() => desk.stop());

  it('has what they handed in, by day and kind and in nobody’s words, and is theirs alone', async () => {
    const { text } = await hana.get('/reports?tab=timeline');
    expect(events(text)).toMatch(/2026年7月2日 朝・午前ごろ[\s\S]*出来事（電話）[\s\S]*相談した/);
    expect(text).not.toMatch(/ひみつ|href="\/cases/);
    expect(events((await taro.get('/reports?tab=timeline')).text)).toBe('');
    expect((await taro.get(`/timelines/${hanaId}`)).status).toBe(403);
    expect((await lead.get(`/timelines/${hanaId}`)).status).toBe(403);
    expect((await hana.get('/reports')).text).toContain('href="/reports?tab=timeline"');
  });

  it('gets cases from the consultation desk, with mails, findings and care', async () => {
    await lead.post(`/cases/${mail}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
    await lead.post(`/cases/${mail}/care`, { do: 'point', point: 'health', state: 'done', note: 'ひみつのメモ' });
    expect(events((await hana.get('/reports?tab=timeline')).text)).not.toContain('認定');
    const { status, location } = await office.post(`/timelines/${hanaId}/cases`, { case: ` #${mail}` });
    expect({ status, location }).toEqual({ status: 303, location: `/timelines/${hanaId}?saved=1` });
    for (const text of [
      (await office.get(`/timelines/${hanaId}`)).text,
      (await hana.get('/reports?tab=timeline')).text,
    ]) {
      expect(events(text)).toMatch(/メール（.+）/);
      expect(events(text)).toMatch(/認定：.+（重さ 2）/);
      expect(events(text)).toContain('ケア：医師・保健師などへの相談を案内する — 済んだ');
      expect(text).not.toContain('ひみつ');
    }
    expect((await office.get('/timelines?q=%E7%A2%BA%E8%AA%8D%E8%80%851')).text).toContain(`/timelines/${hanaId}`);
    expect((await office.post(`/timelines/${hanaId}/cases`, { case: mail, do: 'remove' })).status).toBe(303);
    expect(events((await hana.get('/reports?tab=timeline')).text)).not.toContain('認定');
    expect((await office.post(`/timelines/${hanaId}/cases`, { case: mail, do: 'remove' })).status).toBe(404);
  });

  it.each([
    ['no number', 'x', 'その番号の案件は見つかりません'],
    ['nothing', '', 'その番号の案件は見つかりません'],
    ['a case that is not there', '999999', 'その番号の案件は見つかりません'],
    ['a number beyond all', '99999999999999999999', '19文字以内で書いてください'],
  ])('takes no case of %s', async (_, number, said) => {
    const page = await office.post(`/timelines/${hanaId}/cases`, { do: 'add', case: number });
    expect(page.status).toBe(400);
    expect(page.text).toContain(said);
  });

  it('tells nobody what a colleague confided about them: that is for the consultation desk alone', async () => {
    const person = (await listPeople(desk.db)).find(({ id }) => id === taroId)!;
    const { caseId } = await handIn(
      desk.db,
      { ...newConsultation(person, { confidential: true }), happenedAt: new Date('2026-07-01T10:00:00+09:00') },
      desk.clock.now,
    );
    expect((await office.post(`/timelines/${hanaId}/cases`, { case: caseId })).status).toBe(303);
    const seen = await office.get(`/timelines/${hanaId}`);
    expect(seen.text).toContain(`/cases/${caseId}`);
    expect(events(seen.text)).toContain('2026年7月1日');
    expect(events((await hana.get('/reports?tab=timeline')).text)).not.toContain('2026年7月1日');
    expect(events((await taro.get('/reports?tab=timeline')).text)).toContain('2026年7月1日'); // they told it themselves
    const log = await actions();
    expect(log).toContain('timeline.case');
    expect(log.split('\n').filter((line) => line.includes('timeline.') && line.includes(caseId))).toEqual([]);
    await office.post(`/timelines/${hanaId}/cases`, { case: caseId, do: 'remove' });
  });

  it('is saved only while they agree, by whomever', async () => {
    const refused = await office.get(`/timelines/${hanaId}/export`);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('本人の同意がありません');
    expect((await hana.get('/my-timeline/export')).status).toBe(409);
    expect((await hana.post('/my-timeline/consent', { do: 'x' })).status).toBe(400);
    expect((await hana.post('/my-timeline/consent', { do: 'give' })).location).toBe('/reports?tab=timeline&saved=1');
    expect((await hana.get('/reports?tab=timeline')).text).toContain('本人が画面で同意（2026-07-03）');
    const file = await office.get(`/timelines/${hanaId}/export`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="komainu-timeline-2026-07-03.csv"');
    expect(file.text).toMatch(/本人,確認者1\r\n期間,2026-01-03 – 2026-07-03\r\n/);
    expect(file.text).toContain('出来事（電話）');
    expect(file.text).not.toContain('ひみつ');
    expect((await hana.get('/my-timeline/export')).status).toBe(200);
    expect((await taro.get(`/timelines/${hanaId}/export`)).status).toBe(403);
  });

  it('is saved no more once they withdraw, and each look and file is in the log', async () => {
    await hana.post('/my-timeline/consent', { do: 'withdraw' });
    expect((await office.get(`/timelines/${hanaId}/export`)).status).toBe(409);
    expect((await hana.get('/my-timeline/export')).status).toBe(409);
    const log = await actions();
    for (const action of ['timeline.view', 'timeline.export', 'timeline.consent', 'timeline.withdraw'])
      expect(log).toContain(action);
    expect(log.split('\n').filter((line) => line.includes('timeline.export'))).toHaveLength(2);
  });

  it('is saved with consent on paper, which they can withdraw themselves', async () => {
    for (const day of ['', '2026-07-04', '2026-02-30'])
      expect((await office.post(`/timelines/${taroId}/consent`, { do: 'give', day })).status).toBe(400);
    await office.post(`/timelines/${taroId}/consent`, { do: 'give', day: '2026-07-01' });
    expect((await taro.get('/reports?tab=timeline')).text).toContain('本人が書面で同意（2026-07-01）');
    expect((await office.get(`/timelines/${taroId}/export`)).status).toBe(200);
    await taro.post('/my-timeline/consent', { do: 'withdraw' });
    expect((await office.get(`/timelines/${taroId}/export`)).status).toBe(409);
  });

  it('looks back six months and no further', async () => {
    desk.clock.now = new Date('2027-01-02T09:00:00+09:00');
    const again = await desk.signedInAs('desk');
    expect(events((await again.get(`/timelines/${hanaId}`)).text)).toContain('出来事（電話）');
    desk.clock.now = new Date('2027-01-04T09:00:00+09:00');
    const later = await desk.signedInAs('desk');
    expect(events((await later.get(`/timelines/${hanaId}`)).text)).toBe('');
    expect((await later.get('/timelines/nobody')).status).toBe(404);
  });
});
