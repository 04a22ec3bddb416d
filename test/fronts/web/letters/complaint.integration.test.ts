import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { pdfText } from '../../../../src/mail/documents/pdf.ts';
import { lettersOf } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let reviewer: Browser;
let lead: Browser;
let id: CaseId;
beforeAll(async () => {
  desk = await startDesk(); // 2026-07-03 in Tokyo
  [reviewer, lead] = [await desk.signedInAs('reviewer'), await desk.signedInAs('lead')];
  const mail = { from: '千葉 <chiba@example.com>', subject: '三度目です', body: '返事が遅い。どうなっていますか。' };
  id = await desk.addCase({ ...mail, band: 'grey' }, 'complaint');
  await lead.post(`/cases/${id}/dismiss`, { reason: 'complaint', note: '遅れは当社の側にある。' });
});
afterAll(() => desk?.stop());

const WORDS = { language: 'ja', recipient: '千葉 様', sender: '株式会社みほん', date: '2026-07-03' };
const REPLY = { ...WORDS, kind: 'factual-reply', facts: '6月20日のご依頼に、7月3日にお答えしました。' };
const APOLOGY = {
  ...WORDS,
  kind: 'limited-apology',
  facts: 'お返事が13日遅れたこと。',
  answer: '窓口を2人にしました。',
};

describe('a complaint whose case was dismissed', { timeout: 60_000 }, () => {
  it('has letters that answer and apologise first, and none that blames', async () => {
    const { text } = await reviewer.get(`/cases/${id}?tab=papers`);
    expect(text).toContain('却下した案件です。もっともな苦情であれば');
    const kinds = [...text.matchAll(/kind=([a-z-]+)&amp;language=ja/g)].map(([, kind]) => kind);
    expect(kinds).toEqual(['factual-reply', 'limited-apology', 'talks', 'calm-reply']); // whom to ask for cooperation is not in the register
    await reviewer.post(`/cases/${id}/letters`, { ...WORDS, kind: 'notice', request: 'x', lines: '返事が遅い' });
    expect(await lettersOf(desk.db, id)).toEqual([]);
  });

  it.each([
    ['with facts alone', REPLY, '当社で確認した事実は、次のとおりです。', /お詫び|責任|賠償|落ち度/],
    [
      'with an apology for what was confirmed',
      APOLOGY,
      '本書のお詫びは、上に記した事実についてのものです。',
      /責任|賠償|落ち度/,
    ],
  ] as const)('is answered %s, drafted by one and approved by another', async (_, words, said, never) => {
    const form = (await reviewer.get(`/cases/${id}?tab=papers&kind=${words.kind}&language=ja`)).text;
    expect(form).toMatch(/弁護士に見てもらう点[\s\S]*name="facts"/);
    const { location } = await reviewer.post(`/cases/${id}/letters`, words);
    const path = location!.replace(/\?.*/, '');
    expect((await reviewer.post(`${path}/approve`)).status).toBe(403);
    expect((await lead.post(`${path}/approve`)).status).toBe(303);
    const pdf = await reviewer.post(`${path}/files/pdf`);
    expect(pdf.status).toBe(200);
    const text = (await pdfText(Buffer.from(pdf.bytes), 10_000)).replace(/\s+/g, '');
    expect(text).toContain(said);
    expect(text).not.toMatch(never);
  });
});
