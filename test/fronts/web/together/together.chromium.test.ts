import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { loadCase } from '../../../../src/store/index.ts';
import { describeWithServer } from '../../../support/servers.ts';
import { type RealDesk, startRealDesk } from '../support/real-browser.ts';

describeWithServer('chromium', 'ticks in the list', () => {
  let real: RealDesk;
  const ids: CaseId[] = [];
  beforeAll(async () => {
    real = await startRealDesk();
    for (let n = 0; n < 6; n++)
      ids.push(
        await real.desk.addCase(
          {
            from: 'a@example.com',
            subject: `件名 ${n}`,
            body: `無能。${n}`,
            receivedAt: new Date(real.desk.clock.now.getTime() - (9 - n) * 60_000),
          },
          `tick-${n}`,
        ),
      );
  });
  afterAll(() => real?.stop());

  const ticked = (page: Page) =>
    page.$$eval('.tick:checked', (all) => all.map((one) => (one as unknown as { value: string }).value));
  const bar = (page: Page) => page.locator('#together').isVisible();

  it('are made by x and by Shift, and bring the bar', async () => {
    const { page, complaints } = await real.openPage();
    await real.signIn(page);
    expect(await bar(page)).toBe(false);
    for (const key of ['j', 'j', 'x']) await page.keyboard.press(key);
    expect(await ticked(page)).toEqual([ids[1]]);
    expect(await bar(page)).toBe(true);
    await page.keyboard.press('x');
    expect(await ticked(page)).toEqual([]);
    expect(await bar(page)).toBe(false);
    await page.click(`#tick-${ids[1]}`);
    await page.click(`#tick-${ids[4]}`, { modifiers: ['Shift'] });
    expect(await ticked(page)).toEqual(ids.slice(1, 5));
    await page.click(`#tick-${ids[3]}`, { modifiers: ['Shift'] });
    expect(await ticked(page)).toEqual(ids.slice(1, 3));
    expect(complaints).toEqual([]);
  });

  it('keep the list from changing beneath them', async () => {
    const { page, complaints } = await real.openPage();
    await real.signIn(page);
    const refreshed = () => page.evaluate(`htmx.trigger('#case-list', 'htmx:before:request', { ctx: {} })`);
    expect(await refreshed()).toBe(true);
    await page.click(`#tick-${ids[0]}`);
    expect(await refreshed()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('are left by Enter as they are, and Ctrl+Enter presses the button beside the field', async () => {
    const { page, complaints } = await real.openPage();
    await real.signIn(page);
    const sent: (string | null)[] = [];
    await page.route(
      (url) => url.pathname === '/list/decide',
      async (route) => {
        sent.push(new URLSearchParams(route.request().postData() ?? '').get('do'));
        await route.fulfill({ status: 204 });
      },
    );
    await page.click(`#tick-${ids[5]}`);
    for (const keys of ['Enter', 'Control+Enter']) await page.press(`#tick-${ids[5]}`, keys);
    await page.waitForTimeout(300);
    expect(sent).toEqual([]);
    for (const at of ['#together-to', '#together button[value="skip"]', '#together-reason']) {
      const asked = page.waitForRequest((request) => request.method() === 'POST');
      await page.press(at, 'Control+Enter');
      await asked;
    }
    await expect.poll(() => sent).toEqual(['hand-over', 'skip', 'dismiss']);
    expect(complaints).toEqual([]);
  });

  it('are enough without scripts', async () => {
    const { page, complaints } = await real.openPage({ javaScriptEnabled: false });
    await real.signIn(page);
    expect(await bar(page)).toBe(false);
    await page.click(`#tick-${ids[0]}`);
    expect(await bar(page)).toBe(true);
    await page.selectOption('#together-reason', 'spam');
    await page.click('#together button[value="dismiss"]');
    await page.waitForSelector('.together-done');
    expect((await loadCase(real.desk.db, ids[0]!))!.status).toBe('dismissed');
    expect(complaints).toEqual([]);
  });
});
