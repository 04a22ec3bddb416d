import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { auditAfter } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let reviewer: Browser;
let lead: Browser;
let office: Browser;
let id: CaseId; // dismissed: its complaint is in the right
const TEAM = '受注システム部';
const WORDS = { team: TEAM, words: '返事が13日遅れた。' };

beforeAll(async () => {
  desk = await startDesk(); // 2026-07-03 in Tokyo
  [reviewer, lead, office] = [
    await desk.signedInAs('reviewer'),
    await desk.signedInAs('lead'),
    await desk.signedInAs('desk'),
  ];
  const mail = { from: '千葉 <chiba@example.com>', subject: '三度目です', body: '返事が遅い。', band: 'grey' as const };
  id = await desk.addCase(mail, 'complaint');
});
afterAll(() => desk?.stop());

const figures = async () =>
  /もっともな申し出<\/th><td[^>]*>(\d+)|もっともな申し出[^\d]*(\d+)/.exec((await office.get('/numbers')).text);
const counted = async () => Number((await figures())!.slice(1).find(Boolean));

describe('a complaint that is in the right', { timeout: 60_000 }, () => {
  it('is passed on only once somebody dismissed its case as such', async () => {
    expect((await reviewer.get(`/cases/${id}?tab=response`)).text).not.toContain('改善への申し送り');
    expect((await reviewer.post(`/cases/${id}/referrals`, WORDS)).status).toBe(409);
    await reviewer.post(`/cases/${id}/dismiss`, { reason: 'jargon', note: '' });
    expect((await reviewer.post(`/cases/${id}/referrals`, WORDS)).status).toBe(409);
    expect((await reviewer.post(`/cases/${id}/reopen`)).status).toBe(303);
    const dismissed = await reviewer.post(`/cases/${id}/dismiss`, {
      reason: 'complaint',
      note: '遅れは当社の側にある。',
    });
    expect(dismissed.status).toBe(303);
    expect(await counted()).toBe(0);
    expect((await reviewer.post(`/cases/${id}/referrals`, WORDS)).status).toBe(303);
    const page = (await lead.get(`/cases/${id}?tab=response`)).text;
    expect(page).toMatch(/改善への申し送り[\s\S]*受注システム部[\s\S]*返事が13日遅れた。[\s\S]*確認者1/);
    expect(await counted()).toBe(1);
    expect((await office.get('/numbers/export')).text).toMatch(/その後どうなったか,改善へ申し送ったもっともな申し出,1/);
  });

  it.each([
    ['somebody of the company', '確認者2さんの返事が遅れた。'],
    ['an address', 'chiba@example.com への返事が遅れた。'],
    ['nothing', ''],
  ])('is not passed on with %s in its words', async (_, words) => {
    const page = await reviewer.post(`/cases/${id}/referrals`, { ...WORDS, words });
    expect(page.status).toBe(400);
    expect(page.text).toContain('社員の名前やメールアドレスは書けません');
    expect(await counted()).toBe(1);
  });

  it('that came as an objection is passed on once it was granted, and the log has neither team nor words', async () => {
    const objection = {
      case: '',
      against: 'case',
      from: '千葉',
      words: '説明が違う',
      received: '2026-07-03',
      due: '2026-07-10',
    };
    for (const effect of ['upheld', 'changed']) {
      const { location } = await reviewer.post('/objections', objection);
      const at = `/objections/${/objection=(\d+)/.exec(location!)![1]}`;
      await lead.post(`${at}/draft`, { effect, reasons: '説明が違っていた。' });
      expect((await reviewer.post(`${at}/referrals`, WORDS)).status).toBe(409); // not answered yet
      expect((await office.post(`${at}/give`)).status).toBe(303);
      expect((await reviewer.post(`${at}/referrals`, WORDS)).status).toBe(effect === 'upheld' ? 409 : 303);
      const page = (await reviewer.get(location!.replace(/#.*/, ''))).text;
      expect(page.includes('受注システム部')).toBe(effect === 'changed');
    }
    expect(await counted()).toBe(2);
    const log = JSON.stringify(await auditAfter(desk.db, {}, 0, 500));
    expect(log).toContain('complaint.refer');
    expect(log).not.toContain(TEAM);
    expect(log).not.toContain('13日');
  });
});
