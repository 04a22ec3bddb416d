import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../../src/cases/index.ts';
import { newestAudit } from '../../../src/store/index.ts';
import { describeWithServer } from '../../support/servers.ts';
import { type RealDesk, startRealDesk } from './support/real-browser.ts';

const BADGE = 'navigator.setAppBadge = (count) => { window.badge = count; return Promise.resolve(); };';
const BAD_GATEWAY = '<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>';
const ASKS_AGAIN_MS = 10_000; // as the lists ask for themselves
const iconOf = (page: Page) => page.getAttribute('link[rel="icon"]', 'href');

describeWithServer('chromium', 'what cannot wait', () => {
  let real: RealDesk;
  let first: CaseId;
  let made = 0;
  /** A page whose clock can be put forward: nobody waits until the list asks again. */
  const open = async (options: Parameters<RealDesk['openPage']>[0] = {}) => {
    const { page, complaints } = await real.openPage(options);
    await page.clock.install();
    return { page, complaints, later: () => page.clock.fastForward(ASKS_AGAIN_MS) };
  };
  const add = (band: 'urgent' | 'grey' = 'urgent', body = '本文') => {
    made += 1;
    return real.desk.addCase({ from: 'a@example.com', subject: `件名${made}`, body, band }, `waiting-${made}`);
  };
  beforeAll(async () => {
    real = await startRealDesk();
    first = await add('urgent', `選ぶ言葉。${'長い本文。\r\n'.repeat(60)}`);
    await add('grey');
  });
  afterAll(() => real?.stop());

  it('is counted in the title, on the icon and on the badge of the app, and the list keeps the count up to date', async () => {
    const { page, complaints, later } = await open();
    await page.addInitScript(BADGE);
    await real.signIn(page);
    expect(await page.title()).toBe('(1) 確認を待つ案件 · 狛犬');
    expect(await page.evaluate('window.badge')).toBe(1);
    const calm = await page.getAttribute('link[rel="icon"]', 'data-calm');
    expect(await iconOf(page)).not.toBe(calm);
    await add();
    await later();
    await expect.poll(() => page.title(), { timeout: 60_000 }).toBe('(2) 確認を待つ案件 · 狛犬');
    expect(await page.evaluate('window.badge')).toBe(2);
    await page.goto(`${real.url}/?tab=grey`); // whatever the list shows
    expect(await page.title()).toBe('(2) 確認を待つ案件 · 狛犬');
    await page.goto(`${real.url}/?q=none`);
    expect(await page.title()).toBe('(2) 確認を待つ案件 · 狛犬');
    expect(complaints).toEqual([]);
  });

  it('comes beside the case that somebody is at, and leaves focus, selection, scrolling and what is written', async () => {
    for (let i = 0; i < 12; i++) await add('grey');
    const { page, complaints, later } = await open({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(BADGE);
    await real.signIn(page);
    await page.goto(`${real.url}/cases/${first}`);
    const before = await page.title();
    await page.click('#way-dismiss > summary');
    await page.click('#way-dismiss details.more > summary');
    await page.fill('#dismiss-note', '書きかけのメモ');
    await page.focus('#dismiss-note');
    await page.evaluate(`(() => {
      document.querySelector('#pane-list').scrollTop = 90;
      scrollTo({ top: 120, behavior: 'instant' });
      document.querySelector('#pane-list').kept = true;
    })()`);
    await page.focus('#dismiss-note');
    const places = () =>
      page.evaluate(`[document.querySelector('#pane-list').scrollTop, scrollY, document.activeElement.id]`);
    const placed = await places();
    const id = await add();
    await later();
    await page.waitForSelector(`#pane-${id}`);
    expect(await places()).toEqual(placed);
    expect(await page.inputValue('#dismiss-note')).toBe('書きかけのメモ');
    expect(await page.title()).not.toBe(before);
    expect(await page.evaluate(`document.querySelector('#pane-list').kept`)).toBe(true); // the same element
    expect(complaints).toEqual([]);
  });

  it('leaves words selected in the list beside a case', async () => {
    const { page, later } = await open({ viewport: { width: 1440, height: 900 } });
    await real.signIn(page);
    await page.goto(`${real.url}/cases/${first}`);
    await page.evaluate(`getSelection().selectAllChildren(document.querySelector('.words'))`);
    const selected = await page.evaluate('getSelection().toString()');
    expect(selected).toContain('選ぶ言葉');
    await page.focus(`#pane-case-${first}`);
    const id = await add();
    await later();
    await page.waitForSelector(`#pane-${id}`);
    expect(await page.evaluate('document.activeElement.id')).toBe(`pane-case-${first}`);
  });

  it('is looked at without being opened: the log says nothing of it', async () => {
    const lead = await real.desk.signedInAs('lead');
    const entries = async () => (await newestAudit(real.desk.db, {}, { below: null, limit: 1 }))[0]!.seq;
    const before = await entries();
    expect((await lead.get(`/list/pane?current=${first}`)).status).toBe(200);
    expect(await entries()).toBe(before);
  });

  it.each([
    ['the list', () => `${real.url}/?tab=urgent`, '#case-list', '/'],
    ['the list beside a case', () => `${real.url}/cases/${first}`, '#pane-list', '/list/pane'],
  ])('stays in %s when an answer is an error, and goes on', async (_, address, list, asked) => {
    const { page, later } = await open({ viewport: { width: 1440, height: 900 } });
    await real.signIn(page);
    await page.goto(address());
    const title = await page.title();
    const words = await page.locator(list).textContent();
    await page.route(
      (url) => url.pathname === asked,
      (route) => route.fulfill({ status: 502, contentType: 'text/html', body: BAD_GATEWAY }),
      { times: 1 },
    );
    const failed = page.waitForResponse((response) => response.status() === 502);
    await later();
    await (await failed).finished();
    await page.waitForTimeout(300);
    expect(await page.locator(list).textContent()).toBe(words);
    expect(await page.title()).toBe(title);
    const id = await add();
    await later();
    await page.waitForSelector(`${list} a[href^="/cases/${id}"]`);
  });

  it('leads to the sign-in when the session has ended while the list is looked at', async () => {
    const { page, later } = await open();
    await real.signIn(page);
    await page.context().clearCookies();
    await later();
    await page.waitForURL(/\/sign-in/);
  });

  it('does not take somebody from what they write when their session has ended', async () => {
    const { page, later } = await open({ viewport: { width: 1440, height: 900 } });
    await real.signIn(page);
    await page.goto(`${real.url}/cases/${first}`);
    await page.context().clearCookies();
    const asked = page.waitForResponse((response) => response.url().includes('/list/pane'));
    await later();
    expect((await asked).status()).toBe(204);
    await page.waitForTimeout(300);
    expect(page.url()).toBe(`${real.url}/cases/${first}`);
    expect(await page.isVisible('#pane-list')).toBe(true);
  });
});
