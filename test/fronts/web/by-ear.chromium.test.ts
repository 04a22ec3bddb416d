import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCase } from '../../../src/store/index.ts';
import { describeWithServer } from '../../support/servers.ts';
import { PASSWORD } from './support/desk.ts';
import { type RealDesk, startRealDesk } from './support/real-browser.ts';

/** What a screen reader is told of a part of a page. */
interface Node {
  readonly nodeId: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
}

/** What somebody can press, choose or write in; each says what it is called. */
const CONTROLS: ReadonlySet<string> = new Set([
  ...['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'DisclosureTriangle', 'Date'],
  ...['slider', 'menuitem', 'tab', 'option', 'switch', 'spinbutton', 'InputTime'],
]);

describeWithServer('chromium', 'without eyes or mouse', () => {
  let real: RealDesk;
  let id: string;
  beforeAll(async () => {
    real = await startRealDesk();
    await real.desk.signedInAs('lead', 'desk', 'admin', 'tuner', 'auditor');
    const found = [{ text: '無能', act: 'insult-person', points: 5 }] as const;
    id = await real.desk.addCase({ from: 'a@example.com', subject: '件名', body: '本当に無能ですね。', found }, 'one');
  });
  afterAll(() => real?.stop());

  const treeOf = async (page: Page): Promise<readonly Node[]> => {
    const session: CDPSession = await page.context().newCDPSession(page);
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] };
    await session.detach();
    const known = new Map(nodes.map((node) => [node.nodeId, node]));
    const read = (node: Node): readonly Node[] => [
      node,
      ...(node.childIds ?? []).flatMap((id) => read(known.get(id)!)),
    ];
    return read(nodes[0]!).filter(({ ignored }) => !ignored); // in the order in which it is read out
  };

  it('somebody comes from the sign-in to a decided case by the keyboard alone', async () => {
    const { page, complaints } = await real.openPage();
    const go = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.goto(`${real.url}/sign-in`);
    await page.waitForSelector('#email:focus');
    await page.keyboard.type('first@example.jp');
    await go('Tab');
    await page.keyboard.type(PASSWORD);
    await Promise.all([page.waitForNavigation(), go('Enter')]);
    await page.waitForSelector('#case-list');
    await Promise.all([page.waitForNavigation(), go('n')]);
    expect(page.url()).toContain(`/cases/${id}`);
    await Promise.all([page.waitForNavigation(), go('d', '2', 'Control+Enter')]);
    expect((await loadCase(real.desk.db, id as never))!.status).toBe('dismissed');
    await Promise.all([page.waitForNavigation(), go('u')]); // and back
    expect((await loadCase(real.desk.db, id as never))!.status).toBe('open');
    expect(complaints).toEqual([]);
  });

  it.each([
    '/',
    '/?tab=tasks',
    '/cases/:id',
    '/cases/:id?tab=response',
    '/cases/:id?tab=papers',
    '/cases/:id?tab=history',
    '/counterparties',
    '/dictionaries',
    '/dictionaries?tab=new',
    '/dictionaries?tab=try',
    '/numbers',
    '/people',
    '/status',
    '/escalation',
    '/reports',
    '/reports/new',
    '/me',
  ])(
    '%s tells what each control is called, under headings in order, and is walked through from top to bottom',
    async (path) => {
      const { page } = await real.openPage({ viewport: { width: 1440, height: 900 } });
      await real.signIn(page, 'person-2@example.jp');
      await page.goto(`${real.url}${path.replace(':id', id)}`);
      await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })');
      const tree = await treeOf(page);
      const controls = tree.filter(({ role }) => CONTROLS.has(role?.value ?? ''));
      expect(controls.length).toBeGreaterThan(5);
      expect(controls.filter(({ name }) => (name?.value ?? '').trim() === '').map(({ role }) => role!.value)).toEqual(
        [],
      );
      const levels = tree
        .filter(({ role }) => role?.value === 'heading')
        .map(({ properties = [] }) => properties.find(({ name }) => name === 'level')!.value.value as number);
      expect(levels.filter((one) => one === 1)).toHaveLength(1);
      expect(levels.filter((one, i) => one > (levels[i - 1] ?? 0) + 1 && i > 0)).toEqual([]);
      expect(tree.filter(({ role }) => role?.value === 'main')).toHaveLength(1);
      expect(await page.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"])').count()).toBe(0); // the order of the page is that of Tab
      await page.evaluate('document.activeElement.blur()');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('Boolean(document.activeElement.closest("main"))')).toBe(true);
    },
  );
});
