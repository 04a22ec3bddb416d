import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { valuesOfRules } from '../../../../src/fronts/web/measure-rules/form.ts';
import { messagesOf } from '../../../../src/fronts/web/shell/messages.ts';
import { CARE_POINTS } from '../../../../src/response/index.ts';
import { describeWithServer } from '../../../support/servers.ts';
import { type RealDesk, startRealDesk } from '../support/real-browser.ts';

/** What keeps people out of the page as it stands, with what is folded opened. */
async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(`for (const one of document.querySelectorAll('main details')) one.open = true`);
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(`axe.run(document, { resultTypes: ['violations'] })`)) as axe.AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

describeWithServer('chromium', 'a step against the other side, in a browser', () => {
  let real: RealDesk;
  let id: string;
  beforeAll(async () => {
    real = await startRealDesk();
    const { desk } = real;
    const lead = await desk.signedInAs('lead'); // person-2
    await desk.signedInAs('lead'); // person-3
    const rules = Object.entries(valuesOfRules(null, messagesOf('ja')));
    await lead.post('/measures/rules', [
      ['after', '0'],
      ...rules.flatMap(([name, values]) => values.map((one): [string, string] => [name, one])),
    ]);
    await lead.post('/counterparties', { kind: 'company', name: '株式会社あいて', domains: 'example.com' });
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    id = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '土下座しろ' }, 'four-eyes');
    await lead.post(`/cases/${id}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
    for (const point of CARE_POINTS)
      await lead.post(`/cases/${id}/care`, { do: 'point', point, state: 'done', note: '' });
  });
  afterAll(() => real?.stop());

  it('is locked without a clause, then proposed by one and approved by another', async () => {
    const one = await real.openPage();
    const { page } = one;
    await real.signIn(page, 'person-2@example.jp');
    await page.goto(`${real.url}/cases/${id}?tab=response`);
    expect(await barriersOn(page)).toEqual([]);
    await page.check('input[name="step"][value="termination"]');
    for (const gate of ['cause', 'accommodation', 'duty', 'proportion'])
      await page.check(`input[name="${gate}"][value="clear"]`);
    await page.check('input[name="clause"][value="against"]');
    await page.fill('#clause-note', '契約書を確かめた');
    await page.fill('#reason', '警告のあとも続いた');
    await page.click('form[action$="/measures"] button[type="submit"]');
    expect(await page.textContent('[role="alert"]')).toContain('弁護士など専門家の意見が要ります');
    expect(await page.inputValue('#reason')).toBe('警告のあとも続いた');
    await page.check('input[name="step"][value="suspension"]');
    await page.click('form[action$="/measures"] button[type="submit"]');
    await page.waitForSelector('[role="status"]');
    expect(await page.textContent('main article')).toContain('自分の提案は承認できません');
    expect(await page.locator('button[value="approved"]').count()).toBe(0);

    const other = await real.openPage();
    await real.signIn(other.page, 'person-3@example.jp');
    await other.page.goto(`${real.url}/cases/${id}?tab=response`);
    expect(await barriersOn(other.page)).toEqual([]);
    await other.page.click('button[value="approved"]');
    await other.page.waitForSelector('[role="status"]');
    expect(await other.page.textContent('main article')).toContain('実施中');

    expect(await barriersOn(other.page)).toEqual([]);
    const later = await real.desk.addCase({ from: 'c@example.com', subject: '次', body: 'また来ました' }, 'later');
    await other.page.goto(`${real.url}/cases/${later}`);
    expect(await other.page.textContent('#measures')).toContain('新しい依頼は受けない');
    expect(one.complaints.filter((text) => !text.includes('400'))).toEqual([]);
    expect(other.complaints).toEqual([]);
  });
});
