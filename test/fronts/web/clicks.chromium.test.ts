import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../../src/cases/index.ts';
import { valuesOfRules } from '../../../src/fronts/web/measure-rules/form.ts';
import { messagesOf } from '../../../src/fronts/web/shell/messages.ts';
import { CARE_POINTS, GATES, openPoints } from '../../../src/response/index.ts';
import { lettersOf, loadCare } from '../../../src/store/index.ts';
import { describeWithServer } from '../../support/servers.ts';
import { type RealDesk, startRealDesk } from './support/real-browser.ts';

const LEAD = 'first@example.jp';
const SECOND = 'person-2@example.jp';

/** What people press on the way, whoever they are; words that they write are not counted. */
function counter() {
  let presses = 0;
  const press = async (page: Page, selector: string) => {
    await page.click(selector);
    presses++;
  };
  return {
    presses: () => presses,
    press,
    /** Presses what leads to another page, or to the same one anew. */
    go: (page: Page, selector: string) => Promise.all([page.waitForNavigation(), press(page, selector)]),
  };
}

/** As many presses as docs/decisions/0052-four-places.md says. */
describeWithServer('chromium', 'the way from a decided case, counted in presses', () => {
  let real: RealDesk;
  let id: CaseId;
  beforeAll(async () => {
    real = await startRealDesk();
    const { desk } = real;
    const lead = await desk.signedInAs('lead'); // person-2
    const rules = Object.entries(valuesOfRules(null, messagesOf('ja')));
    await lead.post('/measures/rules', [
      ['after', '0'],
      ...rules.flatMap(([name, values]) => values.map((one): [string, string] => [name, one])),
    ]);
    await lead.post('/counterparties', { kind: 'company', name: '株式会社あいて', domains: 'example.com' });
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    const found = [{ text: '土下座しろ', act: 'apology-demand', points: 5 }] as const;
    id = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '土下座しろ', found }, 'clicks');
    await lead.post(`/cases/${id}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
  });
  afterAll(() => real?.stop());

  const openAs = async (email: string): Promise<Page> => {
    const { page } = await real.openPage({ viewport: { width: 1440, height: 900 } });
    await real.signIn(page, email);
    await page.goto(`${real.url}/cases/${id}`);
    return page;
  };

  it('care of seven items takes seven', { timeout: 120_000 }, async () => {
    const page = await openAs(LEAD);
    const { presses, go } = counter();
    for (const point of CARE_POINTS) await go(page, `#${point} .act button`);
    expect(openPoints((await loadCare(real.desk.db, id))!)).toEqual([]);
    expect(presses()).toBe(7);
  });

  it('its evidence, packed for a lawyer, takes three', { timeout: 120_000 }, async () => {
    const page = await openAs(LEAD);
    const { presses, press, go } = counter();
    await go(page, '.case-tabs a[href$="tab=papers"]');
    await go(page, 'a[href*="for=lawyer&purpose=advice"]');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page, `form[action="/cases/${id}/evidence"] button`),
    ]);
    expect(download.suggestedFilename()).toMatch(/^komainu-case-\d+-lawyer-\w+\.zip$/);
    expect(presses()).toBe(3);
  });

  it('a warning that was sent takes sixteen, of which two people press a part', { timeout: 120_000 }, async () => {
    const { presses, press, go } = counter();
    const one = await openAs(LEAD);
    await press(one, 'input[name="step"][value="warning"]');
    for (const gate of GATES) await press(one, `input[name="${gate}"][value="clear"]`);
    await one.fill('#reason', 'やめるよう求めても続いた');
    await go(one, 'form[action$="/measures"] button[type="submit"]');

    const other = await openAs(SECOND);
    await go(other, 'button[value="approved"]');

    await one.goto(`${real.url}/cases/${id}`);
    await go(one, '.next-step a'); // the letter opens, to be written
    await one.fill('[name="recipient"]', '株式会社あいて 御中');
    await one.fill('[name="request"]', 'おやめください。');
    expect(await one.isChecked('input[name="quotes"]')).toBe(true); // what the approval found stands ticked
    await go(one, 'form[enctype] button.primary');

    await other.goto(`${real.url}/cases/${id}`);
    await go(other, '.next-step a');
    await go(other, 'form[action$="/approve"] button');

    await one.goto(`${real.url}/cases/${id}`);
    await go(one, '.next-step a');
    await Promise.all([one.waitForEvent('download'), press(one, 'form[action$="/files/pdf"] button')]);
    await press(one, 'input[name="way"][value="certified"]');
    await one.fill('#sending input[name="day"]', '2026-07-03');
    await go(one, 'form[action$="/sent"] button');
    expect((await lettersOf(real.desk.db, id))[0]).toMatchObject({ kind: 'warning', sent: { way: 'certified' } });
    expect(presses()).toBe(16);
  });
});
