import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../../src/cases/index.ts';
import { loadCase } from '../../../src/store/index.ts';
import { describeWithServer } from '../../support/servers.ts';
import { type RealDesk, startRealDesk } from './support/real-browser.ts';

const POLICY = '# 宣言\n\n## 対象となる行為\n\n- 暴力と脅し\n- 人を侮辱する発言\n';

describeWithServer('chromium', 'deciding', () => {
  let real: RealDesk;
  let made = 0;
  beforeAll(async () => {
    real = await startRealDesk({ policy: async () => ({ kind: 'own', text: POLICY }) });
  });
  afterAll(() => real?.stop());

  const addCases = async (count: number): Promise<CaseId[]> => {
    const ids: CaseId[] = [];
    for (let i = 0; i < count; i++) {
      made += 1;
      const receivedAt = new Date(real.desk.clock.now.getTime() - (1000 - made) * 1000);
      const found = [{ text: '無能', act: 'insult-person', points: 5 }] as const;
      const mail = { from: 'a@example.com', subject: `件名 ${made}`, body: '本当に無能ですね。', found, receivedAt };
      ids.push(await real.desk.addCase(mail, `deciding-${made}`));
    }
    return ids;
  };
  const openPage = async (viewport = { width: 1280, height: 720 }) => {
    const { page, complaints } = await real.openPage({ viewport });
    await real.signIn(page);
    return { page, complaints };
  };
  const idOf = (page: Page) => /\/cases\/(\d+)/.exec(page.url())?.[1] ?? null;
  const decisionOn = async (id: CaseId) => (await loadCase(real.desk.db, id))!.decisions[0]!.decision;

  it.each([
    ['a dismissal', ['d', '2', 'Enter'], 3, { kind: 'dismiss', reason: 'mention' }],
    ['an approval as proposed', ['a', '7', 'Enter'], 4, { kind: 'approve', severity: 2, declaration: true }],
    ['an approval of another severity', ['a', '3', '7', 'Enter'], 4, { kind: 'approve', severity: 3 }],
  ])('takes few keys from opening a case to the next: %s', async (_, keys, most, decision) => {
    const [one] = await addCases(2);
    const { page, complaints } = await openPage();
    await page.goto(`${real.url}/cases/${one}`);
    let pressed = 0;
    for (const key of keys.slice(0, -1)) {
      await page.keyboard.press(key);
      pressed += 1;
    }
    await Promise.all([page.waitForNavigation(), page.keyboard.press(keys.at(-1)!)]);
    pressed += 1;
    expect(pressed).toBeLessThanOrEqual(most);
    expect(idOf(page)).not.toBe(one);
    expect(idOf(page)).not.toBeNull();
    expect(await decisionOn(one!)).toMatchObject(decision);
    expect(complaints).toEqual([]);
  });

  it.each([
    [1280, 720],
    [1440, 900],
  ])('takes three clicks without scrolling: %i × %i', async (width, height) => {
    const [one, two] = await addCases(2);
    const { page, complaints } = await openPage({ width, height });
    /** Clicks what is in sight and nothing lies over, as a hand does. */
    const click = async (selector: string) => {
      const box = (await page.locator(selector).boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const there = `document.elementFromPoint(${x}, ${y})?.closest(${JSON.stringify(selector)}) !== null`;
      expect({ selector, inSight: await page.evaluate(there) }).toEqual({ selector, inSight: true });
      await page.mouse.click(x, y);
      clicks += 1;
    };
    const scrolled = () => page.evaluate(`scrollY`);
    let clicks = 0;
    await page.goto(`${real.url}/cases/${one}`);
    await click('#way-dismiss > summary');
    await click('#way-dismiss input[value="spam"]');
    expect(await scrolled()).toBe(0);
    await Promise.all([page.waitForNavigation(), click('#way-dismiss .confirm button')]);
    expect(clicks).toBe(3);
    expect(await decisionOn(one!)).toMatchObject({ kind: 'dismiss', reason: 'spam' });

    clicks = 0;
    await page.goto(`${real.url}/cases/${two}`);
    await click('#way-approve > summary');
    await click('#way-approve input[name="declaration"]');
    expect(await scrolled()).toBe(0);
    await Promise.all([page.waitForNavigation(), click('#way-approve .confirm button')]);
    expect(clicks).toBe(3);
    expect(await decisionOn(two!)).toMatchObject({ kind: 'approve', severity: 2, declaration: true });
    expect(complaints).toEqual([]);
  });

  it('names the severity that the button confirms, until another is chosen', async () => {
    const [id] = await addCases(1);
    const { page } = await openPage();
    await page.goto(`${real.url}/cases/${id}`);
    await page.keyboard.press('a');
    const confirm = page.locator('#way-approve .confirm span:visible');
    expect(await confirm.allTextContents()).toEqual(['重さ2で認定を確定する']);
    expect(await page.locator('#approve-severity :checked').count()).toBe(0);
    expect(await page.locator('#approve-severity label:has(.pill-proposed)').textContent()).toContain('2 重い');
    await page.keyboard.press('1');
    expect(await confirm.allTextContents()).toEqual(['認定を確定する']);
    await page.keyboard.press('7');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Control+Enter')]);
    expect(await decisionOn(id!)).toMatchObject({ severity: 1 });
  });

  it('says the words of the declaration beside its question, and the rule before anything is wrong', async () => {
    const [id] = await addCases(1);
    const { page } = await openPage();
    await page.goto(`${real.url}/cases/${id}`);
    await page.keyboard.press('a');
    expect(await page.textContent('.declared > summary')).toContain('暴力と脅し / 人を侮辱する発言');
    expect(await page.textContent('#approve-ground')).toContain('どちらかが必要です');
    expect(await page.locator('#way-approve .need').count()).toBe(2); // the ground and the acts, which are ticked
  });

  it('shows that to dismiss is not to approve', async () => {
    const [id] = await addCases(1);
    const { page } = await openPage();
    await page.goto(`${real.url}/cases/${id}`);
    const look = (selector: string) =>
      page.evaluate(
        `(({ backgroundColor, color, borderRadius }) => [backgroundColor, color, borderRadius])(getComputedStyle(document.querySelector('${selector}')))`,
      ) as Promise<string[]>;
    const [approve, dismiss] = [await look('#way-approve .confirm button'), await look('#way-dismiss .confirm button')];
    for (const i of [0, 1, 2]) expect(approve[i]).not.toBe(dismiss[i]);
  });
});
