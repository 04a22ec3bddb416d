import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaseId, CLAIM_MINUTES } from '../../../../src/cases/index.ts';
import { loadCase } from '../../../../src/store/index.ts';
import { standingFeedback } from '../../../store/standing-feedback.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

/** The least that an approval needs. */
const APPROVAL = { acts: 'insult-person', severity: '2', declaration: '1' } as const;

let desk: TestDesk;
let one: Browser;
let other: Browser;
let id: CaseId;
let made = 0;
const newCase = () => {
  made += 1;
  return desk.addCase(
    {
      from: 'a@example.com',
      subject: `件名 ${made}`,
      body: '本当に無能ですね。話になりません。',
      found: [{ text: '無能', act: 'insult-person', points: 5 }],
      receivedAt: new Date(desk.clock.now.getTime() - 1000),
    },
    `decided-${made}`,
  );
};
const letTimePass = (minutes: number) => {
  desk.clock.now = new Date(desk.clock.now.getTime() + minutes * 60_000);
};
beforeAll(async () => {
  desk = await startDesk();
  one = await desk.signedInAs('reviewer');
  other = await desk.signedInAs('lead');
});
afterAll(() => desk.stop());
beforeEach(async () => {
  letTimePass(CLAIM_MINUTES); // nobody is at anything
  id = await newCase();
});

