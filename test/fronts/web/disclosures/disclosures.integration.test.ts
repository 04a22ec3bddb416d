import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestAudit, purgeable } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let lead: Browser;
let second: Browser;
beforeAll(async () => {
  desk = await startDesk();
  lead = await desk.signedInAs('lead');
  second = await desk.signedInAs('management');
});
afterAll(() => desk.stop());

const REQUEST = {
  from: '開示 求子',
  role: 'sender',
  identity: '登録の電話にかけ直した',
  wants: 'copy',
  words: '私について残しているものを見せてほしい',
  received: '2026-07-02',
  due: '2026-07-16',
};
const ANSWER = { outcome: 'partly', words: 'メール2通の写しを渡し、社内のメモは渡さない' };
const last = async () => (await newestAudit(desk.db, {}, { below: null, limit: 1 }))[0]!;

describe('requests about what is kept', () => {
  it('are noted with who asks, how that was made sure, what and by when; the log has neither name nor words', async () => {
    expect((await lead.post('/disclosures', REQUEST)).location).toBe('/disclosures?saved=1');
    const entry = await last();
    expect(entry).toMatchObject({
      action: 'disclosure.record',
      target: 'disclosure/1',
      details: { role: 'sender', wants: ['copy'], due: '2026-07-16' },
    });
    expect(JSON.stringify(entry)).not.toMatch(/求子|見せて|かけ直し/);
    const page = (await second.get('/disclosures')).text;
    for (const words of [REQUEST.from, REQUEST.words, REQUEST.identity]) expect(page).toContain(words);
  });

  it('are not noted without who they are from and what they ask', async () => {
    const { wants: _, ...rest } = REQUEST;
    const again = await lead.post('/disclosures', { ...rest, identity: ' ' });
    expect(again.status).toBe(400);
    expect(again.text).toContain('本人をどう確かめたかを書いてください。');
    expect(again.text).toContain('求められたことを選んでください。');
    expect(again.text).toContain(REQUEST.words);
  });

  it('are answered by two people: whoever wrote the answer does not give it', async () => {
    const giving = (who: Browser) => who.post('/disclosures/1/give', { day: '2026-07-03' });
    expect((await giving(second)).status).toBe(404); // nothing is written yet
    await lead.post('/disclosures/1/draft', ANSWER);
    const own = await giving(lead);
    expect(own.status).toBe(403);
    expect(own.text).toContain('自分では渡せません');
    expect((await giving(second)).status).toBe(303);
    expect(await last()).toMatchObject({ action: 'disclosure.answer', details: { day: '2026-07-03' } });
    const page = (await lead.get('/disclosures')).text;
    expect(page).toContain('2026-07-03 に渡した');
    expect(page).toContain(ANSWER.words);
    expect((await lead.post('/disclosures/1/draft', ANSWER)).status).toBe(404); // it is over
  });

  it('are nobody else’s, and go when they were kept long enough after the answer', async () => {
    for (const role of ['reviewer', 'admin', 'auditor', 'employee'] as const)
      expect((await (await desk.signedInAs(role)).get('/disclosures')).status).toBe(403);
    const days = {
      verdictDays: 180,
      greyDays: 30,
      dismissedDays: 90,
      approvedDays: 100,
      unopenedDays: 14,
      reportDays: 90,
      registerDays: 100,
    };
    const inDays = (n: number) => new Date(desk.clock.now.getTime() + n * 86_400_000);
    expect((await purgeable(desk.db, days, inDays(99))).disclosures).toBe(0);
    expect((await purgeable(desk.db, days, inDays(101))).disclosures).toBe(1);
  });

  it('stand beside a notice of purposes that says it is a draft', async () => {
    const page = (await lead.get('/disclosures')).text;
    expect(page).toContain('そのまま使えるものではありません');
    expect(page).toContain('就業環境を守り');
  });
});
