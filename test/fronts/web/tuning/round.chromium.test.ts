import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dictionaryChanges } from '../../../../src/store/index.ts';
import { eventually } from '../../../support/eventually.ts';
import { entryId } from '../../../support/ids.ts';
import { describeWithServer } from '../../../support/servers.ts';
import { type RealDesk, startRealDesk } from '../support/real-browser.ts';
import { writableLab } from './lab.ts';

const ID = entryId('test.new-1'); // made by itself

describeWithServer('chromium', 'a lead without a shell, by keyboard', () => {
  const words = writableLab();
  let real: RealDesk;
  beforeAll(async () => {
    real = await startRealDesk({ lab: words.lab, dictionary: words.dictionary });
    words.begin(real.desk.db);
  });
  afterAll(async () => {
    await real?.stop();
  });

  /** Moves on by Tab until the element has the focus: nobody touches a mouse. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let press = 0; press < 120; press++) {
      if ((await page.locator(selector).and(page.locator(':focus')).count()) > 0) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${selector}`);
  }
  const fill = async (page: Page, id: string, text: string) => {
    await tabTo(page, `#${id}`);
    await page.keyboard.type(text);
  };
  const leave = async (page: Page, key: string) => {
    await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
  };

  it('goes from a word to a preview, an entry that asks for borderline, and back', async () => {
    const { desk, url } = real;
    await desk.addCase(
      { from: 'a@example.com', subject: '件名', body: 'この怠け者が。', band: 'grey' },
      'before the entry',
    );
    await desk.signedInAs('lead', 'tuner');
    const { page, complaints } = await real.openPage();
    await real.signIn(page, 'person-2@example.jp');

    await page.goto(`${url}/dictionaries`);
    await leave(page, 'n');
    await fill(page, 'say', '怠け者');
    await tabTo(page, '#act');
    while ((await page.inputValue('#act')) !== 'insult-person') await page.keyboard.press('ArrowDown');
    expect(await page.inputValue('#act')).toBe('insult-person');
    await page.waitForSelector('#preview-body[data-preview="shown"] tr[data-count="found"]');
    await eventually(async () => (await page.textContent('tr[data-count="found"] td')) === '1');
    expect(await page.isChecked('input[name="at_least"][value="grey"]')).toBe(true);
    await leave(page, 'Control+Enter');
    expect(page.url()).toContain('saved=1');
    expect(await words.text()).toContain('at_least: grey');
    await words.lab.rules();

    await page.goto(`${url}/dictionaries?tab=log&entry=${ID}`);
    await tabTo(page, '.revert button');
    await leave(page, 'Enter');
    expect(await page.textContent('[role="status"]')).toContain('取り消しました');
    expect(await words.text()).not.toContain(ID);
    const changes = await dictionaryChanges(desk.db, { entry: ID, limit: 9 });
    expect(changes.map(({ kind }) => kind)).toEqual(['revert', 'save']);
    expect(complaints).toEqual([]);
  });
});
