import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../../src/cases/index.ts';
import { valuesOfRules } from '../../../src/fronts/web/measure-rules/form.ts';
import { messagesOf } from '../../../src/fronts/web/shell/messages.ts';
import { CARE_POINTS, GATES } from '../../../src/response/index.ts';
import { listPeople, measuresOfCase } from '../../../src/store/index.ts';
import { describeWithServer } from '../../support/servers.ts';
import { type RealDesk, startRealDesk } from './support/real-browser.ts';

/** What keeps people out of the page as it stands, with what is folded opened. */
async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(`for (const one of document.querySelectorAll('main details')) one.open = true`);
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(`axe.run(document, { resultTypes: ['violations'] })`)) as axe.AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

describeWithServer('chromium', 'after the decision, in a browser', () => {
  let real: RealDesk;
  let id: CaseId;
  const at = (path: string) => `${real.url}${path}`;
  const as = async (email: string) => {
    const { page, complaints } = await real.openPage();
    await real.signIn(page, email);
    return { page, complaints };
  };

  beforeAll(async () => {
    real = await startRealDesk();
    const { desk } = real;
    const lead = await desk.signedInAs('lead'); // person-2
    const second = await desk.signedInAs('lead'); // person-3
    await desk.signedInAs('desk'); // person-4
    await desk.signedInAs('lead'); // person-5, who neither proposed nor approved, like person-6
    await desk.signedInAs('lead'); // person-6
    const rules = Object.entries(valuesOfRules(null, messagesOf('ja')));
    await lead.post('/measures/rules', [
      ['after', '0'],
      ...rules.flatMap(([name, values]) => values.map((one): [string, string] => [name, one])),
    ]);
    await lead.post('/counterparties', { kind: 'company', name: '株式会社あいて', domains: 'example.com' });
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    id = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '土下座しろ' }, 'after');
    await lead.post(`/cases/${id}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
    for (const point of CARE_POINTS)
      await lead.post(`/cases/${id}/care`, { do: 'point', point, state: 'done', note: '' });
    const gates = Object.fromEntries(GATES.map((gate) => [gate, 'clear']));
    await lead.post(`/cases/${id}/measures`, { step: 'suspension', reason: '続いた', ...gates });
    const [measure] = await measuresOfCase(desk.db, id);
    await second.post(`/cases/${id}/measures/${measure!.id}/outcome`, { what: 'approved', note: '' });
  });
  afterAll(() => real?.stop());

  it('somebody objects: it is noted from the measure, answered by one who decided nothing of it, made final by another, and the measure ends', async () => {
    const one = await as('person-2@example.jp');
    await one.page.goto(at(`/cases/${id}?tab=response`));
    await one.page.click('a[href*="against=measure-"]');
    expect(await one.page.isChecked('input[name="against"][value^="measure-"]')).toBe(true);
    await one.page.fill('#from', '株式会社あいて 総務部');
    await one.page.fill('#words', '弊社の者ではありません。');
    expect(await barriersOn(one.page)).toEqual([]);
    await one.page.click('form[action="/objections"] button[type="submit"]');
    await one.page.waitForSelector('[role="status"]');
    expect(await one.page.locator('form[action$="/draft"]').count()).toBe(0);

    const answers = await as('person-5@example.jp');
    await answers.page.goto(one.page.url());
    await answers.page.check('input[name="effect"][value="withdrawn"]');
    await answers.page.fill('textarea[name="reasons"]', '差出人が別の会社の人だと分かった。');
    await answers.page.click('form[action$="/draft"] button');
    await answers.page.waitForSelector('[role="status"]');
    expect(await answers.page.textContent('main')).toContain('自分の案は確定できません');
    expect(await answers.page.locator('form[action$="/give"]').count()).toBe(0);

    const other = await as('person-6@example.jp');
    await other.page.goto(at('/?tab=tasks'));
    await other.page.click('.task-row a[href*="objection="]');
    expect(await barriersOn(other.page)).toEqual([]);
    expect(await other.page.textContent('main')).toContain('実施中の措置はその場で解除されます');
    await other.page.click('form[action$="/give"] button');
    await other.page.waitForSelector('[role="status"]');
    await other.page.goto(at(`/cases/${id}?tab=response`));
    expect(await other.page.textContent('main article')).toContain('解除済み');
    await other.page.goto(at(`/cases/${id}?tab=history`));
    expect(await other.page.textContent('#timeline')).toMatch(/措置「一時停止」：承認[\s\S]*相手方の異議：取りやめる/);
    expect(await barriersOn(other.page)).toEqual([]);
    expect([one, answers, other].flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  it('another employer asks for help: it is noted with its day and answered', async () => {
    const { page, complaints } = await as('person-2@example.jp');
    await page.goto(at('/counterparties?tab=cooperation'));
    await page.check('input[name="direction"][value="received"]');
    await page.fill('#company', 'となり商事');
    await page.fill('#words', '7月1日の電話の記録の確認');
    expect(await barriersOn(page)).toEqual([]);
    await page.click('section[aria-labelledby="new"] button[type="submit"]');
    await page.waitForSelector('[role="status"]');
    await page.click('article summary');
    await page.fill('article textarea', '記録を確かめ、書面で答えた。');
    await page.click('article button[type="submit"]');
    await page.waitForSelector('#answered');
    expect(await page.textContent('section[aria-labelledby="answered"]')).toContain('書面で答えた');
    expect(complaints).toEqual([]);
  });

  it('whoever met it agrees, the consultation desk saves their timeline, and after they withdraw it cannot', async () => {
    const person = (await listPeople(real.desk.db)).find(({ name }) => name === '確認者1')!;
    const desk = await as('person-4@example.jp');
    await desk.page.goto(at('/timelines'));
    await desk.page.click(`a[href="/timelines/${person.id}"]`);
    await desk.page.fill('input[name="case"]:not([type="hidden"])', id);
    await desk.page.click('form:has(input[value="add"]) button');
    await desk.page.waitForSelector('[role="status"]');
    expect(await barriersOn(desk.page)).toEqual([]);
    expect(await desk.page.locator('a[href$="/export"]').count()).toBe(0);

    const own = await as('person-1@example.jp');
    await own.page.goto(at('/reports?tab=timeline'));
    expect(await own.page.textContent('ol.timeline')).toContain('認定：');
    expect(await barriersOn(own.page)).toEqual([]);
    await own.page.click('form:has(input[value="give"]) button');
    await own.page.waitForSelector('form:has(input[value="withdraw"]) button');

    await desk.page.reload();
    const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.page.click('a[href$="/export"]')]);
    expect(await readFile(await download.path(), 'utf8')).toContain('本人,確認者1');
    await own.page.click('form:has(input[value="withdraw"]) button');
    await own.page.waitForSelector('form:has(input[value="give"]) button');
    await desk.page.click('a[href$="/export"]');
    await desk.page.waitForSelector('[role="alert"]');
    expect(await desk.page.textContent('[role="alert"]')).toContain('本人の同意がありません');
    expect([...desk.complaints, ...own.complaints].filter((text) => !text.includes('409'))).toEqual([]);
  });
});
