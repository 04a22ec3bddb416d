import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handIn, listPeople } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('requests among employers', () => {
  let desk: TestDesk;
  let lead: Browser;
  let office: Browser;
  beforeAll(async () => {
    desk = await startDesk(); // 2026-07-03 in Tokyo
    lead = await desk.signedInAs('lead');
    office = await desk.signedInAs('desk');
  });
  afterAll(() => desk.stop());

  const request = (more: Record<string, string> = {}) => ({
    direction: 'received',
    company: '<b>となり</b>商事',
    contact: '総務 03-0000-0000',
    words: 'ひみつの求め',
    asked: '2026-07-01',
    due: '2026-07-10',
    caseId: '',
    ...more,
  });

  it('are on record with a deadline and answered once', async () => {
    expect((await lead.get('/proof')).text).toContain('協力の求めの記録はありません');
    expect((await lead.post('/cooperation', request())).location).toBe('/counterparties?tab=cooperation&saved=1');
    const { text } = await office.get('/counterparties?tab=cooperation');
    expect(text).toContain('&lt;b&gt;となり&lt;/b&gt;商事（求められた）');
    expect(text).toContain('ひみつの求め');
    expect((await lead.get('/?tab=tasks')).text).toContain('href="/counterparties?tab=cooperation#request-1"');
    const answer = { words: 'ひみつの答え', day: '2026-07-03' };
    for (const wrong of [{ words: ' ' }, { day: '2026-07-04' }, { day: 'x' }]) {
      const page = await lead.post('/cooperation/1/answer', { ...answer, ...wrong });
      expect(page.status).toBe(400);
      expect(page.text).toContain('<details class="more" open'); // what was written is there to be mended
    }
    expect((await lead.post('/cooperation/x/answer', answer)).status).toBe(404);
    expect((await lead.post('/cooperation/1/answer', answer)).location).toBe('/counterparties?tab=cooperation&saved=1');
    expect((await lead.post('/cooperation/1/answer', answer)).status).toBe(404);
    expect((await lead.get('/counterparties?tab=cooperation')).text).toContain('ひみつの答え');
    expect((await lead.get('/?tab=tasks')).text).not.toContain('tab=cooperation#request-1');
    expect((await lead.get('/proof')).text).toContain('協力の求め：1件、こちらから：0件。答えが済んだもの：1件');
  });

  it.each([
    ['no direction', { direction: 'x' }],
    ['nobody', { company: '' }],
    ['nothing', { words: ' ' }],
    ['too much', { words: 'あ'.repeat(4001) }],
    ['a day to come', { asked: '2026-07-04' }],
    ['a day that is over', { due: '2026-07-02' }],
    ['a case that is not there', { caseId: '99999' }],
    ['no number of a case', { caseId: 'x' }],
  ])('are not written down with %s', async (_, more) => {
    const page = await lead.post('/cooperation', request(more as Record<string, string>));
    expect(page.status).toBe(400);
    expect(page.text).toContain('記録していません');
  });

  it('about a confidential case are there for the consultation desk alone, in no figure either', async () => {
    const person = (await listPeople(desk.db)).find(({ name }) => name === '最初の人')!;
    const { caseId } = await handIn(desk.db, newConsultation(person, { confidential: true }), desk.clock.now);
    expect((await lead.post('/cooperation', request({ caseId }))).status).toBe(400);
    expect((await office.post('/cooperation', request({ caseId, company: 'ないしょ商事' }))).status).toBe(303);
    expect((await office.get('/counterparties?tab=cooperation')).text).toContain('ないしょ商事');
    for (const path of ['/counterparties?tab=cooperation', '/?tab=tasks'])
      expect((await lead.get(path)).text).not.toMatch(new RegExp(`ないしょ|${caseId}`));
    expect((await lead.post('/cooperation/2/answer', { words: 'x', day: '2026-07-03' })).status).toBe(404);
    expect((await lead.get('/proof')).text).toContain('協力の求め：1件、');
  });

  it('that are late are missing in the proof; the log knows neither who nor what', async () => {
    await lead.post('/cooperation', request({ direction: 'sent', due: '2026-07-04' }));
    desk.clock.now = new Date('2026-07-05T09:00:00+09:00');
    const later = await desk.signedInAs('lead');
    expect((await later.get('/proof')).text).toContain('期限を過ぎても答えの記録がない、協力の求め');
    expect((await later.get('/counterparties?tab=cooperation')).text).toContain('期限を過ぎています');
    const log = (await (await desk.signedInAs('auditor')).get('/audit/export')).text;
    for (const action of ['view', 'record', 'answer']) expect(log).toContain(`cooperation.${action}`);
    expect(log).not.toMatch(/ひみつ|となり|ないしょ/);
  });
});