describe('approving a case', { timeout: 180_000 }, () => {
  it('records acts, severity, legal elements, declaration, who was affected and how, cause and note', async () => {
    const page = await one.post(`/cases/${id}/approve`, [
      ['acts', 'insult-person'],
      ['acts', 'summons'],
      ['severity', '3'],
      ['element-customer', 'met'],
      ['element-beyond', 'unmet'],
      ['element-harmed', 'unheard-of'],
      ['declaration', '1'],
      ['affected', 'colleague'],
      ['harms', 'time'],
      ['harms', 'mind'],
      ['ownCause', 'yes'],
      ['note', ' 事実 <b>\n二行目 '],
    ]);
    expect(page.status).toBe(303);
    expect(await loadCase(desk.db, id)).toMatchObject({
      status: 'approved',
      acts: ['insult-person', 'summons'],
      decisions: [
        {
          decision: {
            kind: 'approve',
            acts: ['insult-person', 'summons'],
            severity: 3,
            elements: { customer: 'met', beyond: 'unmet', harmed: 'undecided' },
            declaration: true,
            affected: ['colleague'],
            harms: ['time', 'mind'],
            ownCause: 'yes',
            note: '事実 <b>\n二行目',
          },
          by: '確認者1',
          at: desk.clock.now,
        },
      ],
    });
    const { text } = await one.get(`/cases/${id}`);
    expect(text).toContain('確認者1 さんが');
    expect(text).toContain(
      '<dd><div>顧客等の言動である: 該当</div><div>社会通念上許容される範囲を超えている: 該当しない</div><div>就業環境が害されている: 未判断</div></dd>',
    );
    expect(text).toContain('事実 &lt;b&gt;\n二行目');
    expect(text).not.toContain(`/cases/${id}/approve`);
  });

  it('starts from the assessed acts and judges nothing else beforehand', async () => {
    const { text } = await one.get(`/cases/${id}`);
    expect(
      [...text.matchAll(/name="([\w-]+)" value="([\w-]+)" checked/g)].map(([, name, value]) => [name, value]),
    ).toEqual([
      ['element-customer', 'undecided'],
      ['element-beyond', 'undecided'],
      ['element-harmed', 'undecided'],
      ['acts', 'insult-person'],
      ['ownCause', 'unclear'],
    ]);
  });

  it('takes the severity that was proposed where none is chosen, and the chosen one where one is', async () => {
    const { severity: _, ...unsaid } = APPROVAL;
    const again = await one.post(`/cases/${id}/approve`, unsaid);
    expect(again.status).toBe(400);
    expect(again.text).toContain('name="proposed" value="2"');
    await one.post(`/cases/${id}/approve`, { ...unsaid, proposed: '2' });
    expect((await loadCase(desk.db, id))!.decisions).toMatchObject([{ decision: { severity: 2 } }]);
    await one.post(`/cases/${id}/reopen`);
    await one.get(`/cases/${id}`);
    await one.post(`/cases/${id}/approve`, { ...APPROVAL, severity: '1', proposed: '2' });
    expect((await loadCase(desk.db, id))!.decisions.at(-1)).toMatchObject({ decision: { severity: 1 } });
  });

  it.each(['spam', 'wrong-recipient', 'own-staff'])('is dismissed as %s', async (reason) => {
    await one.post(`/cases/${id}/dismiss`, { reason });
    expect((await loadCase(desk.db, id))!.decisions).toMatchObject([{ decision: { kind: 'dismiss', reason } }]);
  });

  it('records elements that nobody ticked as not judged, and says so', async () => {
    await one.post(`/cases/${id}/approve`, APPROVAL);
    expect((await loadCase(desk.db, id))!.decisions).toMatchObject([
      { decision: { elements: { customer: 'undecided', beyond: 'undecided', harmed: 'undecided' } } },
    ]);
    const { text } = await one.get(`/cases/${id}`);
    expect(text).toContain('<dt>法の三要素</dt><dd><div>未判断</div></dd>');
    expect(text).not.toContain('該当なし');
  });

  it('reads decisions of before as they were meant: what they named is met, the rest was not judged', async () => {
    await one.post(`/cases/${id}/approve`, APPROVAL);
    await desk.db.execute(
      sql`update komainu.decision set decision = jsonb_set(decision, '{elements}', '["customer"]') where case_id = ${id}`,
    );
    expect((await loadCase(desk.db, id))!.decisions).toMatchObject([
      { decision: { elements: { customer: 'met', beyond: 'undecided', harmed: 'undecided' } } },
    ]);
    expect((await one.get(`/cases/${id}`)).text).toContain('顧客等の言動である: 該当');
  });

  it('says what is needed and which answers are before anything is wrong', async () => {
    const { text } = await one.get(`/cases/${id}`);
    for (const words of ['該当する行為', '認定の根拠', '却下の理由', '引き継ぐ相手'])
      expect(text).toContain(`<legend>${words}<span class="need">必須</span></legend>`);
    expect(text).toContain('どちらかが必要です');
    expect(text).toContain('選ばなければ、この重さで記録します');
  });

  it.each([
    ['no act', { ...APPROVAL, acts: 'unheard-of' }, '該当する行為を一つ以上'],
    ['no severity', { ...APPROVAL, severity: '4' }, '重さを選んでください'],
    [
      'no ground',
      { ...APPROVAL, declaration: '', 'element-customer': 'met' },
      '法の三要素をすべて「該当」にしてください',
    ],
    ['a note that is too long', { ...APPROVAL, note: 'あ'.repeat(2001) }, 'メモは2,000文字までです'],
    ['missed words that are not there', { ...APPROVAL, missed: '話になり\nない<b>言葉' }, 'ない&lt;b&gt;言葉」は'],
  ])('comes back with %s, values kept', async (_, fields, message) => {
    const page = await one.post(`/cases/${id}/approve`, { note: '書いたメモ', ...fields });
    expect(page.status).toBe(400);
    expect(page.text).toContain(message);
    expect(page.text).toContain('<details class="way way-approve" name="way" id="way-approve" open');
    if (!('note' in fields)) expect(page.text).toContain('書いたメモ');
    expect((await loadCase(desk.db, id))!.status).toBe('open');
  });

  it('keeps where the words stand that were missed', async () => {
    await one.post(`/cases/${id}/approve`, { ...APPROVAL, missed: ' 話になりません \r\n\r\n件名' });
    const found = (await standingFeedback(desk.db)).filter(({ caseId }) => caseId === id);
    expect(found).toMatchObject([
      { kind: 'missed', part: 'body', start: 9, end: 16, words: '話になりません', by: '確認者1' },
      { kind: 'missed', part: 'subject', start: 0, end: 2, words: '件名' },
    ]);
  });
});

