import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let lead: Browser;
beforeAll(async () => {
  desk = await startDesk();
  lead = await desk.signedInAs('lead');
});
afterAll(() => desk?.stop());

const NOTE = '取適法・フリーランス法も関わることがある行為です。当てはまるかどうかを、狛犬は判断しません。';
const demand = (domain: string) =>
  desk.addCase(
    {
      ...{ from: `購買部 <buyer@${domain}>`, counterparty: domain, subject: '単価', body: '半額にしないなら切る' },
      found: [{ text: '半額', act: 'discount-demand', points: 5 }],
    },
    domain,
  );

describe('fair trading beside a case', { timeout: 120_000 }, () => {
  it('is shown for the act that was found, before and after a decision, with what a person looks at', async () => {
    const id = await demand('shown.example.jp');
    for (const decide of [null, 'approve'] as const) {
      if (decide) await lead.post(`/cases/${id}/approve`, { acts: 'discount-demand', severity: '1', declaration: '1' });
      const { text } = await lead.get(`/cases/${id}`);
      for (const said of [NOTE, '協議に応じない一方的な代金決定', '取適法5条2項4号', '見るところ'])
        expect({ decide, said: text.includes(said) }).toEqual({ decide, said: true });
      expect(text).not.toContain('経済上の利益');
    }
  });

  it('is not shown where a case was dismissed, or where the other side commissions nothing', async () => {
    const id = await demand('dismissed.example.jp');
    await lead.post(`/cases/${id}/dismiss`, { reason: 'complaint', note: '' });
    expect((await lead.get(`/cases/${id}`)).text).not.toContain(NOTE);
    await lead.post('/counterparties', { kind: 'person', name: '個人', domains: 'person.example.jp' });
    expect((await lead.get(`/cases/${await demand('person.example.jp')}`)).text).not.toContain(NOTE);
  });
});
