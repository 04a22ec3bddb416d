import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainApproval } from '../../../../src/cases/index.ts';
import { decide, dictionaryChanges, loadCase, siteRules } from '../../../../src/store/index.ts';
import { describeWithServer } from '../../../support/servers.ts';
import { type RealDesk, startRealDesk } from '../support/real-browser.ts';
import { writableLab } from './lab.ts';

describeWithServer('chromium', 'a phrase that nobody looked for yet', () => {
  const words = writableLab();
  let real: RealDesk;
  beforeAll(async () => {
    real = await startRealDesk({ lab: words.lab, dictionary: words.dictionary });
    words.begin(real.desk.db);
    await real.desk.signedInAs('reviewer', 'tuner');
  });
  afterAll(async () => {
    await real?.stop();
  });

  /** Counts what somebody presses with the mouse. */
  function clicking(page: Page) {
    let clicks = 0;
    return {
      click: async (selector: string) => {
        clicks += 1;
        await Promise.all([page.waitForNavigation(), page.click(selector)]);
      },
      clicks: () => clicks,
    };
  }

  /** Selects words of the mail, as a mouse does. */
  const select = (page: Page, words: string) =>
    page.evaluate(`{
      const walker = document.createTreeWalker(document.querySelector('.words'), NodeFilter.SHOW_TEXT);
      const sought = ${JSON.stringify(words)};
      while (walker.nextNode() && !walker.currentNode.data.includes(sought));
      const range = document.createRange();
      const at = walker.currentNode.data.indexOf(sought);
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + sought.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }`);

  it('is taught in two clicks from words that are selected in a mail', async () => {
    const { desk, url } = real;
    const mail = {
      from: 'a@example.com',
      subject: '件名',
      body: 'それで給料をもらうのは泥棒と同じだ。',
      band: 'grey',
    } as const;
    const id = await desk.addCase(mail, 'one');
    const { page, complaints } = await real.openPage();
    await real.signIn(page, 'person-2@example.jp');
    await page.goto(`${url}/cases/${id}`);
    const mouse = clicking(page);
    await select(page, '泥棒と同じだ');
    await page.waitForSelector('body > .selection-bar:not([hidden])');
    await mouse.click('body > .selection-bar button');
    expect(await page.inputValue('#say')).toBe('泥棒と同じだ');
    expect(await page.isChecked('input[name="at_least"][value="grey"]')).toBe(true);
    await page.waitForSelector('#preview-body[data-preview="shown"]');
    expect(await page.textContent('tr[data-count="found"] td')).toBe('1');
    expect(await page.isVisible('#id')).toBe(false); // folded
    await mouse.click('.save-line .primary');
    expect(page.url()).toContain('saved=1');
    expect(mouse.clicks()).toBe(2);
    const [rule] = await siteRules(desk.db);
    expect(rule!.text).toContain('at_least: grey');
    expect((await words.lab.rules()).dictionary.rules.get(rule!.entry)?.say).toEqual(['泥棒と同じだ']);
    const [change] = await dictionaryChanges(desk.db, { limit: 1 });
    expect(change).toMatchObject({ kind: 'save', effect: { found: { cases: 1 } } });

    await page.goto(`${url}/dictionaries/${rule!.entry}`);
    expect(await page.textContent('h1')).toContain('「泥棒と同じだ」があれば');
    await mouse.click('.revert button');
    expect(await siteRules(desk.db)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is taught in two clicks from a row of what reviewers missed', async () => {
    const { desk, url } = real;
    const body = 'お前の代わりはいくらでもいる。';
    const id = await desk.addCase({ from: 'c@example.com', subject: '件名', body, band: 'grey' }, 'three');
    const [mail] = (await loadCase(desk.db, id))!.items;
    const spoken = '代わりはいくらでもいる';
    const at = { part: 'body', start: body.indexOf(spoken), end: body.indexOf(spoken) + spoken.length } as const;
    await decide(desk.db, id, plainApproval(['insult-person']), '高橋', desk.clock.now, {
      feedback: [{ kind: 'missed', mailId: mail!.mailId!, ...at, words: spoken }],
    });
    const { page } = await real.openPage();
    await real.signIn(page, 'person-2@example.jp');
    await page.goto(`${url}/dictionaries/work`);
    const mouse = clicking(page);
    await mouse.click('main a[href^="/dictionaries/propose/"]');
    expect(await page.inputValue('#say')).toBe(spoken);
    expect(await page.inputValue('#act')).toBe('insult-person');
    await mouse.click('.save-line .primary');
    expect(page.url()).toContain('saved=1');
    expect(mouse.clicks()).toBe(2);
    expect((await siteRules(desk.db)).map(({ text }) => text).join('')).toContain(spoken);
  });

  it('is taught after hidden words were shown in the mail', async () => {
    const { desk, url } = real;
    const found = [{ text: '土下座しろ', act: 'sexual' as const, points: 9 }];
    const id = await desk.addCase(
      { from: 'd@example.com', subject: '件名', body: '土下座しろ。この案山子。', found },
      'four',
    );
    const { page, complaints } = await real.openPage();
    await real.signIn(page, 'person-2@example.jp');
    await page.goto(`${url}/cases/${id}`);
    expect(await page.textContent('.words')).not.toContain('土下座');
    await page.keyboard.press('m');
    await page.waitForSelector('.words:has-text("土下座")');
    await select(page, '案山子');
    await page.waitForSelector('body > .selection-bar:not([hidden])');
    await Promise.all([page.waitForNavigation(), page.click('body > .selection-bar button')]);
    expect(await page.inputValue('#say')).toBe('案山子');
    expect(complaints).toEqual([]);
  });

  it('is taught by its key, too', async () => {
    const { desk, url } = real;
    const id = await desk.addCase({ from: 'b@example.com', subject: '件名', body: '穀潰しめ。', band: 'grey' }, 'two');
    const { page } = await real.openPage();
    await real.signIn(page, 'person-2@example.jp');
    await page.goto(`${url}/cases/${id}`);
    await select(page, '穀潰し');
    await page.waitForSelector('body > .selection-bar:not([hidden])');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('t')]);
    expect(await page.inputValue('#say')).toBe('穀潰し');
  });
});