describe('dismissing a case', { timeout: 180_000 }, () => {
  it('records the reason, and the entry that misfired', async () => {
    const page = await one.post(`/cases/${id}/dismiss`, { reason: 'jargon', misfires: 'test.entry' });
    expect(page.status).toBe(303);
    expect(await loadCase(desk.db, id)).toMatchObject({
      status: 'dismissed',
      decisions: [{ decision: { kind: 'dismiss', reason: 'jargon', note: '' } }],
    });
    expect(await standingFeedback(desk.db)).toContainEqual(
      expect.objectContaining({ kind: 'misfire', entry: 'test.entry', caseId: id }),
    );
    expect((await one.get(`/cases/${id}`)).text).toContain('（業界や専門の用語）');
  });

  it('marks no entry that was not found in the case', async () => {
    await one.post(`/cases/${id}/dismiss`, { reason: 'jargon', misfires: 'other.entry' });
    const feedback = await standingFeedback(desk.db);
    expect(feedback.filter(({ caseId }) => caseId === id)).toEqual([]);
  });

  it.each([
    ['no reason', { note: '書いたメモ' }, '却下の理由を一つ選んでください'],
    ['an unknown reason', { reason: '<script>', note: '書いたメモ' }, '却下の理由を一つ選んでください'],
    ['a note that is too long', { reason: 'joke', note: `書いたメモ${'あ'.repeat(2000)}` }, 'メモは2,000文字までです'],
  ])('comes back with %s, values kept', async (_, fields, message) => {
    const page = await one.post(`/cases/${id}/dismiss`, fields);
    expect(page.status).toBe(400);
    expect(page.text).toContain(message);
    expect(page.text).toContain('書いたメモ');
    if ('reason' in fields && fields.reason === 'joke') expect(page.text).toMatch(/value="joke" checked/);
    expect((await loadCase(desk.db, id))!.status).toBe('open');
  });
});

describe('after a decision', { timeout: 180_000 }, () => {
  it('the next case follows, with a way back', async () => {
    const next = await newCase();
    expect((await one.post(`/cases/${id}/dismiss`, { reason: 'joke' })).location).toMatch(/^\/cases\/\d+\?after=/);
    const page = await one.get(`/cases/${next}?after=${id}`);
    expect(page.text).toContain(`案件 ${id} を却下しました。`);
    expect(page.text).toContain(`action="/cases/${id}/reopen"`);
    expect((await other.get(`/cases/${next}?after=${id}`)).text).not.toContain(`案件 ${id} を却下しました。`);
  });

  it('it can be undone and decided again; nothing is forgotten', async () => {
    await one.post(`/cases/${id}/approve`, APPROVAL);
    const again = await other.post(`/cases/${id}/reopen`, { note: '別の件と取り違えていた' });
    expect(again).toMatchObject({ status: 303, location: `/cases/${id}` });
    expect((await other.get(`/cases/${id}`)).text).toContain('別の件と取り違えていた');
    await other.post(`/cases/${id}/dismiss`, { reason: 'joke' });
    expect((await loadCase(desk.db, id))!.decisions.map(({ decision, by }) => [decision.kind, by])).toEqual([
      ['approve', '確認者1'],
      ['reopen', '確認者2'],
      ['dismiss', '確認者2'],
    ]);
  });

  it('an undone decision is undone already', async () => {
    const page = await one.post(`/cases/${id}/reopen`);
    expect(page.status).toBe(409);
    expect(page.text).toContain('すでに未判断に戻っています');
  });

  it('a second person is told who was first, and changes nothing', async () => {
    await one.post(`/cases/${id}/dismiss`, { reason: 'joke' });
    const page = await other.post(`/cases/${id}/approve`, APPROVAL);
    expect(page.status).toBe(409);
    expect(page.text).toContain('確認者1 さんがすでに判断しています');
    expect((await loadCase(desk.db, id))!.decisions).toHaveLength(1);
  });
});

