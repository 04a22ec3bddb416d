import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithServer } from '../../../support/servers.ts';
import { PASSWORD } from '../support/desk.ts';
import { rawMail } from '../support/mails.ts';
import { type RealDesk, startRealDesk } from '../support/real-browser.ts';

const EML = rawMail({ from: 'sato@example.com', subject: 'ひみつの件名', body: 'ひみつの本文' });

describeWithServer('chromium', 'handing in, in a real browser', () => {
  let real: RealDesk;
  beforeAll(async () => {
    real = await startRealDesk();
    await real.desk.signedInAs('employee'); // person-2
    await real.desk.signedInAs('desk'); // person-3
  });
  afterAll(() => real?.stop());

  async function enter(page: Page, email: string): Promise<void> {
    await page.goto(`${real.url}/sign-in`);
    await page.fill('#email', email);
    await page.fill('#password', PASSWORD);
    await page.click('main button');
    await page.waitForSelector('.user-menu');
  }

  it('takes a call and a confidential mail; the desk sees both, a lead only the call', async () => {
    const { page, complaints } = await real.openPage({ timezoneId: 'Asia/Tokyo' });
    await enter(page, 'person-2@example.jp');
    expect(new URL(page.url()).pathname).toBe('/reports');

    await page.click('.ways-in a');
    expect(await page.isVisible('#pasted, #when')).toBe(false); // until it is said how
    await page.check('input[value=phone]');
    expect(await page.isVisible('#pasted')).toBe(false);
    await page.fill('#when', '2026-07-02');
    await page.selectOption('#about', 'evening');
    await page.fill('#otherSide', '佐藤と名乗る人');
    await page.fill('#words', '電話で一時間怒鳴られました。\nとてもこわかったです。');
    await page.click('text=相談を送る');
    await page.waitForSelector('.after-bar');

    await page.goto(`${real.url}/reports/new`);
    await page.check('input[value=mail]');
    expect(await page.isVisible('#when')).toBe(false);
    await page.setInputFiles('#mail', { name: '相談.eml', mimeType: 'message/rfc822', buffer: EML });
    await page.check('input[name=confidential]');
    await page.click('text=相談を送る');
    await page.waitForSelector('.after-bar');
    await page.goto(`${real.url}/reports`);
    expect(await page.locator('.own-reports > li').count()).toBe(2);

    const { page: desk } = await real.openPage();
    await enter(desk, 'person-3@example.jp');
    await desk.goto(`${real.url}/?tab=report`);
    expect(await desk.locator('.case-row').count()).toBe(2);
    await desk.click('.case-row:has-text("上司に非公開") .row-link');
    await desk.waitForSelector('#report');
    expect(await desk.textContent('main')).toContain('ひみつの本文');
    const hidden = desk.url();

    const { page: lead } = await real.openPage();
    await enter(lead, 'first@example.jp');
    for (const path of ['/', '/?tab=report', '/?tab=all&q=ひみつ', '/?assignee=desk', '/status']) {
      await lead.goto(`${real.url}${path}`);
      expect(await lead.content()).not.toContain('ひみつの件名');
    }
    await lead.goto(`${real.url}/?tab=report`);
    expect(await lead.locator('.case-row').count()).toBe(1);
    expect(await lead.textContent('#tab-report .count')).toBe('1');
    expect((await lead.goto(hidden))!.status()).toBe(404);
    expect(complaints).toEqual([]);
  });
});
