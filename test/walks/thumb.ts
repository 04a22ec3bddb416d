import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PHONE, readOn, type Sample } from './place.ts';

/** Nothing is wider than the screen: no page is read by moving it to and fro. */
const isNarrow = (page: Page) => page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth');

/** With one hand: the places stand under the thumb, a case is decided there and taken back, and every page of the day fits. */
export async function thumbsDay({ comeAs, url }: Sample): Promise<void> {
  const { page, complaints } = await comeAs('佐々木 由紀子');
  const thumb = await page.locator('nav.sections').boundingBox();
  expect(thumb!.y + thumb!.height).toBeGreaterThan(PHONE.viewport.height - 4);
  for (const link of await page.locator('nav.sections a:not(.consult)').all())
    expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  expect(await isNarrow(page)).toBe(true);

  await Promise.all([page.waitForNavigation(), page.locator('.case-row .row-link').first().tap()]);
  const here = page.url();
  expect(await page.locator('nav.sections').isVisible()).toBe(false); // the ways to decide are there instead
  await page.locator('.action-bar a[href="#dismiss"]').tap();
  await page.locator('#way-dismiss input[name="reason"]').nth(1).check();
  await Promise.all([page.waitForNavigation(), page.locator('#way-dismiss .confirm button').tap()]);
  expect(await readOn(page, '.after-bar')).toContain('却下');
  await Promise.all([page.waitForNavigation(), page.locator('.after-bar form button').tap()]);
  await page.goto(here);
  expect(await readOn(page)).toContain('未判断');

  for (const path of [
    '/?tab=tasks',
    '/?tab=dismissed',
    '/counterparties',
    '/dictionaries',
    '/numbers',
    '/proof',
    '/escalation',
    '/people',
    '/status',
    '/reports',
    '/reports/new',
    '/policy',
    '/me',
  ]) {
    await page.goto(`${url}${path}`);
    expect(await isNarrow(page), path).toBe(true);
  }
  expect(complaints).toEqual([]);
}
