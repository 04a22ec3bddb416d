import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withSimilar } from '../../../../src/actions/index.ts';
import type { CaseId } from '../../../../src/cases/index.ts';
import { auditRows, findAccount, loadCase } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('several cases together', { timeout: 180_000 }, () => {
  let desk: TestDesk;
  let lead: Browser; // 確認者1
  let reviewer: Browser; // 確認者2
  let made = 0;
  beforeAll(async () => {
    desk = await startDesk();
    lead = await desk.signedInAs('lead');
    reviewer = await desk.signedInAs('reviewer');
    await desk.signedInAs('desk');
  });
  afterAll(() => desk.stop());

  const newCase = (body = `無能。${made}`, band: 'review' | 'urgent' = 'review'): Promise<CaseId> => {
    made += 1;
    const found = [{ text: '無能', act: 'insult-person', points: 5 }] as const;
    return desk.addCase({ from: 'a@example.com', subject: `件名 ${made}`, body, found, band }, `together-${made}`);
  };
  const send = (browser: Browser, what: string, ids: readonly string[], more: Record<string, string> = {}) =>
    browser.post('/list/decide', [
      ['do', what],
      ...Object.entries(more),
      ...ids.map((id): [string, string] => ['case', id]),
    ] as [string, string][]);
  const statusOf = async (id: CaseId) => (await loadCase(desk.db, id))!.status;
  const idOf = async (n: number) => (await findAccount(desk.db, `person-${n}@example.jp`))!.id;
  async function entriesOf(id: CaseId): Promise<string[]> {
    const found: string[] = [];
    for await (const { action, target } of auditRows(desk.db, {})) if (target === `case/${id}`) found.push(action);
    return found;
  }
  const tickedIn = (text: string) =>
    [...text.matchAll(/<input[^>]* name="case" value="(\d+)"[^>]*>/g)]
      .filter(([tag]) => / checked/.test(tag))
      .map(([, id]) => id);

  it('are dismissed, each with its own decision and entry', async () => {
    const ids = [await newCase(), await newCase()];
    const page = await send(lead, 'dismiss', ids, { reason: 'spam' });
    expect(page.text).toContain('2件を却下しました。');
    for (const id of ids) {
      expect((await loadCase(desk.db, id))!.decisions).toMatchObject([
        { decision: { kind: 'dismiss', reason: 'spam' }, by: '確認者1' },
      ]);
      expect(await entriesOf(id)).toEqual(['case.dismiss']);
    }
  });

  it('are told case by case where it could not be done; these stay ticked', async () => {
    const [good, claimed, decided, naming] = [
      await newCase(),
      await newCase(),
      await newCase(),
      await newCase('確認者1さんは無能。'),
    ];
    await reviewer.get(`/cases/${claimed}`);
    await send(lead, 'dismiss', [decided], { reason: 'joke' });
    const { text } = await send(lead, 'dismiss', [good, claimed, decided, naming, '999'], { reason: 'joke' });
    const plain = text.replace(/<[^>]+>/g, '');
    expect(plain).toContain('1件を却下しました。');
    expect(plain).toContain('次の4件は、そのままです。');
    expect(plain).toContain(`案件 ${claimed}: ほかの方が確認中です。`);
    expect(plain).toContain(`案件 ${decided}: 判断が済んでいます。`);
    expect(plain).toContain(`案件 ${naming}: メールにあなたの名前があるため`);
    expect(plain).toContain('案件 999: その番号の案件はありません。');
    expect(await Promise.all([good, claimed, naming].map(statusOf))).toEqual(['dismissed', 'open', 'open']);
    expect(tickedIn(text).sort()).toEqual([claimed, naming].sort());
    await reviewer.post(`/cases/${claimed}/leave`);
  });

  it('are handed over, assigned, taken and skipped', async () => {
    const ids = [await newCase(), await newCase()];
    const assignees = () => Promise.all(ids.map(async (id) => (await loadCase(desk.db, id))!.assignee));
    await send(lead, 'hand-over', ids, { to: await idOf(2) });
    expect(await assignees()).toMatchObject([{ name: '確認者2' }, { name: '確認者2' }]);
    expect(await entriesOf(ids[0]!)).toEqual(['case.hand-over']);
    await send(lead, 'take', ids);
    expect(await assignees()).toMatchObject([{ name: '確認者1' }, { name: '確認者1' }]);
    const { text } = await send(reviewer, 'take', ids);
    expect(text).toContain('ほかの方の担当です。');
    await send(lead, 'assign', ids, { to: await idOf(2) });
    expect(await entriesOf(ids[1]!)).toEqual(['case.hand-over', 'case.assign', 'case.assign']);
    expect((await send(reviewer, 'skip', ids)).text).toContain('2件をスキップしました。');
    expect(await assignees()).toEqual([{ kind: 'anyone' }, { kind: 'anyone' }]);
  });

  it.each([
    ['a person', () => idOf(2)],
    ['the consultation desk', async () => 'desk'],
  ])('are handed over to %s once though the page is loaded anew, and it can be undone', async (_, whom) => {
    const [id, to] = [await newCase(), await whom()];
    await send(lead, 'hand-over', [id], { to });
    const again = await send(lead, 'hand-over', [id], { to });
    expect(again.text).toContain('1件を引き継ぎました。');
    expect((await loadCase(desk.db, id))!.decisions).toHaveLength(1);
    expect(await entriesOf(id)).toEqual(['case.hand-over']);
    await lead.post(`/cases/${id}/reopen`);
    expect((await loadCase(desk.db, id))!.assignee).toEqual({ kind: 'anyone' });
  });

  const undo = (browser: Browser, text: string) => {
    const form = /<form method="post" action="\/list\/undo">[\s\S]*?<\/form>/.exec(text)![0];
    const fields = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
    return browser.post(
      '/list/undo',
      fields.map(([, name, value]): [string, string] => [name!, value!.replaceAll('&amp;', '&')]),
    );
  };
  const plain = (text: string) => text.replace(/<[^>]+>/g, '');

  it('are all open again with one press, each with its entry', async () => {
    const ids = [await newCase(), await newCase(), await newCase()];
    const done = await send(lead, 'dismiss', ids, { reason: 'spam', query: 'tab=review' });
    expect(done.text).toMatch(/<button type="submit" class="button" data-key="u">3件を元に戻す/);
    const undone = await undo(lead, done.text);
    expect(plain(undone.text)).toContain('3件を元に戻しました。');
    expect(undone.text).toContain('name="query" value="tab=review"');
    expect(undone.text).not.toContain('action="/list/undo"');
    for (const id of ids) {
      const { status, decisions, heldBy } = (await loadCase(desk.db, id))!;
      expect([status, decisions.map(({ decision }) => decision.kind), heldBy]).toEqual([
        'open',
        ['dismiss', 'reopen'],
        null,
      ]);
      expect(await entriesOf(id)).toEqual(['case.dismiss', 'case.reopen']);
    }
    const again = plain((await undo(lead, done.text)).text);
    expect(again).toContain('0件を元に戻しました。');
    expect(again).toContain('次の3件は、そのままです。');
    for (const id of ids) expect(await entriesOf(id)).toEqual(['case.dismiss', 'case.reopen']);
  });

  it('stay as somebody decided them anew since, which is told', async () => {
    const ids = [await newCase(), await newCase(), await newCase()];
    const [mine, theirs, anew] = ids;
    const done = await send(lead, 'dismiss', ids, { reason: 'spam' });
    await reviewer.post(`/cases/${theirs}/reopen`);
    await send(reviewer, 'dismiss', [theirs!], { reason: 'joke' });
    await lead.post(`/cases/${anew}/reopen`);
    desk.clock.now = new Date(desk.clock.now.getTime() + 1_000);
    await send(lead, 'dismiss', [anew!], { reason: 'joke' });
    const text = plain((await undo(lead, done.text)).text);
    expect(text).toContain('1件を元に戻しました。');
    expect(text).toContain(`案件 ${theirs}: その後に判断が変わったため、元に戻していません。`);
    expect(text).toContain(`案件 ${anew}: その後に判断が変わったため、元に戻していません。`);
    expect(await Promise.all(ids.map(statusOf))).toEqual(['open', 'dismissed', 'dismissed']);
    expect(await entriesOf(mine!)).toEqual(['case.dismiss', 'case.reopen']);
  });

  it('are undone by nobody else, and nothing is by a form that says nothing', async () => {
    const id = await newCase();
    const done = await send(lead, 'dismiss', [id], { reason: 'spam' });
    expect(plain((await undo(reviewer, done.text)).text)).toContain('0件を元に戻しました。');
    expect(
      (
        await lead.post('/list/undo', [
          ['case', id],
          ['until', 'x'],
        ])
      ).status,
    ).toBe(200);
    expect((await lead.post('/list/undo', [])).status).toBe(200);
    expect(await statusOf(id)).toBe('dismissed');
  });

  it('are taken back together from whom they were handed to', async () => {
    const ids = [await newCase(), await newCase()];
    const done = await send(lead, 'hand-over', ids, { to: await idOf(2) });
    expect(plain((await undo(lead, done.text)).text)).toContain('2件を元に戻しました。');
    for (const id of ids) expect((await loadCase(desk.db, id))!.assignee).toEqual({ kind: 'anyone' });
  });

  it('are not assigned to others by who may not', async () => {
    const id = await newCase();
    const { text } = await send(reviewer, 'assign', [id], { to: await idOf(1) });
    expect(text).toContain('権限がありません。');
    expect((await loadCase(desk.db, id))!.assignee).toEqual({ kind: 'anyone' });
    expect((await reviewer.get('/')).text).not.toContain('value="assign"');
    expect((await lead.get('/')).text).toContain('value="assign"');
  });

  it.each([
    ['no reason', 'dismiss', {}, '却下の理由を一つ'],
    ['nobody to hand over to', 'hand-over', {}, '引き継ぐ相手を選んで'],
    ['nobody to assign to', 'assign', {}, '引き継ぐ相手を選んで'],
    ['an approval', 'approve', { severity: '1', declaration: '1' }, 'まとめてできるのは'],
    ['nothing', '', {}, 'まとめてできるのは'],
  ])('stay as they are with %s, and ticked', async (_, what, more, message) => {
    const id = await newCase();
    const page = await send(lead, what, [id], more);
    expect(page.status).toBe(400);
    expect(page.text).toContain(message);
    expect(tickedIn(page.text)).toEqual([id]);
    expect(await statusOf(id)).toBe('open');
    expect(await entriesOf(id)).toEqual([]);
  });

  it('are none when nothing is ticked', async () => {
    for (const what of ['dismiss', 'similar']) {
      const page = await send(lead, what, [], { reason: 'joke' });
      expect(page.status).toBe(400);
      expect(page.text).toContain('案件を選んでください。');
    }
  });

  it('lead back to the list they were chosen in', async () => {
    const id = await newCase();
    const { text } = await send(lead, 'skip', [id], { query: 'tab=review&q=件名' });
    expect(text).toContain('name="query" value="tab=review&amp;q=%E4%BB%B6%E5%90%8D"');
  });

  it('are shown with their near-duplicates, ticked but for urgent ones, before anything is done', async () => {
    const same = '無能。まったく同じ本文です。';
    const [one, two, urgent] = [await newCase(same), await newCase(same), await newCase(same, 'urgent')];
    const { text } = await send(lead, 'similar', [one]);
    const ticked = tickedIn(text);
    expect(ticked).toEqual(expect.arrayContaining([one, two]));
    expect(ticked).not.toContain(urgent);
    expect(text).toContain(`value="${urgent}"`);
    expect(await entriesOf(one)).toEqual(['case.similar']);
    expect(await statusOf(one)).toBe('open');
  });

  it('all stay ticked, however many they are; for twenty near-duplicates are looked for', async () => {
    const many: CaseId[] = [];
    for (let n = 0; n < 20; n++) many.push(await newCase());
    const last = await newCase('無能。最後', 'urgent');
    const { text } = await send(lead, 'similar', [...many, last]);
    expect(tickedIn(text)).toEqual(expect.arrayContaining([...many, last]));
    expect(text).toContain('選んだ案件のうち1件については、ほぼ同じ案件を探していません。');
  });

  it('stand with as many near-duplicates as a form may hold, and it is said how many are left out', async () => {
    const id = await newCase();
    const email = 'person-1@example.jp';
    const actor = {
      kind: 'person',
      id: await idOf(1),
      name: '確認者1',
      email,
      roles: ['lead'],
      address: null,
    } as const;
    const all = await withSimilar(desk.deps, actor, [id], 200);
    expect(all.similar.length).toBeGreaterThan(2);
    const few = await withSimilar(desk.deps, actor, [id], 3);
    expect(few).toMatchObject({ chosen: [{ id }], similar: all.similar.slice(0, 2) });
    expect([all.leftOut, few.leftOut]).toEqual([0, all.similar.length - 2]);
  });

  it('that somebody declined show them no subject, and come along with no other', async () => {
    const [declined, other] = [await newCase(), await newCase()];
    const subject = (await loadCase(desk.db, declined))!.subject;
    await reviewer.post(`/cases/${declined}/decline`);
    const along = (await send(reviewer, 'similar', [other])).text;
    expect(along).not.toContain(`value="${declined}"`);
    const { text } = await send(reviewer, 'similar', [declined]);
    expect(tickedIn(text)).toEqual([declined]);
    expect(text).not.toContain(`>${subject}<`);
    expect(text).toContain('（件名は伏せています）');
    expect((await send(lead, 'similar', [declined])).text).toContain(`>${subject}<`);
  });

  it('are ticked by nobody in a list of decided ones', async () => {
    expect((await lead.get('/?tab=dismissed')).text).not.toMatch(/class="tick"|id="together"/);
  });
});
