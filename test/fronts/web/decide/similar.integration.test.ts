import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { loadCase } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('near-duplicates', () => {
  let desk: TestDesk;
  let browser: Browser;
  let other: Browser;
  const ids: CaseId[] = [];
  beforeAll(async () => {
    desk = await startDesk();
    browser = await desk.signedInAs('reviewer');
    other = await desk.signedInAs('reviewer');
    for (let i = 0; i < 5; i++)
      ids.push(
        await desk.addCase(
          {
            from: 'monitor@example.com',
            subject: `死活監視 ${i}`,
            body: `プロセスを殺します。${i}`,
            band: i === 4 ? 'urgent' : 'review',
            found: [{ text: '殺します', act: 'intimidation-person', points: 5 }],
            receivedAt: new Date(desk.clock.now.getTime() - (9 - i) * 60_000),
          },
          `similar-${i}`,
        ),
      );
  });
  afterAll(() => desk.stop());
  const statuses = async () => Promise.all(ids.map(async (id) => (await loadCase(desk.db, id))!.status));

  it('are offered on the case, and after it was dismissed', async () => {
    expect((await browser.get(`/cases/${ids[0]}`)).text).toContain('ほぼ同じ案件がほかに4件あります');
    const { location } = await browser.post(`/cases/${ids[0]}/dismiss`, { reason: 'jargon' });
    expect((await browser.get(location!)).text).toContain(`href="/cases/${ids[0]}?tab=body&amp;similar=1#similar"`);
  });

  it('are shown before they are dismissed, urgent ones not ticked', async () => {
    const { text } = await browser.get(`/cases/${ids[0]}?tab=body&similar=1`);
    const ticked = [...text.matchAll(/name="case" value="(\d+)"[^>]* checked/g)].map(([, id]) => id);
    expect(ticked).toEqual([ids[1], ids[2], ids[3]]);
    expect(text).toContain(`value="${ids[4]}"`);
    expect(await statuses()).toEqual(['dismissed', 'open', 'open', 'open', 'open']);
  });

  it.each([
    ['no reason', [['case', '2']], '却下の理由を一つ'],
    ['no case', [['reason', 'jargon']], '却下する案件を選んでください'],
    [
      'cases that are not alike',
      [
        ['reason', 'jargon'],
        ['case', '999'],
      ],
      '却下する案件を選んでください',
    ],
  ] as [string, [string, string][], string][])('are not dismissed with %s', async (_, fields, message) => {
    const page = await browser.post(`/cases/${ids[0]}/similar`, fields);
    expect(page.status).toBe(400);
    expect(page.text).toContain(message);
    expect(await statuses()).toEqual(['dismissed', 'open', 'open', 'open', 'open']);
  });

  it('are dismissed together, but for those someone else is looking at', async () => {
    await other.get(`/cases/${ids[2]}`);
    const page = await browser.post(`/cases/${ids[0]}/similar`, [
      ['reason', 'jargon'],
      ['note', 'まとめて'],
      ...[1, 2, 3].map((i): [string, string] => ['case', ids[i]!]),
    ]);
    expect(page.text).toContain('2件を却下しました。');
    expect(await statuses()).toEqual(['dismissed', 'dismissed', 'open', 'dismissed', 'open']);
    expect((await loadCase(desk.db, ids[3]!))!.decisions).toMatchObject([
      { decision: { kind: 'dismiss', reason: 'jargon', note: 'まとめて' }, by: '確認者1' },
    ]);
  });
});
