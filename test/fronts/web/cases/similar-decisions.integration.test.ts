import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseId, plainApproval } from '../../../../src/cases/index.ts';
import { decide, handIn, listPeople } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

const TITLE = '似ている判断済みの案件';

describe('similar decisions beside a case', () => {
  let desk: TestDesk;
  let lead: Browser;
  let reviewer: Browser; // 確認者2
  let made = 0;
  /** A case in which these entries were found. */
  const add = (entries: readonly string[], more = '') => {
    made += 1;
    const found = entries.map((entry) => ({ text: '無能', act: 'insult-person' as const, points: 2, entry }));
    return desk.addCase(
      { from: `kyaku${made}@example.com`, subject: '件名', body: `無能。${made}${more}`, found },
      `own-${made}`,
    );
  };
  const dismiss = (id: CaseId) =>
    decide(desk.db, id, { kind: 'dismiss', reason: 'joke', note: '' }, '高橋', desk.clock.now);
  const cardOf = async (browser: Browser, id: CaseId) => {
    const { text } = await browser.get(`/cases/${id}`);
    const from = text.indexOf(TITLE);
    return from < 0 ? null : text.slice(from, text.indexOf('</section>', from));
  };
  beforeAll(async () => {
    desk = await startDesk();
    lead = await desk.signedInAs('lead');
    reviewer = await desk.signedInAs('reviewer');
  });
  afterAll(() => desk.stop());

  it('are those in which mostly the same was found, likest first, with the reason', async () => {
    const same = await add(['a.one', 'a.two']);
    const half = await add(['a.one']);
    const third = await add(['a.one', 'a.three', 'a.four']);
    for (const id of [same, half, third]) await dismiss(id);
    const card = await cardOf(reviewer, await add(['a.one', 'a.two']));
    expect(card).toContain('親しい間柄の冗談');
    expect(card).toContain('同じ項目2件');
    expect([...card!.matchAll(/href="\/cases\/(\d+)"/g)].map(([, id]) => id)).toEqual([same, half]);
    expect(await cardOf(reviewer, await add(['a.five']))).toBeNull();
    expect(await cardOf(reviewer, await add([]))).toBeNull();
  });

  it('are none that speaks of whoever looks, and none that is open again', async () => {
    const named = await add(['b.one'], ' 確認者2さん');
    await dismiss(named);
    const like = await add(['b.one']);
    expect(await cardOf(lead, like)).toContain(`/cases/${named}"`);
    expect(await cardOf(reviewer, like)).toBeNull();
    await decide(desk.db, named, { kind: 'reopen', note: '' }, '高橋', desk.clock.now);
    expect(await cardOf(lead, like)).toBeNull();
  });

  it('are never what was handed in', async () => {
    const [person] = await listPeople(desk.db);
    const { caseId } = await handIn(
      desk.db,
      newConsultation(person!, { confidential: false, words: '無能' }),
      desk.clock.now,
    );
    await decide(desk.db, caseId, plainApproval(['insult-person']), '高橋', desk.clock.now);
    await desk.db.execute(sql`update komainu.case_file set entries = '{test.entry}' where id = ${caseId}`); // as its verdict does
    expect(await cardOf(lead, await add(['test.entry']))).toBeNull();
  });

  it('hint when a decision departs from all of them', async () => {
    for (const id of [await add(['c.one']), await add(['c.one'])]) await dismiss(id);
    expect(await cardOf(lead, await add(['c.one']))).not.toContain('どれもこれと違う判断');
    const like = await add(['c.one']);
    await decide(desk.db, like, plainApproval(['insult-person']), '高橋', desk.clock.now);
    expect(await cardOf(lead, like)).toContain('似ている案件2件は、どれもこれと違う判断でした');
  });
});
