import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId, PersonId } from '../../../../src/cases/index.ts';
import {
  auditRows,
  casesToTell,
  decide,
  findAccount,
  handIn,
  liveClaim,
  loadCase,
  purge,
  unseenMentions,
} from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('a comment', { timeout: 180_000 }, () => {
  let desk: TestDesk;
  let one: Browser; // 確認者1
  let two: Browser; // 確認者2
  let made = 0;
  const ids = new Map<number, PersonId>();
  beforeAll(async () => {
    desk = await startDesk();
    one = await desk.signedInAs('reviewer');
    two = await desk.signedInAs('reviewer');
    await desk.signedInAs('lead');
    await desk.signedInAs('auditor');
    for (const n of [1, 2, 3, 4]) ids.set(n, (await findAccount(desk.db, `person-${n}@example.jp`))!.id);
  });
  afterAll(() => desk.stop());

  const newCase = (body = '無能。'): Promise<CaseId> => {
    made += 1;
    const found = [{ text: '無能', act: 'insult-person', points: 5 }] as const;
    return desk.addCase({ from: 'a@example.com', subject: `件名 ${made}`, body, found }, `comment-${made}`);
  };
  const write = (browser: Browser, id: CaseId, words: string) => browser.post(`/cases/${id}/comments`, { words });
  const unseen = (n: number, seesConfidential = false) =>
    unseenMentions(desk.db, { person: ids.get(n)!, seesConfidential });
  const last = async () => {
    let entry = null;
    for await (const row of auditRows(desk.db, {})) entry = row;
    return entry;
  };

  it('stands in the history of the case, decides nothing and leaves whoever is at it there', async () => {
    const id = await newCase();
    await two.get(`/cases/${id}`);
    const { location } = await write(one, id, '先週の電話と\r\n同じ人です');
    expect(location).toBe(`/cases/${id}?tab=body#history`);
    const { text } = await two.get(`/cases/${id}`);
    const history = /id="history"[\s\S]*?<\/ol>/.exec(text)![0];
    expect(history).toContain('<strong>コメント</strong>');
    expect(history).toContain('先週の電話と\n同じ人です');
    expect(history).toContain('確認者1');
    expect(await loadCase(desk.db, id)).toMatchObject({ status: 'open', decisions: [] });
    expect(await liveClaim(desk.db, id, desk.clock.now)).toMatchObject({ name: '確認者2' });
    await two.post(`/cases/${id}/leave`);
  });

  it('is in the log without its words', async () => {
    const id = await newCase();
    await write(one, id, '@確認者2 ひみつの言葉');
    const entry = await last();
    expect(entry).toMatchObject({
      action: 'case.comment',
      target: `case/${id}`,
      details: { mentioned: [`account/${ids.get(2)}`] },
    });
    expect(JSON.stringify(entry)).not.toContain('ひみつ');
    await two.post('/mentions/seen');
  });

  it('can be written to a decided case, and by whom the case is not assigned to', async () => {
    const id = await newCase();
    await decide(desk.db, id, { kind: 'dismiss', reason: 'joke', note: '' }, 'x', desk.clock.now);
    await write(one, id, '判断のあとの一言');
    expect((await one.get(`/cases/${id}`)).text).toContain('判断のあとの一言');
  });

  it.each([
    ['nothing', ' \r\n ', 'コメントを入力してください。'],
    ['too much', 'あ'.repeat(2001), '2,000文字以内で書いてください。'],
  ])('is not taken with %s; it comes back', async (_, words, message) => {
    const id = await newCase();
    const page = await write(one, id, words);
    expect(page.status).toBe(400);
    expect(page.text).toContain(message);
    expect(page.text).toMatch(/<details class="card hold comment" id="comment" open/);
    if (words.trim() !== '') expect(page.text).toContain(words);
    expect(page.text).not.toContain('id="history"');
  });

  it('hides words that the case hides', async () => {
    const found = [{ text: 'ぶん殴る', act: 'physical-violence', points: 8 }] as const;
    const id = await desk.addCase({ from: 'a@example.com', subject: '件名', body: 'ぶん殴る。', found }, 'hidden');
    await write(one, id, '「ぶん殴る」とあります');
    expect((await one.get(`/cases/${id}`)).text).not.toContain('ぶん殴る');
    expect((await one.get(`/cases/${id}?reveal=1`)).text).toContain('「ぶん殴る」とあります');
  });

  it('is written out, whatever it holds', async () => {
    const id = await newCase();
    await write(one, id, '<b>太字</b>\u202eあべこべ');
    const { text } = await one.get(`/cases/${id}`);
    expect(text).toContain('&lt;b&gt;太字&lt;/b&gt;[U+202E]あべこべ');
  });

  it('mentions someone, who finds the case and not the words, until they open it', async () => {
    const id = await newCase();
    await write(one, id, '@確認者2 さん、@確認者1 と @確認者4 はどう思いますか');
    expect([await unseen(1), await unseen(2), await unseen(3), await unseen(4)]).toEqual([0, 1, 0, 0]);
    const list = (await two.get('/')).text;
    expect(list).toContain('未確認のメンション 1件');
    expect((await one.get('/')).text).not.toContain('未確認のメンション');
    const { text } = await two.get('/?tab=mine');
    expect(text).toContain(`href="/cases/${id}?tab=body#history"`);
    expect(text).toContain('確認者1 さんから');
    expect(text).not.toContain('どう思いますか');
    expect((await two.get(`/cases/${id}`)).text).not.toContain('未確認のメンション');
    expect(await unseen(2)).toBe(0);
    expect((await two.get('/?tab=mine')).text).toContain(`href="/cases/${id}?tab=body#history"`);
  });

  it('mentions nobody who is recused, and hides the subject where a case came to speak of them', async () => {
    const named = await newCase('確認者2さんは無能。');
    await write(one, named, '@確認者2 さんへ');
    expect(await unseen(2)).toBe(0);
    const id = await newCase();
    await write(one, id, '@確認者2 さんへ');
    await desk.addCase({ from: 'a@example.com', subject: '確認者2さんへの苦情', body: '無能。' }, `comment-${made}`);
    const { text } = await two.get('/?tab=mine');
    expect(text).toContain('（件名は伏せています）');
    expect(text).not.toContain('への苦情');
    expect((await two.get(`/cases/${id}`)).status).toBe(403);
    expect(await unseen(2)).toBe(1);
    await two.post('/mentions/seen');
    expect(await unseen(2)).toBe(0);
  });

  it('on a confidential consultation is for the desk alone', async () => {
    const own = await desk.signedInAs('desk');
    const other = await desk.signedInAs('desk');
    ids.set(5, (await findAccount(desk.db, 'person-5@example.jp'))!.id);
    ids.set(6, (await findAccount(desk.db, 'person-6@example.jp'))!.id);
    const reporter = { id: ids.get(4)!, name: '確認者4' };
    const { caseId } = await handIn(desk.db, newConsultation(reporter, { confidential: true }), desk.clock.now);
    await write(own, caseId, '@確認者6 @確認者2 ひみつのコメント');
    expect([await unseen(2), await unseen(6, true), await unseen(6)]).toEqual([0, 1, 0]);
    expect((await other.get('/?tab=mine')).text).toContain(`/cases/${caseId}?tab=body#history`);
    expect((await write(one, caseId, 'x')).status).toBe(404);
    for (const path of ['/', '/?tab=mine', `/cases/${caseId}`])
      expect((await one.get(path)).text).not.toContain('ひみつ');
    expect(await casesToTell(desk.db, 'a', { kind: 'urgent' })).not.toContain(caseId);
  });

  it('goes with its case', async () => {
    const id = await newCase();
    await write(one, id, '@確認者2 消えるコメント');
    await decide(desk.db, id, { kind: 'dismiss', reason: 'joke', note: '' }, 'x', desk.clock.now);
    const later = new Date(desk.clock.now.getTime() + 200 * 86_400_000);
    await purge(desk.db, desk.deps.retention, later);
    const rows = await desk.db.execute(sql`select words from komainu.comment`);
    expect(JSON.stringify(rows)).not.toContain('消えるコメント');
    expect(await unseen(2)).toBe(0);
  });
});
