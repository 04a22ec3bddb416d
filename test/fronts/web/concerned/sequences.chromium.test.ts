import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { unzip } from '../../../../src/response/evidence/unzip.ts';
import { CARE_POINTS } from '../../../../src/response/index.ts';
import { listCases, newestAudit } from '../../../../src/store/index.ts';
import { describeWithServer } from '../../../support/servers.ts';
import { type RealDesk, startRealDesk } from '../support/real-browser.ts';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const LEAD = 'first@example.jp';
const PRESS_MS = 15_000; // to read and press once, for somebody who does it the first time

// The sequences of issue 30 that one person walks: from the first mail to the police, a call on a phone, somebody who wants nothing done.
describeWithServer('chromium', 'the person concerned, on the real desk', () => {
  let real: RealDesk;
  beforeAll(async () => {
    real = await startRealDesk({
      consultation: { answerDays: 3, callNow: null, addresses: [], confidentialAddresses: [] },
    });
    await real.desk.signedInAs('lead'); // person-2
    await real.desk.signedInAs('employee'); // person-3
  });
  afterAll(() => real?.stop());

  const at = (path: string) => `${real.url}${path}`;
  async function employee(look: Parameters<RealDesk['openPage']>[0] = {}) {
    const { page, complaints } = await real.openPage(look);
    const browser = await real.desk.signedInAs('employee');
    const cookies = [...browser.cookies].map(([name, value]) => ({ name, value, url: real.url }));
    await page.context().addCookies(cookies);
    return { page, complaints };
  }

  it('has a pack for the police five minutes after the first mail of a consumer who stalks them', async () => {
    const { desk } = real;
    const began = Date.now();
    const arrived = desk.clock.now;
    const id = await desk.addCase(
      {
        from: 'つきまとい <someone@mail.example>',
        subject: 'いつも見ている',
        body: '帰り道で待っている。逃げたら殺す。\r\n',
        counterparty: 'someone@mail.example',
        found: [{ text: '殺す', act: 'physical-violence', points: 10 }],
      },
      'stalked',
    );
    const { page, complaints } = await real.openPage({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
    await real.signIn(page, LEAD);
    let presses = 1;
    const step = async (press: () => Promise<unknown>) => {
      presses += 1;
      desk.clock.now = new Date(desk.clock.now.getTime() + PRESS_MS);
      await press();
    };
    await step(() => page.goto(at(`/cases/${id}`)));
    for (const key of ['a', '3', '7']) await step(() => page.keyboard.press(key)); // approve, the gravest, by the declaration
    await step(() => Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]));
    await step(() => page.goto(at(`/cases/${id}?tab=papers`)));
    await step(() =>
      Promise.all([page.waitForNavigation(), page.click('section[aria-labelledby="police"] a[href*="danger=1"]')]),
    );
    const file = page.waitForEvent('download');
    await step(() => page.click('form[action$="/evidence"] button[type="submit"]'));
    const pack = await (await file).createReadStream();
    const bytes = Buffer.concat(await pack.toArray());
    expect((await unzip(bytes)).some(({ path }) => path.endsWith('.eml'))).toBe(true);
    expect(presses).toBeLessThanOrEqual(10);
    const [made] = await newestAudit(desk.db, { action: 'case.evidence' }, { below: null, limit: 1 });
    expect(made).toMatchObject({ target: `case/${id}`, details: { recipient: 'police', reason: 'danger' } });
    expect(made!.at.getTime() - arrived.getTime()).toBeLessThan(5 * 60_000); // by the clock of the desk, at 15 seconds a press
    expect(Date.now() - began).toBeLessThan(5 * 60_000);
    expect(complaints).toEqual([]);
  });

  it('hands in a call on a phone, and its words stand in a letter as told by an employee', async () => {
    const { page, complaints } = await employee(PHONE);
    await page.goto(at('/reports/new'));
    await page.check('input[name="channel"][value="phone"]');
    await page.fill('#when', '2026-07-02');
    await page.selectOption('#about', 'evening');
    await page.fill('#words', '電話で「土下座しろ」と三度言われました。');
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await Promise.all([page.waitForNavigation(), page.click('main form button[type="submit"]')]);
    await page.check('input[name="wishes"][value="letter"]');
    await Promise.all([page.waitForNavigation(), page.click('form[action$="/wishes"] button')]);
    expect(await page.textContent('#wishes')).toContain('相手に書面を送ってほしい');
    await page.check('input[name="naming"][value="refused"]');
    await Promise.all([page.waitForNavigation(), page.click('form[action$="/naming"] button')]);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(complaints).toEqual([]);
    const { cases } = await listCases(real.desk.db, { status: 'open', limit: 20, offset: 0 });
    expect(cases.filter(({ kind }) => kind === 'report')).toHaveLength(1);
  });

  it('wants nothing done: it stops where the step would be taken, and goes on when they say so', async () => {
    const { page, complaints } = await employee(PHONE);
    await page.goto(at('/reports/new'));
    await page.check('input[name="channel"][value="visit"]');
    await page.fill('#when', '2026-07-01');
    await page.fill('#words', '窓口で怒鳴られました。');
    await Promise.all([page.waitForNavigation(), page.click('main form button[type="submit"]')]);
    const own = new URL(page.url()).pathname;
    await page.check('input[name="wishes"][value="nothing"]');
    await Promise.all([page.waitForNavigation(), page.click('form[action$="/wishes"] button')]);

    const { cases } = await listCases(real.desk.db, { status: 'open', limit: 20, offset: 0 });
    const id: CaseId = cases
      .filter(({ kind }) => kind === 'report')
      .toSorted((a, b) => Number(a.id) - Number(b.id))
      .at(-1)!.id;
    const lead = await real.desk.signedInAs('lead');
    await lead.post(`/cases/${id}/approve`, { acts: 'intimidation-person', severity: '2', declaration: '1' });
    for (const point of CARE_POINTS) await lead.post(`/cases/${id}/care`, { do: 'point', point, state: 'done' });
    const desk = await real.openPage({ viewport: { width: 1440, height: 900 } });
    await real.signIn(desk.page, LEAD);
    await desk.page.goto(at(`/cases/${id}?tab=papers`));
    expect(await desk.page.textContent('section[aria-labelledby="letters"] .alert')).toContain('何もしないでほしい');
    expect(await desk.page.locator('.letter-kinds').count()).toBe(0);
    expect(await desk.page.locator('a[href*="for=police"]').count()).toBe(0);

    await page.goto(at(own));
    expect(await barriersOn(page)).toEqual([]);
    await confirmCare(page);
    await page.uncheck('input[name="wishes"][value="nothing"]');
    await page.check('input[name="wishes"][value="rest"]');
    await Promise.all([page.waitForNavigation(), page.click('form[action$="/wishes"] button')]);
    await desk.page.reload();
    expect(await desk.page.locator('.letter-kinds li').count()).toBeGreaterThan(0);
    await desk.page.goto(at(`/cases/${id}?tab=response`));
    expect(await desk.page.textContent('#concerned')).toContain('7項目のうち 1項目');
    expect(await barriersOn(desk.page)).toEqual([]);
    expect([...complaints, ...desk.complaints]).toEqual([]);
  });
});

/** They received the first care that is put down as done. */
async function confirmCare(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator('#care form button').first().click()]);
  expect(await page.textContent('#care')).toContain('受けたと確かめました');
}

/** What keeps people out of the page as it stands, with what is folded opened. */
async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(`for (const one of document.querySelectorAll('main details')) one.open = true`);
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(`axe.run(document, { resultTypes: ['violations'] })`)) as axe.AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
