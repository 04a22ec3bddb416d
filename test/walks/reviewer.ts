import { expect } from 'vitest';
import { readOn, type Sample } from './place.ts';

/** Reads what waits, decides a case by keys, takes the decision back, passes one on, finds a case again by its words. */
export async function reviewersDay({ comeAs }: Sample): Promise<void> {
  const { page, complaints } = await comeAs('高橋 航');
  expect(await readOn(page)).toContain('サンプルモードです');
  expect(await readOn(page, 'h1')).toBe('確認を待つ案件');
  expect(await page.title()).toMatch(/^\(\d+\) 確認を待つ案件/); // how many cannot wait
  const bands = await page.locator('.case-row .band').allInnerTexts();
  expect(bands[0]).toBe('至急');
  expect(bands.indexOf('微妙')).toBeGreaterThan(bands.lastIndexOf('要確認')); // the urgent first, the doubtful last

  await page.keyboard.press('n');
  await page.waitForURL(/\/cases\/\d+$/);
  const first = page.url();
  expect(await readOn(page)).toContain('なぜ');
  expect(await readOn(page)).toContain('あなたが確認中です');
  expect(await page.locator('#pane-list li').count()).toBeGreaterThan(3); // what else waits stands beside it
  expect(await page.locator('mark').count()).toBeGreaterThan(0);

  await page.keyboard.press('d');
  await page.keyboard.press('2');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(page.url()).not.toContain(first);
  expect(await readOn(page, '.after-bar')).toContain('却下');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('u')]);
  await page.goto(first);
  expect(await readOn(page)).toContain('未判断');

  await page.goto(new URL('/', first).href);
  await page.keyboard.press('n');
  await page.waitForURL(/\/cases\/\d+$/);
  const second = page.url();
  await Promise.all([page.waitForNavigation(), page.keyboard.press('s')]);
  expect(page.url()).not.toContain(second);

  await page.goto(new URL('/?q=説明しろ&tab=approved', first).href);
  expect(await readOn(page, 'h1')).toBe('認定した案件');
  expect(await readOn(page, 'main')).toContain('請求の件、説明しろ');
  expect(await page.locator('nav.sections a').count()).toBe(5); // four places, and asking for help
  expect(complaints).toEqual([]);
}
