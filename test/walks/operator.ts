import { expect } from 'vitest';
import { readOn, type Sample } from './place.ts';

const PASSWORD = '狛犬は門の前に二匹すわっている';

/** Opens the first link, goes through the first steps, invites somebody, and looks after the service at the terminal. */
export async function operatorsDay({ openPage, comeAs, firstLink, url, cli, shippedMails }: Sample): Promise<void> {
  const { page, complaints } = await openPage();
  await page.goto(firstLink);
  await page.fill('#name', '運用 太郎');
  await page.fill('#password', PASSWORD);
  await page.fill('#again', PASSWORD);
  await Promise.all([page.waitForNavigation(), page.click('main button')]);
  expect(page.url()).toBe(`${url}/mailboxes?tab=steps`);
  for (const folded of await page.locator('main summary').all()) await folded.click();
  const steps = await readOn(page, 'main');
  for (const words of [
    'サンプルモードです',
    'komainu.example.yaml を写して',
    'host: imap.example.co.jp',
    'npx komainu check',
  ])
    expect(steps).toContain(words);
  expect(steps).toMatch(/これまでに\d+通のメールを判定しました/);

  await page.click('#people a');
  await page.waitForURL(/\/people$/);
  await page.fill('#email', 'shin@mihon-cloud.example.jp');
  await page.fill('#name', '新田 進');
  await page.check('input[value="reviewer"]');
  await Promise.all([page.waitForNavigation(), page.click('form[action="/people"] button')]);
  const link = await page.inputValue('#link');
  expect(link).toMatch(/\/welcome\//);
  await page.goto(url);
  expect(await readOn(page)).toMatch(/はじめの手順：5つのうち\d/);
  await Promise.all([page.waitForNavigation(), page.click('form[action="/first-steps"] button')]);
  expect(await readOn(page)).not.toContain('はじめの手順');
  await page.goto(`${url}/status`);
  expect(await readOn(page)).toContain('判定できなかったメール');

  expect(await cli('status')).toMatch(/│ 至急 +│/);
  expect(await cli('status', '--lang', 'en')).toMatch(/│ urgent +│/);
  const list = await cli('cases', 'list');
  expect(list).toMatch(/〔(?:暴力的な|性的な|伏せた)言葉〕/); // what hurts is not printed
  expect(list).not.toMatch(/番号 ID| \/ /); // one language, each line once
  expect(await cli('check')).toContain('設定ファイルなし：サンプルモード');
  expect(await cli('audit', 'verify')).toMatch(/^\d+行すべて、書かれたときのままです\n$/);
  expect(await cli('scan', shippedMails).catch(({ stdout }: { stdout: string }) => stdout)).toMatch(/\d+通: /);

  const auditor = await comeAs('神田 悠');
  await auditor.page.goto(`${url}/audit`);
  expect(await readOn(auditor.page)).toContain('運用 太郎');
  expect(complaints).toEqual([]);
}
