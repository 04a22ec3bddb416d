import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { CARE_POINTS, sha256Of } from '../../../../src/response/index.ts';
import { lettersOf } from '../../../../src/store/index.ts';
import { describeWithServer } from '../../../support/servers.ts';
import { type RealDesk, startRealDesk } from '../support/real-browser.ts';

const LEAD = 'first@example.jp';
const REVIEWER = 'person-1@example.jp';

describeWithServer('chromium', 'letters', () => {
  let real: RealDesk;
  beforeAll(async () => {
    real = await startRealDesk();
  });
  afterAll(() => real?.stop());

  const openAs = async (email: string, locale = 'ja-JP') => {
    const { page, complaints } = await real.openPage({ viewport: { width: 1280, height: 720 }, locale });
    await real.signIn(page, email);
    return { page, complaints };
  };
  const press = (page: Page, selector: string) => Promise.all([page.waitForNavigation(), page.click(selector)]);

  async function approvedCase(page: Page, reference: string): Promise<CaseId> {
    const found = [
      { text: '無能', act: 'insult-person', points: 5 },
      { text: '土下座しろ', act: 'apology-demand', points: 5 },
    ] as const;
    const body = '先日の納品の件です。担当の山田は無能だ。土下座しろ。';
    const mail = { from: '田中 <tanaka@example.com>', to: '山田 <yamada@example.jp>', subject: '件名', body, found };
    const id = await real.desk.addCase(mail, reference);
    await page.goto(`${real.url}/cases/${id}`);
    await page.keyboard.press('a');
    await page.keyboard.press('7');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    return id;
  }

  it('walk from an approved case over care and a second person to a PDF and the note of its sending', {
    timeout: 180_000,
  }, async () => {
    const lead = await openAs(LEAD);
    const id = await approvedCase(lead.page, 'walk');
    const reviewer = await openAs(REVIEWER);
    await reviewer.page.goto(`${real.url}/cases/${id}?tab=papers`);
    expect(await reviewer.page.textContent('.alert')).toContain('ケアのリストがあと7項目');
    expect(await reviewer.page.$$('.letter-kinds')).toEqual([]);

    await lead.page.goto(`${real.url}/cases/${id}?tab=response`);
    for (const point of CARE_POINTS) {
      await lead.page.click(`#${point} summary`);
      await lead.page.check(`#${point} input[value="declined"]`);
      await press(lead.page, `#${point} details button[type="submit"]`);
    }

    await reviewer.page.goto(`${real.url}/cases/${id}`);
    await press(reviewer.page, '.case-tabs a[href$="tab=papers"]');
    await press(reviewer.page, `a[href$="kind=notice&language=ja#letters"]`);
    await reviewer.page.fill('[name="recipient"]', '株式会社サンプル 御中');
    await reviewer.page.fill('[name="request"]', '社内でご確認ください。');
    for (const tick of await reviewer.page.$$('input[name="quotes"]')) await tick.check();
    await press(reviewer.page, 'form[enctype] button.primary');
    const letter = new URL(reviewer.page.url()).pathname;
    const paper = await reviewer.page.textContent('.paper');
    for (const words of ['ご連絡と再発防止のお願い', '株式会社サンプル 御中', '土下座しろ'])
      expect(paper).toContain(words);
    expect(await reviewer.page.$('form[action$="/approve"]')).toBeNull();
    expect(await reviewer.page.$('form[action$="/files/pdf"]')).toBeNull();

    await lead.page.goto(`${real.url}${letter}`);
    await press(lead.page, 'form[action$="/approve"] button');
    expect(await lead.page.textContent('[role="status"]')).toContain('承認しました');

    await reviewer.page.goto(`${real.url}${letter}`);
    const [download] = await Promise.all([
      reviewer.page.waitForEvent('download'),
      reviewer.page.click('form[action$="/files/pdf"] button'),
    ]);
    expect(download.suggestedFilename()).toBe(`通知書-${id}-1.pdf`);
    const path = await download.path();
    const [kept] = await lettersOf(real.desk.db, id);
    expect(sha256Of(await readFile(path))).toBe(kept!.pdfSha256);
    expect((await stat(path)).size).toBeGreaterThan(10_000); // its letters are in it
    const { stdout, error } = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' });
    if (error === undefined) expect(stdout).toContain('土下座しろ');

    await reviewer.page.check('input[name="way"][value="certified"]');
    await reviewer.page.fill('#sending input[name="day"]', '2026-07-03');
    await press(reviewer.page, 'form[action$="/sent"] button');
    expect(await reviewer.page.textContent('#sending')).toContain('内容証明郵便');
    expect((await lettersOf(real.desk.db, id))[0]).toMatchObject({ sent: { day: '2026-07-03', way: 'certified' } });
    expect([...lead.complaints, ...reviewer.complaints]).toEqual([]);
  });

  it('shut the way to immediate termination where no clause is on file, in both languages', {
    timeout: 120_000,
  }, async () => {
    for (const [locale, said] of [
      ['ja-JP', '即時解除の条項が登録されていません'],
      ['en-GB', 'No clause for immediate termination is on file'],
    ] as const) {
      const { page, complaints } = await openAs(LEAD, locale);
      const id = await approvedCase(page, `clause-${locale}`);
      const browser = await real.desk.signedInAs('lead');
      for (const point of CARE_POINTS)
        await browser.post(`/cases/${id}/care`, { do: 'point', point, state: 'declined', note: '' });
      await page.goto(`${real.url}/cases/${id}?tab=papers`);
      expect(await page.textContent('.letter-kinds')).toContain(said);
      expect(await page.$$('a[href*="kind=refusal"]')).toHaveLength(2);
      for (const kind of ['warning', 'end-of-dialogue', 'termination', 'immediate-termination'])
        expect(await page.$$(`a[href*="kind=${kind}"]`), kind).toEqual([]);
      await page.goto(`${real.url}/cases/${id}?tab=papers&kind=immediate-termination&language=ja`);
      expect(await page.$('#recipient')).toBeNull();
      expect(complaints).toEqual([]);
    }
  });
});
