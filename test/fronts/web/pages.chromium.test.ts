import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCase } from '../../../src/store/index.ts';
import { describeWithServer } from '../../support/servers.ts';
import { PASSWORD } from './support/desk.ts';
import { type RealDesk, startRealDesk } from './support/real-browser.ts';

describeWithServer('chromium', 'the desk in a real browser', () => {
  let real: RealDesk;
  beforeAll(async () => {
    real = await startRealDesk();
  });
  afterAll(() => real?.stop());

  /** Presses Tab until the focus is on an element with this text, as someone without a mouse does. */
  async function tabTo(page: Page, text: string): Promise<void> {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate('document.activeElement?.textContent?.trim() ?? ""');
      if (String(focused).startsWith(text)) return;
    }
    throw new Error(`Tab never reaches ${text}`);
  }

  it('lets someone without scripts sign in, dismiss a hostile mail and undo it by Tab, Space and Enter', async () => {
    const { desk, url } = real;
    const id = await desk.addCase({
      from: '田中 <tanaka@example.com>',
      subject: 'お見積りの件 <script>alert(1)</script>',
      body: '本当に無能ですね。\r\n<img src="http://tracker.example.net/x.png" onerror="alert(1)">\r\nhttp://tracker.example.net/\r\n',
      found: [{ text: '無能', act: 'insult-person', points: 5 }],
    });
    const { page, complaints } = await real.openPage({ javaScriptEnabled: false });
    await page.goto(`${url}/cases/${id}`);
    await page.locator('#email:focus').waitFor(); // by itself
    await page.keyboard.type('first@example.jp');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/cases/${id}`);

    await page.focus('#way-dismiss summary');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.after-bar');
    expect(await loadCase(desk.db, id)).toMatchObject({ status: 'dismissed', decidedBy: '最初の人' });

    await page.focus('.after-bar button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.state-open');
    expect((await loadCase(desk.db, id))!.status).toBe('open');
    expect(complaints).toEqual([]);
  });

  it('copies a link that works once by a button, which is not there without scripts', async () => {
    const invite = async (page: Page, email: string) => {
      await page.goto(`${real.url}/people`);
      await page.fill('#email', email);
      await page.fill('#name', '招待 待子');
      await page.click('form[action="/people"] button');
      await page.waitForSelector('#link');
    };
    const { page, complaints } = await real.openPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    await real.signIn(page);
    await invite(page, 'copied@example.jp');
    await page.click('[data-copy]');
    await page.waitForSelector('[data-copy]:text("コピーしました")');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await page.inputValue('#link'));
    const plain = (await real.openPage({ javaScriptEnabled: false })).page;
    await real.signIn(plain);
    await invite(plain, 'selected@example.jp');
    expect(await plain.locator('[data-copy]').isVisible()).toBe(false);
    expect(await plain.locator('#link').isEditable()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('opens a way to decide by its link in the bar that is always in reach', async () => {
    const { page, complaints } = await real.openPage({ viewport: { width: 800, height: 600 } });
    await real.signIn(page);
    await page.goto(`${real.url}/cases/1`);
    await tabTo(page, '認定する');
    await page.click('.action-bar a[href="#dismiss"]');
    await page.waitForSelector('#way-dismiss[open]');
    expect(await page.evaluate('document.activeElement.name')).toBe('reason');
    expect(complaints).toEqual([]);
  });

  it('shows a new case on the open list by itself, and keeps the focus and what is being typed', async () => {
    const { page, complaints } = await real.openPage();
    await real.signIn(page);
    await page.fill('#q', '書きかけ');
    await page.focus('#tab-all');
    const id = await real.desk.addCase({ from: 'b@example.com', subject: '後から届いた件', body: '本文' }, 'later');
    await page.waitForSelector(`#row-${id}`);
    expect(await page.evaluate('document.activeElement.id')).toBe('tab-all');
    expect(await page.inputValue('#q')).toBe('書きかけ');
    expect(complaints).toEqual([]);
  });

  it('leaves the open list for the sign-in page when the session has ended', async () => {
    const { page } = await real.openPage();
    await real.signIn(page);
    await page.context().clearCookies();
    await page.waitForURL(`${real.url}/sign-in`);
  });

  it.each([true, false])('fits a phone, with scripts: %s', async (javaScriptEnabled) => {
    const { page, complaints } = await real.openPage({ javaScriptEnabled, viewport: { width: 320, height: 640 } });
    await real.signIn(page);
    const id = await real.desk.addCase({ from: 'c@example.com', subject: 'x'.repeat(200), body: 'y'.repeat(200) });
    for (const path of [
      '/?act=privacy&from=2026-01-01',
      `/cases/${id}`,
      `/cases/${id}?tab=body&similar=1`,
      '/dictionaries',
      '/dictionaries?tab=try',
      '/numbers',
      '/me',
      '/escalation',
      '/mailboxes',
      '/mailboxes?tab=steps',
      '/mailboxes?tab=company',
      '/channels',
      '/reports/new?about=incident',
      '/status',
    ]) {
      await page.goto(`${real.url}${path}`);
      for (const summary of await page.locator('main summary').all())
        if (await summary.isVisible()) await summary.click();
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect({ path, fits: Number(width) <= 320 }).toEqual({ path, fits: true });
    }
    expect(complaints).toEqual([]);
  });
});
