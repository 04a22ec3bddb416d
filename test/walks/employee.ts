import { expect } from 'vitest';
import { readOn, type Sample } from './place.ts';

/** Reads where to turn, tells of a call with a recording; the lead reads it and answers; the answer arrives. */
export async function employeesDay({ comeAs, url }: Sample): Promise<void> {
  const { page, complaints } = await comeAs('石井 さくら');
  expect(new URL(page.url()).pathname).toBe('/reports'); // no list of cases is theirs
  expect(await readOn(page)).toContain('いま身の危険を感じるときは');

  await page.click('a[href="/reports/new"]');
  await page.waitForURL(/new$/);
  await page.check('input[value="phone"]');
  await page.fill('#when', new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
  await page.selectOption('select[name="about"]', 'evening');
  await page.fill('#otherSide', '名乗らない方');
  await page.fill('#words', '「お前の家に火をつけてやる」と電話で言われました。');
  await page.setInputFiles('#files', { name: '録音.m4a', mimeType: 'audio/mp4', buffer: Buffer.from('sound') });
  await Promise.all([page.waitForNavigation(), page.click('main form button[type="submit"]')]);
  const said = await readOn(page);
  for (const words of [
    '相談を受け付けました',
    'ファイルを1個預かりました',
    'いつまでに',
    'いま話したいとき',
    '森 かおり',
  ])
    expect(said).toContain(words);
  const report = page.url();

  const lead = await comeAs('佐々木 由紀子');
  await lead.page.goto(`${url}/?tab=report`);
  const row = lead.page.locator('.case-row', { hasText: '名乗らない方' });
  await expect
    .poll(
      async () => {
        await lead.page.reload();
        return (await row.locator('.band').allInnerTexts())[0];
      },
      { timeout: 120_000 },
    )
    .toBe('至急'); // sorted by its words, once they are judged
  await row.locator('.row-link').click();
  await lead.page.waitForURL(/\/cases\/\d+/);
  expect(await readOn(lead.page)).toContain('相談した人が書いた言葉を判定して並べています');
  expect(await readOn(lead.page)).toContain('録音.m4a');
  await Promise.all([lead.page.waitForNavigation(), lead.page.click('.case-tabs a[href*="tab=response"]')]);
  await lead.page.fill(
    'section:has(> #answer-to) textarea',
    '話してくれてありがとうございます。今日、お話を聞かせてください。',
  );
  await Promise.all([
    lead.page.waitForNavigation(),
    lead.page.click('section:has(> #answer-to) button[type="submit"]'),
  ]);

  await page.goto(`${url}/reports`);
  expect(await readOn(page)).toContain('返事があります');
  await page.goto(report);
  expect(await readOn(page)).toContain('今日、お話を聞かせてください');
  await page.goto(lead.page.url());
  expect(await readOn(page)).toContain('権限がありません');
  expect(await readOn(page)).toMatch(/相談窓口（.+）へ/);
  expect(complaints).toEqual([]);
}
