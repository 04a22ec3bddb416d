import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handIn, listPeople } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('experts outside', () => {
  let desk: TestDesk;
  let lead: Browser;
  let office: Browser;
  let id: string;
  beforeAll(async () => {
    desk = await startDesk();
    lead = await desk.signedInAs('lead');
    office = await desk.signedInAs('desk');
    id = await desk.addCase({ from: 'sato@example.com', subject: '納期', body: '責任者を出せ' });
    await lead.post('/experts', { kind: 'lawyer', name: '<b>狛江</b>法律事務所', contact: '03-0000-0000' });
  });
  afterAll(() => desk.stop());

  const ask = (browser: Browser, of: string, fields: Record<string, string> = {}) =>
    browser.post(`/cases/${of}/experts`, {
      expert: '1',
      question: 'ひみつの問い',
      handed: 'words',
      due: '2026-07-10',
      ...fields,
    });

  it('are kept by kind, shown to lead and desk, and removed', async () => {
    const { text } = await office.get('/people');
    expect(text).toContain('&lt;b&gt;狛江&lt;/b&gt;法律事務所');
    expect(text).toContain('03-0000-0000');
    expect((await (await desk.signedInAs('reviewer')).get('/people')).status).toBe(403);
    await lead.post('/experts', { kind: 'police', name: '署', contact: '#9110' });
    expect((await lead.post('/experts/2/end')).location).toBe('/people?saved=experts#experts');
    expect((await lead.get('/people')).text).not.toContain('#9110');
    expect((await lead.post('/experts/2/end')).status).toBe(404);
    expect((await lead.post('/experts/x/end')).status).toBe(404);
  });

  it.each([
    ['without a name', { kind: 'lawyer', name: ' ', contact: 'x' }],
    ['of no kind', { kind: 'friend', name: 'x', contact: 'x' }],
    ['with too much', { kind: 'lawyer', name: 'x', contact: 'x'.repeat(501) }],
  ])('are not added %s', async (_, fields) => {
    expect((await lead.post('/experts', fields)).status).toBe(400);
  });

  it('are asked about a case: question, what was handed over and the day are kept, and the answer once', async () => {
    expect((await ask(lead, id)).location).toBe(`/cases/${id}?tab=response&saved=experts#experts`);
    const { text } = await lead.get(`/cases/${id}?tab=response`);
    expect(text).toContain('ひみつの問い');
    expect(text).toContain('言葉での説明だけ');
    expect((await lead.get('/people')).text).toContain('2026-07-10');
    expect((await lead.get('/people')).text).not.toMatch(/ひみつ|期限切れ/);
    desk.clock.now = new Date('2026-07-11T09:00:00+09:00');
    expect((await lead.get('/people')).text).toContain('期限切れ');
    const answer = () => lead.post(`/cases/${id}/experts/1/answer`, { words: 'ひみつの答え' });
    expect((await answer()).status).toBe(303);
    expect((await answer()).status).toBe(404);
    expect((await lead.get('/people')).text).not.toContain('2026-07-10');
    const log = (await (await desk.signedInAs('auditor')).get('/audit/export')).text;
    expect(log).toMatch(/case\.expert/);
    expect(log).toContain('lawyer');
    expect(log).not.toMatch(/ひみつ/);
    desk.clock.now = new Date('2026-07-03T09:00:00+09:00');
  });

  it.each<[string, Record<string, string>]>([
    ['nobody', { expert: '' }],
    ['somebody who was removed', { expert: '2' }],
    ['nothing', { question: ' ' }],
    ['for a day that is over', { due: '2026-07-02' }],
    ['with something unknown', { handed: 'everything' }],
  ])('are not asked %s', async (_, fields) => {
    expect((await ask(lead, id, fields)).status).toBe(400);
  });

  it('are asked about what somebody handed in only with their consent, and of a confidential one by the desk alone', async () => {
    const person = (await listPeople(desk.db)).find(({ name }) => name === '最初の人')!;
    const { caseId } = await handIn(desk.db, newConsultation(person, { confidential: true }), desk.clock.now);
    expect((await ask(lead, caseId, { consent: '1' })).status).toBe(404);
    expect((await ask(office, caseId)).status).toBe(400);
    expect((await ask(office, caseId, { consent: '1' })).status).toBe(303);
    expect((await office.get('/people')).text).toContain(`/cases/${caseId}?tab=response`);
    expect((await lead.get('/people')).text).not.toContain(caseId);
  });

  it('are reached from the case and from the page of care', async () => {
    expect((await lead.get(`/cases/${id}`)).text).toContain(`/cases/${id}?tab=response`);
    expect((await lead.get('/status')).text).toContain('href="/people"');
  });
});
