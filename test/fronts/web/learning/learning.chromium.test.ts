import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainApproval } from '../../../../src/cases/index.ts';
import { decide, siteVersions } from '../../../../src/store/index.ts';
import { describeWithServer } from '../../../support/servers.ts';
import { type RealDesk, startRealDesk } from '../support/real-browser.ts';
import { learningLab, learnNow, MALICE, WORKSHOP } from './learning-lab.ts';

describeWithServer('chromium', 'learning that is seen', () => {
  let real: RealDesk;
  beforeAll(async () => {
    real = await startRealDesk({ lab: learningLab });
  });
  afterAll(() => real?.stop());

  const isNoWider = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

  it('shows similar decisions, what a decision taught, and unlearns it with one press', async () => {
    const { desk, url } = real;
    const add = (body: string) => desk.addCase({ from: 'kyaku@example.com', subject: '治具の件', body }, body);
    for (const body of WORKSHOP.slice(1))
      await decide(desk.db, await add(body), { kind: 'dismiss', reason: 'joke', note: '' }, '高橋', desk.clock.now);
    for (const body of MALICE)
      await decide(desk.db, await add(body), plainApproval(['insult-person']), '高橋', desk.clock.now);
    await learnNow(desk);
    await desk.signedInAs('lead', 'tuner');
    const { page, complaints } = await real.openPage();
    await real.signIn(page, 'person-2@example.jp');

    const id = await add(`${WORKSHOP[0]} いつまで待たせるんだよ、図面も。`);
    await page.goto(`${url}/cases/${id}`);
    expect(await page.textContent('section[aria-labelledby="similar-decisions"]')).toContain('親しい間柄の冗談');
    await page.keyboard.press('d');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('4').then(() => page.keyboard.press('Enter'))]);
    await learnNow(desk);
    await page.goto(`${url}/cases/${id}`);
    expect(await page.textContent('#learned')).toContain('普段の言葉として少し軽く見ます');

    await page.click('#learned a');
    expect(page.url()).toContain('/dictionaries/learning');
    expect(await page.textContent('main')).toContain('判断9件から学び');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await isNoWider(page)).toBe(true);
    const [before] = await siteVersions(desk.db, { limit: 1 });
    await Promise.all([page.waitForNavigation(), page.click(`form[action$="/${id}/forget"] button`)]);
    expect(await page.textContent('[role="status"]')).toContain(`案件 ${id} の判断を忘れます`);
    await learnNow(desk);
    const [after] = await siteVersions(desk.db, { limit: 1 });
    expect(after!.figures.dismissed).toBe(before!.figures.dismissed - 1);
    await page.goto(`${url}/cases/${id}`);
    expect(await page.textContent('#learned')).toContain('学ばないことにしてあります');
    expect(await isNoWider(page)).toBe(true);
    expect(complaints).toEqual([]);
  });
});
