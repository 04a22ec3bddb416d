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
      /** Of what opens a part of the page that one is at. */
      open: async (selector: string, part: string) => {
        clicks += 1;
        await page.click(selector);
        await page.waitForSelector(part);
      },
      clicks: () => clicks,
    };
  }

  /** Selects words of the mail, as a mouse does; the browser tells of it a moment later. */
  const select = async (page: Page, words: string) => {
    await page.evaluate(`{
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
    await page.waitForSelector('body > .selection-bar:not([hidden])');
  };

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
    await mouse.open('body > .selection-bar button', '#teach-pane #entry-form');
    expect(page.url()).toBe(`${url}/cases/${id}`); // the mail stays in sight
    expect(await page.isVisible('.pane-decide')).toBe(false);
    expect(await page.inputValue('#say')).toBe('泥棒と同じだ');
    expect(await page.isChecked('input[name="at_least"][value="grey"]')).toBe(true);
    await page.waitForSelector('#preview-body[data-preview="shown"]');
    expect(await page.textContent('tr[data-count="found"] td')).toBe('1');
    expect(await page.isVisible('#id')).toBe(false); // folded
    await mouse.click('.save-line .primary');
    expect(page.url()).toContain(`/cases/${id}?tab=body&taught=`);
    expect(mouse.clicks()).toBe(2);
    expect(await page.textContent('.after-bar')).toContain('「泥棒と同じだ」を辞書に加えました');
    const [rule] = await siteRules(desk.db);
    expect(rule!.text).toContain('at_least: grey');
    expect((await words.lab.rules()).dictionary.rules.get(rule!.entry)?.say).toEqual(['泥棒と同じだ']);
    const [change] = await dictionaryChanges(desk.db, { limit: 1 });
    expect(change).toMatchObject({ kind: 'save', effect: { found: { cases: 1 } } });

    await page.goto(`${url}/dictionaries/${rule!.entry}`);
    expect(await page.textContent('h1')).toContain('「泥棒と同じだ」があれば');
    await page.goBack();
    await Promise.all([page.waitForNavigation(), page.keyboard.press('u')]);
    expect(await page.textContent('.after-bar')).toContain('取り消しました');
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
    await page.goto(`${url}/dictionaries?tab=work`);
    const mouse = clicking(page);
    await mouse.click('main a[href*="tab=propose"]');
    expect(await page.inputValue('#say')).toBe(spoken);
    expect(await page.inputValue('#act')).toBe('insult-person');
    await mouse.click('.save-line .primary');
    expect(page.url()).toContain(`/cases/${id}?tab=body&taught=`);
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
    await page.click('body > .selection-bar button');
    await page.waitForSelector('#teach-pane #entry-form');
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
    await page.keyboard.press('t');
    await page.waitForSelector('#teach-pane #entry-form');
    expect(await page.inputValue('#say')).toBe('穀潰し');
    await page.keyboard.press('Escape');
    expect(await page.isVisible('#entry-form')).toBe(false);
    expect(await page.isVisible('.pane-decide')).toBe(true);
  });

  it('leaves a harmless mail out by a press in the preview, with an exception of the entry alone, and takes both back', async () => {
    const { desk, url } = real;
    const before = (await siteRules(desk.db)).map(({ entry }) => entry);
    await desk.addCase(
      { from: 'e@example.com', subject: '件名', body: '芝居の台詞で、頭を丸めて詫びろと言います。', band: 'grey' },
      'play',
    );
    const mail = { from: 'f@example.com', subject: '件名', body: '社長も頭を丸めて詫びろ。', band: 'grey' } as const;
    const id = await desk.addCase(mail, 'meant');
    const { page, complaints } = await real.openPage();
    await real.signIn(page, 'person-2@example.jp');
    await page.goto(`${url}/cases/${id}`);
    await select(page, '頭を丸めて詫びろ');
    await page.keyboard.press('t');
    await page.waitForSelector('#preview-body[data-preview="shown"]');
    expect(await page.textContent('tr[data-count="found"] td')).toBe('2');
    await page.click('.preview-examples li:has-text("台詞") button');
    await page.waitForSelector('#preview-body:has-text("除いた文")');
    expect(await page.textContent('tr[data-count="found"] td')).toBe('1');
    await Promise.all([page.waitForNavigation(), page.click('.save-line .primary')]);
    const rules = (await siteRules(desk.db)).filter(({ entry }) => !before.includes(entry));
    const exception = rules.find(({ section }) => section === 'contexts')!;
    const entry = rules.find(({ section }) => section !== 'contexts')!;
    expect(exception.text).toContain(`entries: [${entry.entry}]`);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('u')]);
    expect((await siteRules(desk.db)).map(({ entry }) => entry)).toEqual(before);
    expect(complaints).toEqual([]);
  });

  it('asks a second press before an approved case is found no longer', async () => {
    const { desk, url } = real;
    const id = await desk.addCase(
      { from: 'g@example.com', subject: '件名', body: 'お前は無能だ。', band: 'grey' },
      'lost',
    );
    await decide(desk.db, id, plainApproval(['insult-person']), '高橋', desk.clock.now);
    const { page } = await real.openPage();
    await real.signIn(page, 'person-2@example.jp');
    await page.goto(`${url}/dictionaries/test.entry?edit=1`);
    expect(new URL(page.url()).searchParams.get('edit')).toBe('1'); // an old address
    await page.fill('#say', '役立たず');
    await page.click('.more > summary');
    await page.fill('#match', 'お前は役立たずだ');
    await page.waitForSelector('#preview-body .trouble');
    await Promise.all([page.waitForNavigation(), page.click('.save-line .primary')]);
    expect(await page.textContent('[role="alert"]')).toContain('認定した案件 1件');
    expect((await siteRules(desk.db)).map(({ entry }) => entry)).not.toContain('test.entry');
    await Promise.all([page.waitForNavigation(), page.click('.save-line .danger')]);
    expect(page.url()).toContain('saved=1');
  });

  it('is suggested to the tuners by who may not teach, before any decision', async () => {
    const { desk, url } = real;
    const mail = { from: 'h@example.com', subject: '件名', body: 'この木偶の坊が。', band: 'grey' } as const;
    const id = await desk.addCase(mail, 'suggested');
    await desk.signedInAs('reviewer'); // person-3
    const { page } = await real.openPage();
    await real.signIn(page, 'person-3@example.jp');
    await page.goto(`${url}/cases/${id}`);
    await select(page, '木偶の坊');
    expect(await page.textContent('body > .selection-bar')).toContain('辞書担当に提案する');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('t')]);
    expect(await page.textContent('.after-bar')).toContain('提案しました');
    const tuner = await real.openPage();
    await real.signIn(tuner.page, 'person-2@example.jp');
    await tuner.page.goto(`${url}/dictionaries?tab=work`);
    expect(await tuner.page.textContent('main')).toContain('木偶の坊');
  });
});
