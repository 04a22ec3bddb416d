import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dictionaryChanges, findAccount, loadCase } from '../../../../src/store/index.ts';
import { eventually } from '../../../support/eventually.ts';
import { describeWithServer } from '../../../support/servers.ts';
import { type RealDesk, startRealDesk } from '../support/real-browser.ts';
import { writableLab } from './lab.ts';

describeWithServer('chromium', 'from a dismissed case to a saved exception, by keyboard', () => {
  const words = writableLab();
  let real: RealDesk;
  beforeAll(async () => {
    real = await startRealDesk({ lab: words.lab, dictionary: words.dictionary });
    words.begin(real.desk.db);
  });
  afterAll(async () => {
    await real?.stop();
  });

  const found = [{ text: '無能', act: 'insult-person', points: 5 }] as const;
  const addCase = (subject: string, body: string) =>
    real.desk.addCase({ from: 'a@example.com', subject, body, found }, subject);
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const leave = async (page: Page, ...keys: string[]) => {
    await Promise.all([page.waitForNavigation(), press(page, ...keys)]);
  };

  it('with a preview, three keys after the decision, and one step takes it back', async () => {
    const harmless = await addCase('件名1', '山田さんの研修で、脚本に無能とあります。');
    await addCase('件名2', '本当に無能ですね。');
    const { desk, url } = real;
    const tuner = await desk.signedInAs('reviewer', 'tuner');
    expect((await findAccount(desk.db, 'person-2@example.jp'))?.roles).toContain('tuner');
    expect(tuner.cookies.size).toBeGreaterThan(0);
    const { page, complaints } = await real.openPage();
    await real.signIn(page, 'person-2@example.jp');
    await page.goto(`${url}/cases/${harmless}`);
    await leave(page, 'd', '1', 'e', 'Enter'); // dismissed, and the entry marked as misfired
    expect((await loadCase(desk.db, harmless))!.status).toBe('dismissed');
    await page.goto(`${url}/cases/${harmless}`);

    await leave(page, 'e');
    expect(page.url()).toContain('tab=propose');
    expect(await page.inputValue('#match')).not.toContain('山田');
    expect(await page.inputValue('#match')).toContain('無能');
    expect(await page.inputValue('#say')).not.toBe('');
    await page.focus('#label');
    await page.keyboard.type('研修の話');
    await page.waitForSelector('#preview-body[data-preview="shown"] tr[data-count="lost"]');
    await eventually(async () => (await page.textContent('tr[data-count="lost"] td')) === '1');
    expect(await page.textContent('tr[data-count="found"] td')).toBe('0');
    await leave(page, 'Control+Enter');

    expect(page.url()).toContain('taught='); // back at the case
    expect(await words.text()).toContain('exception.test-entry-1');
    const [change] = await dictionaryChanges(desk.db, { limit: 1 });
    expect(change).toMatchObject({ kind: 'save', effect: { lost: { cases: 1, dismissed: 1 } } });
    await page.goto(`${url}/dictionaries?tab=work&state=done`);
    expect(await page.textContent('main')).toContain('辞書を直した');

    await page.goto(`${url}/dictionaries?tab=log`);
    await Promise.all([page.waitForNavigation(), page.click('.revert button')]);
    expect(await words.text()).not.toContain('exception.');
    expect(complaints).toEqual([]);
  });

  it('shows while somebody types what an entry would find, and what is wrong', async () => {
    const { page, complaints } = await real.openPage();
    await real.signIn(page, 'person-2@example.jp');
    await page.goto(`${real.url}/dictionaries/test.entry?edit=1`);
    await page.waitForSelector('#preview-body[data-preview="shown"]');
    expect(await page.textContent('tr[data-count="same"] td')).toBe('2');
    await page.fill('#say', '(無能');
    await page.waitForSelector('#preview-body[data-preview="wrong"]');
    expect(await page.textContent('#preview-body')).toContain('「(」に対する「)」がありません');
    await page.fill('#say', '本当に無能');
    await page.click('#entry-form details.more > summary');
    await page.fill('#match', '本当に無能だ');
    await eventually(async () => (await page.textContent('tr[data-count="lost"] td')) === '1');
    expect(await page.textContent('#preview-body')).toContain('案件');
    expect(complaints).toEqual([]);
  });
});
