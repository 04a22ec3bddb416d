import { expect } from 'vitest';
import { readOn, type Sample } from './place.ts';

/** Looks at what was decided, keeps a case, takes one over, sees to somebody, reads the figures of the week. */
export async function leadsDay({ comeAs, url }: Sample): Promise<void> {
  const reviewer = await comeAs('高橋 航');
  await reviewer.page.keyboard.press('n');
  await reviewer.page.waitForURL(/\/cases\/\d+$/);
  const theirs = new URL(reviewer.page.url()).pathname;

  const { page, complaints } = await comeAs('佐々木 由紀子');
  expect(await readOn(page)).toContain('高橋 航 さんが確認中');
  await page.goto(url + theirs);
  await Promise.all([page.waitForNavigation(), page.click('form[action$="/take-over"] button')]);
  expect(await readOn(page)).toContain('あなたが確認中です');
  await reviewer.page.goto(url);
  expect(await readOn(reviewer.page)).toContain('佐々木 由紀子'); // they are told

  await page.goto(`${url}/?tab=approved`);
  expect(await readOn(page, 'main')).toContain('重さ3：極めて重い');
  await page.click('main a[href^="/cases/"]');
  await page.waitForURL(/\/cases\/\d+/);
  expect(await readOn(page)).toContain('認定しました');
  await Promise.all([page.waitForNavigation(), page.click('form[action$="/hold"] button')]);
  expect(await readOn(page)).toContain('保全');

  await page.goto(page.url().replace(/[?#].*/, ''));
  expect(await readOn(page, '.next-step')).toContain('ケアの残り');
  await Promise.all([page.waitForNavigation(), page.click('#thread button[value="done"]')]); // one tap
  expect(await readOn(page, '#thread')).toContain('済んだ');
  await page.goto(`${url}/?tab=tasks`);
  expect(await readOn(page, '.task-row')).toContain('ケア');

  await page.goto(`${url}/numbers`);
  expect(await readOn(page)).toContain('いま判断を待つ案件');
  expect(await readOn(page)).not.toContain('高橋 航'); // nothing is counted by person
  expect(complaints).toEqual([]);
}
