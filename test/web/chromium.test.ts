import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCase } from '../../src/store/index.ts';
import { chromiumPath, describeWithServer } from '../support/servers.ts';
import { PASSWORD, startDesk, type TestDesk } from './support/desk.ts';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describeWithServer('chromium', 'the desk in a real browser', () => {
  let desk: TestDesk;
  let server: ReturnType<typeof serve>;
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    desk = await startDesk();
    server = serve({ fetch: desk.app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: chromiumPath(), args: QUIET });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    await desk?.stop();
  });

  /** A page that notes every complaint of the browser and every request that would leave the desk. */
  async function openPage(
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ locale: 'ja-JP', ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) complaints.push(`request to ${new URL(request.url()).origin}`);
    });
    page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`));
    return { page, complaints };
  }

  /** Presses Tab until the focus is on an element with this text, as someone without a mouse does. */
  async function tabTo(page: Page, text: string): Promise<void> {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate('document.activeElement?.textContent?.trim() ?? ""');
      if (String(focused).startsWith(text)) return;
    }
    throw new Error(`Tab never reaches ${text}`);
  }

  it('lets someone sign in, approve a case and undo it by keyboard alone', async () => {
    const id = await desk.addCase({
      from: '田中 <tanaka@example.com>',
      subject: 'お見積りの件 <script>alert(1)</script>',
      body: '本当に無能ですね。\r\n<img src="http://tracker.example.net/x.png" onerror="alert(1)">\r\nhttp://tracker.example.net/\r\n',
      found: [{ text: '無能', act: 'insult-person', points: 5 }],
    });
    await desk.signedInAs('reviewer'); // so that first@example.jp is there
    const { page, complaints } = await openPage();
    await page.goto(`${url}/cases/${id}`);
    await page.keyboard.type('first@example.jp'); // the field has the focus
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/cases/${id}`);

    await tabTo(page, '判断へ進む');
    await page.keyboard.press('Enter');
    await tabTo(page, '認定する');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.outcome');
    expect(await loadCase(desk.db, id)).toMatchObject({ status: 'approved', decidedBy: '最初の人' });

    await tabTo(page, '判断を取り消す');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.state-open');
    expect((await loadCase(desk.db, id))!.status).toBe('open');
    expect(complaints).toEqual([]);
  });

  it('shows a new case on the open list by itself, and keeps the focus', async () => {
    const { page, complaints } = await openPage();
    await signIn(page);
    await page.focus('#tab-all');
    const id = await desk.addCase({ from: 'b@example.com', subject: '後から届いた件', body: '本文' }, 'later');
    await page.waitForSelector(`#row-${id}`, { timeout: 30_000 });
    expect(await page.evaluate('document.activeElement.id')).toBe('tab-all');
    expect(complaints).toEqual([]);
  });

  it('leaves the open list for the sign-in page when the session has ended', async () => {
    const { page } = await openPage();
    await signIn(page);
    await page.context().clearCookies();
    await page.waitForURL(`${url}/sign-in`, { timeout: 30_000 });
  });

  it('works without scripts and fits a phone', async () => {
    const { page, complaints } = await openPage({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    await signIn(page);
    for (const path of ['/', '/cases/1', '/status']) {
      await page.goto(`${url}${path}`);
      const { width } = (await page.locator('html').boundingBox())!;
      expect(width).toBeLessThanOrEqual(320);
    }
    expect(complaints).toEqual([]);
  });

  async function signIn(page: Page): Promise<void> {
    await page.goto(`${url}/sign-in`);
    await page.fill('#email', 'first@example.jp');
    await page.fill('#password', PASSWORD);
    await page.click('main button');
    await page.waitForSelector('#queue');
  }
});