describe('a claim', { timeout: 180_000 }, () => {
  it('is made by opening a case; the second person sees by whom and cannot decide', async () => {
    expect((await one.get(`/cases/${id}`)).text).toContain('あなたが確認中です');
    const page = await other.get(`/cases/${id}`);
    expect(page.text).toContain('確認者1 さんが確認中です');
    expect(page.text).not.toContain(`/cases/${id}/approve`);
    const refused = await other.post(`/cases/${id}/dismiss`, { reason: 'joke' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('確認者1 さんが確認を始めたため');
    expect((await other.get('/')).text).toContain('確認者1 さんが確認中');
    expect((await one.get('/')).text).toContain('あなたが確認中');
  });

  it('ends after a while, unless it is renewed by an open page', async () => {
    await one.get(`/cases/${id}`);
    letTimePass(CLAIM_MINUTES - 1);
    expect((await one.post(`/cases/${id}/claim`)).status).toBe(204);
    letTimePass(CLAIM_MINUTES - 1);
    expect((await other.post(`/cases/${id}/claim`)).status).toBe(409);
    letTimePass(1);
    expect((await other.get(`/cases/${id}`)).text).toContain('あなたが確認中です');
    expect((await one.post(`/cases/${id}/claim`)).status).toBe(409);
  });

  it('can be let go', async () => {
    await one.get(`/cases/${id}`);
    expect(await one.post(`/cases/${id}/leave`)).toMatchObject({ status: 303, location: '/' });
    expect((await other.get(`/cases/${id}`)).text).toContain('あなたが確認中です');
  });

  it('lets one of two people decide at the same moment', async () => {
    const answers = await Promise.all([
      one.post(`/cases/${id}/approve`, APPROVAL),
      other.post(`/cases/${id}/dismiss`, { reason: 'joke' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  });
});

describe('going on', { timeout: 180_000 }, () => {
  it('serves a skipped case no more to who skipped it, and still to others', async () => {
    for (const browser of [one, other]) await decideAllBut(browser, id);
    expect((await one.post('/next')).location).toBe(`/cases/${id}`);
    expect((await one.post(`/cases/${id}/skip`)).location).toBe('/?none=1');
    expect((await one.post('/next')).location).toBe('/?none=1');
    const list = (await one.get('/?none=1')).text;
    expect(list).toContain('いま確認できる案件はありません');
    expect(list).toContain('スキップ済み');
    expect((await other.post('/next')).location).toBe(`/cases/${id}`);
  });

  it('hands a case over to a person or the desk; others are not served it', async () => {
    for (const browser of [one, other]) await decideAllBut(browser, id);
    const to = /name="to" value="([^"]+)"[^>]*><span>確認者2/.exec((await one.get(`/cases/${id}`)).text)?.[1] ?? '';
    expect((await one.post(`/cases/${id}/hand-over`, { to, note: '続きをお願いします' })).location).toBe(
      `/?after=${id}`,
    );
    expect((await one.get(`/?after=${id}`)).text).toContain('担当: 確認者2 さん');
    expect((await one.post('/next')).location).toBe('/?none=1');
    expect((await other.post('/next')).location).toBe(`/cases/${id}`);
    expect((await other.get('/?assignee=me')).text).toContain(`id="row-${id}"`);
    await desk.signedInAs('desk');
    await other.post(`/cases/${id}/hand-over`, { to: 'desk' });
    expect((await loadCase(desk.db, id))!).toMatchObject({ status: 'open', assignee: { kind: 'desk' } });
    expect((await other.get('/?assignee=desk')).text).toContain(`id="row-${id}"`);
  });

  it('takes a declined case from whoever declines it, without a word to anybody else', async () => {
    for (const browser of [one, other]) await decideAllBut(browser, id);
    const to = /name="to" value="([^"]+)"[^>]*><span>確認者2/.exec((await one.get(`/cases/${id}`)).text)?.[1] ?? '';
    await one.post(`/cases/${id}/hand-over`, { to });
    expect((await other.get('/')).text).toContain(`action="/cases/${id}/decline"`); // without having read it
    expect((await one.get('/')).text).not.toContain(`action="/cases/${id}/decline"`);
    expect(await other.post(`/cases/${id}/decline`)).toMatchObject({ status: 303, location: `/?declined=${id}` });
    const own = (await other.get(`/?declined=${id}`)).text;
    expect(own).toContain('もうあなたには回りません');
    expect(own).toContain('自分には回りません');
    expect(own).not.toContain(`件名 ${made}`);
    expect((await other.post('/next')).location).toBe('/?none=1');
    expect((await one.post('/next')).location).toBe(`/cases/${id}`);
    for (const path of ['/', `/cases/${id}`]) expect((await one.get(path)).text).not.toContain('自分には回りません');
    const log = (await (await desk.signedInAs('auditor')).get(`/audit?target=case/${id}`)).text;
    expect(log).toContain('案件のスキップ、自分には回さない');
    expect((await one.post('/cases/999999/decline')).status).toBe(404);
  });

  it.each(['', 'nobody-known', 'id-with-<b>'])('hands nothing over to %j', async (to) => {
    const page = await one.post(`/cases/${id}/hand-over`, { to });
    expect(page.status).toBe(400);
    expect(page.text).toContain('引き継ぐ相手を選んでください');
  });

  /** Dismisses what earlier tests have left. */
  async function decideAllBut(browser: Browser, kept: string): Promise<void> {
    const list = (await browser.get('/')).text;
    for (const [, row] of list.matchAll(/id="row-(\d+)"/g))
      if (row !== kept) await browser.post(`/cases/${row}/dismiss`, { reason: 'other' });
  }
});
