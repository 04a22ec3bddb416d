import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../../src/cases/index.ts';
import { describeWithServer } from '../../support/servers.ts';
import type { FixtureMail } from './support/mails.ts';
import { type RealDesk, startRealDesk } from './support/real-browser.ts';

const BODY = '担当者は本当に無能ですね。役立たず。\r\n土下座してください。\r\n';
const FOUND = [
  { text: '無能', act: 'insult-person', points: 5 },
  { text: '役立たず', act: 'insult-person', points: 4 },
  { text: '土下座', act: 'apology-demand', points: 6 },
  { text: '本当に', act: null, points: 0 },
] as const;

describeWithServer('chromium', 'a case on one screen', () => {
  let real: RealDesk;
  let made = 0;
  beforeAll(async () => {
    real = await startRealDesk();
  });
  afterAll(() => real?.stop());

  const addCase = (mail: Partial<FixtureMail> = {}, reference = `screen-${made + 1}`): Promise<CaseId> => {
    made += 1;
    const usual = { from: `a${made}@example${made}.com`, subject: '返金の件', body: BODY, found: FOUND };
    return real.desk.addCase({ ...usual, ...mail }, reference);
  };
  const open = async (id: CaseId, options: Parameters<RealDesk['openPage']>[0] = {}) => {
    const { page, complaints } = await real.openPage({
      viewport: { width: 1280, height: 720 },
      reducedMotion: 'reduce', // nothing is still on its way when it is measured
      ...options,
    });
    await real.signIn(page);
    await page.goto(`${real.url}/cases/${id}`);
    return { page, complaints };
  };
  /** Where the first element stands in the window. */
  const boxOf = async (page: Page, selector: string) => (await page.locator(selector).first().boundingBox())!;
  const isInSight = async (page: Page, selector: string) => {
    const { y, height } = await boxOf(page, selector);
    return y >= 0 && y + height <= page.viewportSize()!.height;
  };

  it('folds a history with nothing in it, and shows one that has something', async () => {
    const { page } = await open(await addCase({}, 'alone')); // the first of all: nothing is before it
    expect(await page.locator('.history').count()).toBe(0);
    expect(await page.locator('.past').getAttribute('open')).toBeNull();
    expect(await page.textContent('.past > summary')).toContain('このメールのほかにはありません');
    await addCase({ subject: '返金の件（再）' }, 'alone');
    await page.reload();
    expect(await page.locator('.past').getAttribute('open')).not.toBeNull();
  });

  it.each([
    [1440, 900],
    [1280, 720],
  ])(
    'shows the first words, the reason on one line and the decision without scrolling: %i × %i',
    async (width, height) => {
      const { page, complaints } = await open(await addCase(), { viewport: { width, height } });
      for (const selector of ['h1', '.why-line', '.block.own', '#way-approve > summary', '#way-dismiss > summary'])
        expect({ selector, inSight: await isInSight(page, selector) }).toEqual({ selector, inSight: true });
      expect((await page.textContent('.why > summary'))?.replace(/\s+/g, ' ')).toContain(
        'なぜ: 個人を侮辱する発言 ×2、合理的理由のない謝罪の要求',
      );
      expect((await boxOf(page, '.why-line')).height).toBeLessThan(32);
      expect(await page.locator('.summary .facts').isVisible()).toBe(false);
      await page.click('.why > summary');
      expect(await page.locator('.summary .facts').isVisible()).toBe(true);
      expect(complaints).toEqual([]);
    },
  );

  it('keeps numbers of evidence apart, and says what the marks mean', async () => {
    const found = [
      { text: '無能ですね', act: 'insult-person', points: 5 },
      { text: '本当に無能ですね', act: 'personality-denial', points: 4 },
      { text: '担当', act: null, points: 0 },
    ] as const;
    const { page } = await open(await addCase({ found }));
    expect(await page.locator('sup').allTextContents()).toEqual(['1・2']);
    expect(await page.locator('.legend li').allTextContents()).toEqual([
      ' 根拠（番号は下の「根拠」と同じ）',
      ' 文脈（単独では理由になりません）',
    ]);
  });

  it('marks what was found in the subject, and leads from the reason to it', async () => {
    const found = [{ text: '土下座', act: 'apology-demand', points: 5, part: 'subject' }] as const;
    const { page, complaints } = await open(await addCase({ subject: '土下座の件', found }));
    expect(await page.textContent('h1')).toBe('土下座1の件');
    await page.click('h1 mark a');
    await page.waitForSelector('#mail-0-reason-0:target');
    expect(await page.locator('#mail-0-reason-0').isVisible()).toBe(true);
    await page.click('#mail-0-reason-0 a');
    expect(new URL(page.url()).hash).toBe('#mail-0-mark-0');
    expect(complaints).toEqual([]);
  });

  it('reveals in place: nothing moves, nothing written is lost, nothing unfolded closes', async () => {
    const line = 'これは長い説明の一行です。\r\n';
    const { page, complaints } = await open(
      await addCase({
        subject: 'ぶん殴る件',
        body: `${line.repeat(60)}お前をぶん殴る。\r\n\r\n> 引用です。\r\n\r\n${line.repeat(60)}`,
        found: [{ text: 'ぶん殴る', act: 'physical-violence', points: 8 }],
      }),
    );
    await page.click('#way-dismiss > summary');
    await page.check('#way-dismiss input[value="mention"]');
    await page.click('.quoted > summary');
    await page.evaluate(`document.querySelector('.quoted').scrollIntoView({ block: 'center', behavior: 'instant' })`);
    const before = await boxOf(page, '.quoted');
    expect(await page.textContent('#case-mail')).not.toContain('殴る');
    for (const [said, reveals] of [
      ['もう一度伏せる', true],
      ['伏せた言葉を表示する', false],
    ] as const) {
      await page.keyboard.press('m');
      await page.waitForSelector(`[data-veil]:text("${said}")`);
      expect((await page.textContent('#case-mail'))!.includes('お前をぶん殴る')).toBe(reveals);
      expect((await page.textContent('h1'))!.includes('ぶん殴る')).toBe(reveals);
      expect(Math.abs((await boxOf(page, '.quoted')).y - before.y)).toBeLessThan(2);
      expect(await page.isChecked('#way-dismiss input[value="mention"]')).toBe(true);
      expect(await page.locator('.quoted').getAttribute('open')).not.toBeNull();
    }
    expect(new URL(page.url()).search).toBe('');
    expect(complaints).toEqual([]);
  });

  it('has three panes on a wide screen, and rows of two lines on the list', async () => {
    const [other, id] = [await addCase({ subject: 'ほかの案件' }), await addCase()];
    const { page, complaints } = await open(id);
    const [list, mail, decide] = await Promise.all(
      ['.pane-list', '.pane-mail', '.pane-decide'].map((one) => boxOf(page, one)),
    );
    expect(list!.x + list!.width).toBeLessThan(mail!.x);
    expect(mail!.x + mail!.width).toBeLessThan(decide!.x);
    expect(await page.locator('.pane-list [aria-current="page"]').getAttribute('href')).toBe(`/cases/${id}`);
    await Promise.all([page.waitForNavigation(), page.click(`.pane-list a[href="/cases/${other}"]`)]);
    expect(await page.textContent('h1')).toBe('ほかの案件');
    await page.goto(real.url);
    const heights = await page.evaluate(`[...document.querySelectorAll('.case-row')].map((one) => one.offsetHeight)`);
    expect((heights as number[]).length).toBeGreaterThan(1);
    expect(Math.max(...(heights as number[]))).toBeLessThan(60); // who, and to whom
    expect(complaints).toEqual([]);
  });

  it('has a header of 44 px whose menu holds what is about the person', async () => {
    const { page, complaints } = await open(await addCase());
    expect((await boxOf(page, '.top')).height).toBe(44);
    expect(await page.locator('.sections').textContent()).not.toContain('自分の設定');
    await page.click('.user-menu > summary');
    for (const words of ['相談する', '自分の設定', 'English', 'サインアウト'])
      expect(await page.locator(`.user-sheet :text-is("${words}")`).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('.user-sheet').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('is read from the top on a phone, the ways to decide always in reach', async () => {
    const { page, complaints } = await open(await addCase(), { viewport: { width: 390, height: 844 }, isMobile: true });
    const tops = await Promise.all(['.back', 'h1', '.why', '.block.own', '#decide'].map((one) => boxOf(page, one)));
    expect(tops.map(({ y }) => y)).toEqual(tops.map(({ y }) => y).toSorted((a, b) => a - b));
    expect(await isInSight(page, '.block.own')).toBe(true);
    expect(await isInSight(page, '.action-bar a[href="#dismiss"]')).toBe(true);
    await page.click('.action-bar a[href="#dismiss"]');
    await page.waitForSelector('#way-dismiss[open]');
    expect(await isInSight(page, '#way-dismiss .confirm')).toBe(true);
    expect(await page.locator('.action-bar').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });
});
