import { expect } from 'vitest';
import { readOn, type Sample } from './place.ts';

/** Looks at what the entries find, tries a text and its harmless neighbour, and, as an auditor, who did what. No mail is theirs to read. */
export async function tunersDay({ comeAs, url }: Sample): Promise<void> {
  const { page, complaints } = await comeAs('神田 悠');
  expect(new URL(page.url()).pathname).toBe('/dictionaries');
  expect(await readOn(page, 'h1')).toBe('辞書');
  await page.locator('main a.row-link').first().click();
  await page.waitForURL(/\/dictionaries\/[a-z]/);
  expect(await readOn(page, 'main')).toContain('認定');

  const tryOut = async (text: string): Promise<string> => {
    await page.goto(`${url}/dictionaries?tab=try`);
    await page.fill('#body', text);
    await Promise.all([page.waitForNavigation(), page.click('main form button[type="submit"]')]);
    return readOn(page, 'main');
  };
  expect(await tryOut('社長を連れて来て全員で土下座しろ。できないなら殺すぞ。')).toContain('至急');
  expect(await tryOut('ダイカストの型を殺す件、手順書をお送りください。')).not.toContain('至急');

  await page.goto(`${url}/audit`);
  expect(await readOn(page, 'h1')).toBe('監査記録');
  expect(await readOn(page, 'main')).toContain('佐々木 由紀子');
  await page.goto(`${url}/dictionaries?tab=work`);
  expect(await readOn(page)).toContain('権限がありません'); // words of mails
  await page.goto(`${url}/cases/1`);
  expect(await readOn(page)).toContain('権限がありません');
  expect(complaints).toEqual([]);
}
