import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CaseId, CLAIM_MINUTES } from '../../../src/cases/index.ts';
import { loadCase } from '../../../src/store/index.ts';
import { standingFeedback } from '../../store/standing-feedback.ts';
import { describeWithServer } from '../../support/servers.ts';
import { type RealDesk, startRealDesk } from './support/real-browser.ts';

describeWithServer('chromium', 'the keyboard', () => {
  let real: RealDesk;
  let made = 0;
  beforeAll(async () => {
    real = await startRealDesk();
  });
  afterAll(() => real?.stop());

  const newCase = (act: 'insult-person' | 'physical-violence' = 'insult-person') => {
    made += 1;
    const receivedAt = new Date(real.desk.clock.now.getTime() - (1000 - made) * 1000);
    const found = [
      { text: '無能', act, points: 5 },
      { text: '土下座', act: 'apology-demand', points: 4 },
    ] as const;
    const body = '本当に無能ですね。土下座してください。話になりません。';
    return real.desk.addCase(
      { from: 'a@example.com', subject: `件名 ${made}`, body, found, receivedAt },
      `key-${made}`,
    );
  };
  const newCases = async (count: number) => {
    const ids: CaseId[] = [];
    for (let i = 0; i < count; i++) ids.push(await newCase());
    return ids;
  };
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Presses keys that lead to another page. */
  const leave = async (page: Page, ...keys: string[]) => {
    await Promise.all([page.waitForNavigation(), press(page, ...keys)]);
  };
  const idOf = (page: Page) => /\/cases\/(\d+)/.exec(page.url())?.[1] ?? null;

  it('decides twenty cases one after another, the next following by itself', async () => {
    const ids = await newCases(20);
    const { page, complaints } = await real.openPage();
    await real.signIn(page);
    await press(page, 'j', 'j', 'k', 'j'); // the second row has the focus
    expect(await page.evaluate('document.activeElement.id')).toBe(`case-${ids[1]}`);
    await leave(page, 'n');
    for (const [i, id] of ids.entries()) {
      expect(idOf(page)).toBe(id);
      if (i % 2 === 0) await leave(page, 'd', String((i % 7) + 1), 'e', 'Enter');
      else await leave(page, 'a', String((i % 3) + 1), '4', '7', 'Enter');
    }
    expect(new URL(page.url()).pathname).toBe('/');
    const details = await Promise.all(ids.map((id) => loadCase(real.desk.db, id)));
    expect(details.map((one) => one!.status)).toEqual(ids.map((_, i) => (i % 2 === 0 ? 'dismissed' : 'approved')));
    expect(details[2]!.decisions[0]!.decision).toMatchObject({ reason: 'jargon' });
    expect(details[1]!.decisions[0]!.decision).toMatchObject({
      severity: 2,
      elements: { customer: 'met', beyond: 'undecided', harmed: 'undecided' },
      declaration: true,
      acts: ['insult-person', 'apology-demand'],
    });
    expect(await standingFeedback(real.desk.db)).toHaveLength(10);
    expect(complaints).toEqual([]);
  });

  it('undoes the decision just made, skips, and goes back to the list', async () => {
    const [one, two] = await newCases(2);
    const { page, complaints } = await real.openPage();
    await real.signIn(page);
    await leave(page, 'n');
    await leave(page, 'd', '1', 'Enter');
    expect(idOf(page)).toBe(two);
    await leave(page, 'u');
    expect(idOf(page)).toBe(one);
    expect((await loadCase(real.desk.db, one!))!.status).toBe('open');
    await leave(page, 's');
    expect(idOf(page)).toBe(two);
    await leave(page, 's');
    expect(page.url()).toBe(`${real.url}/?none=1`);
    await leave(page, 'j', 'o');
    expect(idOf(page)).toBe(one);
    await leave(page, 'l');
    expect(page.url()).toBe(`${real.url}/`);
    expect(complaints).toEqual([]);
  });

  it('reveals hidden words, walks through the marks, opens a reason and the sheet', async () => {
    const id = await newCase('physical-violence');
    const { page, complaints } = await real.openPage();
    await real.signIn(page);
    await page.goto(`${real.url}/cases/${id}`);
    expect(await page.textContent('#case-mail')).not.toContain('無能');
    await press(page, 'm');
    await page.waitForSelector('[data-veil]:text("もう一度伏せる")');
    expect(await page.textContent('#case-mail')).toContain('無能');
    await press(page, 'j', 'j');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('土下座2');
    await press(page, 'o');
    expect(new URL(page.url()).hash).toBe('#mail-0-reason-1');
    await press(page, '?');
    await page.waitForSelector('#sheet[open]');
    await press(page, 'd'); // rests while the sheet is open
    expect(await page.locator('#way-dismiss').getAttribute('open')).toBeNull();
    await press(page, 'Escape', 'd', 'Escape');
    expect(await page.locator('#way-dismiss').getAttribute('open')).toBeNull();
    expect(complaints).toEqual([]);
  });

  it('finds acts by a part of their name or reading, without a mouse', async () => {
    const id = await newCase();
    const { page, complaints } = await real.openPage();
    await real.signIn(page);
    await page.goto(`${real.url}/cases/${id}`);
    await press(page, 'a', '7', 'f');
    const shown = () =>
      page.$$eval('#approve-acts .option', (all) =>
        all
          .filter((one) => (one as unknown as { checkVisibility(): boolean }).checkVisibility())
          .map((one) => one.textContent),
      );
    for (const [typed, found] of [
      ['ヨビダシ', '事業所以外への呼び出し'], // in whichever kana
      ['暴力', '個人に対する暴力'],
      ['sexual', 'セクシュアルハラスメント'],
    ] as const) {
      await page.keyboard.type(typed);
      expect(await shown()).toEqual([found]);
      await press(page, 'Enter');
    }
    await page.keyboard.type('侮辱する');
    expect(await shown()).toEqual(['個人を侮辱する発言', '法人を侮辱する発言']);
    await press(page, 'Enter'); // it was ticked, so that this takes the tick away
    await page.keyboard.type('zzz');
    expect(await page.textContent('#approve-find-first')).toBe('当てはまる行為はありません。');
    await press(page, 'Control+a', 'Backspace');
    await leave(page, 'Enter');
    const [decided] = (await loadCase(real.desk.db, id))!.decisions;
    expect(decided!.decision).toMatchObject({
      kind: 'approve',
      acts: ['physical-violence', 'sexual', 'apology-demand', 'summons'],
    });
    expect(complaints).toEqual([]);
  });

  it('takes words selected in the mail as missed ones, and rests while someone types', async () => {
    const id = await newCase();
    const { page, complaints } = await real.openPage();
    await real.signIn(page);
    await page.goto(`${real.url}/cases/${id}`);
    await page.evaluate(`{
      const text = [...document.querySelectorAll('.words')].at(-1).lastChild;
      getSelection().setBaseAndExtent(text, text.data.indexOf('話に'), text, text.data.indexOf('話に') + 7);
    }`);
    await press(page, 'w');
    expect(await page.inputValue('#approve-missed')).toBe('話になりません');
    await page.focus('#approve-note');
    await page.keyboard.type('as dj');
    expect(idOf(page)).toBe(id);
    await press(page, 'Escape');
    await leave(page, 'a', '1', '7', 'Enter');
    expect(await loadCase(real.desk.db, id)).toMatchObject({ status: 'approved' });
    expect((await loadCase(real.desk.db, id))!.decisions[0]!.decision.note).toBe('as dj');
    expect(complaints).toEqual([]);
  });

  it('does nothing for whoever has switched it off', async () => {
    const id = await newCase();
    const { page } = await real.openPage();
    await real.signIn(page, 'person-1@example.jp');
    await page.goto(`${real.url}/settings`);
    await page.check('input[name="keys"][value="off"]');
    await Promise.all([page.waitForNavigation(), page.click('main form button')]);
    await page.goto(`${real.url}/cases/${id}`);
    await press(page, 'd');
    expect(await page.locator('#way-dismiss').getAttribute('open')).toBeNull();
    await page.goto(`${real.url}/settings`);
    await page.check('input[name="keys"][value="on"]');
    await Promise.all([page.waitForNavigation(), page.click('main form button')]);
  });

  it('declines by one key without a word, and suggests a rest before the next case', async () => {
    const [one] = await newCases(2);
    await real.desk.signedInAs('reviewer');
    const { page, complaints } = await real.openPage();
    await real.signIn(page, 'person-2@example.jp');
    await page.goto(`${real.url}/cases/${one}`);
    await leave(page, 'x');
    expect(page.url()).toBe(`${real.url}/?declined=${one}`);
    expect(await page.textContent('.after-bar')).toContain('もうあなたには回りません');
    expect(await page.textContent(`#row-${one}`)).toContain('自分には回りません');
    await page.goto(`${real.url}/me`);
    await page.fill('#dailyCap', '1');
    await Promise.all([page.waitForNavigation(), page.click('form:has(#dailyCap) button')]);
    await page.goto(real.url);
    await leave(page, 'n');
    expect(new URL(page.url()).searchParams.get('rest')).toBe('1');
    expect(await page.textContent('main')).toContain('今日は1件の案件を見ました');
    await leave(page, 'n');
    expect(idOf(page)).not.toBeNull();
    expect(idOf(page)).not.toBe(one);
    await leave(page, 's');
    await leave(page, 'l');
    expect(page.url()).toBe(`${real.url}/`);
    expect(complaints).toEqual([]);
  });

  it('gives two people who open the same case at once one claim; the loser is told and goes on', async () => {
    real.desk.clock.now = new Date(real.desk.clock.now.getTime() + CLAIM_MINUTES * 60_000);
    const id = await newCase();
    const pages = [await real.openPage(), await real.openPage()].map(({ page }) => page);
    await real.signIn(pages[0]!);
    await real.signIn(pages[1]!, 'person-1@example.jp');
    await Promise.all(pages.map((page) => page.goto(`${real.url}/cases/${id}`)));
    const mine = await Promise.all(pages.map((page) => page.locator('#way-dismiss').count()));
    expect(mine.toSorted()).toEqual([0, 1]);
    const [winner, loser] = mine[0] === 1 ? [pages[0]!, pages[1]!] : [pages[1]!, pages[0]!];
    expect(await loser.textContent('.claim-other')).toContain('さんが確認中です');
    await leave(winner, 'd', '1', 'Enter');
    expect((await loadCase(real.desk.db, id))!.decisions).toHaveLength(1);
    await Promise.all([loser.waitForNavigation(), loser.click('.claim-other button')]);
    expect(idOf(loser)).not.toBe(id);
  });
});
