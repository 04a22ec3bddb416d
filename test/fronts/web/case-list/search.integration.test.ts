import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseId, plainApproval } from '../../../../src/cases/index.ts';
import { decide, handIn, holdCase, listCases, mergeCases, newestAudit } from '../../../../src/store/index.ts';
import { seedCases } from '../../../bench/desk-seed.ts';
import { newConsultation } from '../../../store/consultations.ts';
import { reviewers } from '../../../store/reviewers.ts';
import type { Browser, Page } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let browser: Browser; // of 確認者1
const ids: Record<string, CaseId> = {};
const rowsIn = (text: string) => [...text.matchAll(/id="row-(\d+)"/g)].map(([, id]) => id);
const [OPEN, DECIDED] = [0, 1];
const part = (page: Page, which: number) => page.text.split('<h2>判断を終えた案件</h2>')[which] ?? '';
const rows = (page: Page) => rowsIn(part(page, OPEN));
const decidedRows = (page: Page) => rowsIn(part(page, DECIDED));
/** What narrows the view, with its counts; the views have counts of their own, whatever is looked for. */
const tabsOf = (page: Page) => /<nav class="tabs" aria-label="案件の絞り込み">[\s\S]*?<\/nav>/.exec(page.text)![0];
const seen = (page: Page) => page.text.replace(/<[^>]*>/g, '');

beforeAll(async () => {
  desk = await startDesk();
  browser = await desk.signedInAs('reviewer');
  const add = async (name: string, body: string, found: Parameters<TestDesk['addCase']>[0]['found'] = []) => {
    const from = `${name} <${name}@example.com>`;
    ids[name] = await desk.addCase({ from, subject: `件名 ${name}`, body, found }, name);
    return ids[name];
  };
  await add('plain', 'お世話になります。先日の請求について、過払い分の精算をお願いします。');
  await add('violent', '精算しないならぶん殴る。', [{ text: 'ぶん殴る', act: 'physical-violence', points: 8 }]);
  await add('named', '確認者1さんの精算がひどい。');
  await decide(desk.db, await add('approved', '認定の本文'), approval, '高橋', desk.clock.now);
  await decide(
    desk.db,
    await add('dismissed', '却下の本文'),
    { kind: 'dismiss', reason: 'jargon', note: '' },
    '高橋',
    desk.clock.now,
  );
  await decide(
    desk.db,
    await add('formula', '式の本文'),
    { kind: 'dismiss', reason: 'joke', note: '' },
    '高橋',
    desk.clock.now,
  );
  await holdCase(desk.db, ids.formula!, '高橋');
});
afterAll(() => desk.stop());

const approval = { ...plainApproval(['insult-person']), severity: 3, declaration: true } as const;

describe('a search', () => {
  it('finds words of the text and shows where they stand', async () => {
    const page = await browser.get('/?q=過払い分');
    expect(rows(page)).toEqual([ids.plain]);
    expect(seen(page)).toContain('過払い分の精算をお願いします');
  });

  it('shows nothing of a case whose words are hidden', async () => {
    const page = await browser.get('/?q=精算');
    expect(rows(page).sort()).toEqual([ids.plain, ids.violent].sort());
    expect(page.text).not.toContain('殴');
    expect(page.text.match(/本文に、探した言葉があります/g)).toHaveLength(1);
  });

  it('does not find a case that speaks of whoever looks by its words: being found would tell that they stand there', async () => {
    for (const q of ['ひどい', '精算がひどい', `${ids.named} ひどい`, '件名 named']) {
      const page = await browser.get(`/?q=${q}`);
      expect([q, rows(page)]).toEqual([q, []]);
      expect(tabsOf(page).match(/class="count">0</g)).toHaveLength(8); // no tab counts it, either
      expect((await browser.get(`/list/export?q=${q}`)).text.split('\r\n')).toHaveLength(2);
    }
    const other = await (await desk.signedInAs('reviewer')).get('/?q=ひどい');
    expect(seen(other)).toContain('さんの精算がひどい'); // speaks of somebody else
  });

  it('finds it once it speaks of everybody who decides: somebody has to', async () => {
    const alone = await startDesk();
    const only = await alone.signedInAs('reviewer');
    await alone.db.execute(sql`delete from auth."user" where name = '最初の人'`);
    const id = await alone.addCase({ from: 'a@example.com', subject: '件名', body: '確認者1さんの精算がひどい。' });
    expect(rows(await only.get('/?q=ひどい'))).toEqual([id]);
    await alone.stop();
  });

  it('does not find a case, either, into which a consultation was merged that speaks of whoever looks', async () => {
    const into = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '弁償の話です。' }, 'merged');
    const q = '/?q=弁償';
    expect(rows(await browser.get(q))).toEqual([into]);
    const [employee] = await reviewers(desk.db, 'employee');
    const { caseId } = await handIn(
      desk.db,
      newConsultation(employee!, { words: '確認者1さんが怒鳴られました。' }),
      desk.clock.now,
    );
    const who = { person: null, by: '高橋', at: desk.clock.now, seesConfidential: false };
    expect(await mergeCases(desk.db, caseId, into, who)).toBeNull();
    expect(rows(await browser.get(q))).toEqual([]);
    expect(rows(await (await desk.signedInAs('reviewer')).get(q))).toEqual([into]);
  });

  it('finds a case by its number', async () => {
    for (const q of [`案件 ${ids.named}`, `%23${ids.named}`, ids.named])
      expect(rows(await browser.get(`/?q=${q}`))).toEqual([ids.named]);
  });

  it('finds decided cases, too, and says what they are', async () => {
    const page = await browser.get('/?q=本文');
    expect(rows(page)).toEqual([]);
    expect(decidedRows(page).sort()).toEqual([ids.approved, ids.dismissed, ids.formula]); // decided at one moment
    expect(part(page, DECIDED).match(/class="pill[^>]*>(認定|却下)</g)).toHaveLength(3);
    expect(page.text).not.toContain('条件に合う案件はありません');
    expect(
      page.text.match(/id="tab-(approved|dismissed)"[\s\S]*?class="count">(\d+)</g)!.map((tab) => tab.at(-2)),
    ).toEqual(['1', '2']);
    expect(decidedRows(await browser.get('/?q=どこにもない言葉'))).toEqual([]);
    expect(decidedRows(await browser.get('/'))).toEqual([]);
  });

  it.each(['approved', 'dismissed', 'named'])(
    'leads to a case by its number alone, whatever became of it: %s',
    async (name) => {
      const state = { approved: '認定', dismissed: '却下', named: '未判断' }[name];
      for (const q of [`案件 ${ids[name]}`, `%23${ids[name]}`, ids[name], `＃${ids[name]}`]) {
        const page = await browser.get(`/?q=${q}`);
        expect(page.text).toContain(
          `<p class="meant"><a href="/cases/${ids[name]}">案件 ${ids[name]}</a> ${state}</p>`,
        );
        expect([...rows(page), ...decidedRows(page)]).toContain(ids[name]);
      }
      expect((await browser.get(`/?q=${ids[name]} 本文`)).text).not.toContain('class="meant"');
    },
  );

  it('leads to no case that nobody has, or that is confidential', async () => {
    const [employee] = await reviewers(desk.db, 'employee');
    const words = '誰にも言わないでください。';
    const { caseId } = await handIn(desk.db, newConsultation(employee!, { words, confidential: true }), desk.clock.now);
    for (const q of ['999999', caseId]) expect((await browser.get(`/?q=${q}`)).text).not.toContain('class="meant"');
  });
});

describe('a search for a word that stands in very many cases', () => {
  let many: TestDesk;
  let recused: Browser;
  let other: Browser;
  const counts = (page: Page) => [...tabsOf(page).matchAll(/class="count">([^<]*)</g)].map(([, count]) => count);
  beforeAll(async () => {
    many = await startDesk();
    recused = await many.signedInAs('reviewer');
    other = await many.signedInAs('reviewer');
    await seedCases(many.db, 2_600);
    // The first urgent ones, and the first that is not.
    for (const id of [7, 107, 1])
      await many.db.execute(
        sql`update komainu.reading set folded = folded || '確認者1さんを出せ' where mail_id = ${id}`,
      );
  });
  afterAll(() => many.stop());
  const listed = async (offset: number, limit: number) =>
    (await listCases(many.db, { status: 'open', words: '見積', limit, offset })).cases;

  it('shows the list from its beginning, and how many there are at least', async () => {
    const page = await other.get('/?q=見積');
    expect(rows(page).slice(0, 3)).toEqual(['7', '57', '107']);
    expect(rows(page)).toHaveLength(50);
    expect(counts(page)).toEqual(['452+', '52', '200+', '200+', '0', '0', '198+', '200+']);
    expect(seen(page)).toContain('1 / 10');
    const last = await other.get('/?q=見積&page=999');
    expect(seen(last)).toContain('20 / 20');
    expect(rows(last)).toEqual((await listed(950, 50)).map(({ id }) => id));
    expect(new Set([...rows(page), ...rows(await other.get('/?q=見積&page=2'))]).size).toBe(100);
  });

  it('finds none that speaks of whoever looks by its words, on no page, in no count and in no file', async () => {
    const page = await recused.get('/?q=見積');
    expect(rows(page).slice(0, 3)).toEqual(['57', '157', '207']);
    expect(counts(page)).toEqual(['449+', '50', '199+', '200+', '0', '0', '198+', '200+']);
    const file = (await recused.get('/list/export?q=見積')).text.split('\r\n');
    expect(file).toHaveLength((await other.get('/list/export?q=見積')).text.split('\r\n').length - 3);
    expect(file.some((line) => /^(7|107|1),/.test(line))).toBe(false);
  });

  it('finds it by its number', async () => {
    expect(rows(await recused.get('/?q=1&tab=review'))).toContain('1');
  });

  it('is not needed for filters that leave very many: each tab is counted up to a limit', async () => {
    const left = Array.from({ length: 2_600 }, (_, n) => n + 1).filter((n) => n % 5 > 0 && n % 51 !== 3);
    const urgent = left.filter((n) => n % 50 === 7);
    const grey = left.filter((n) => n % 50 !== 7 && n % 3 === 0).length;
    const page = await other.get('/?act=insult-person');
    expect(counts(page)).toEqual(['1,000+', `${urgent.length}`, '1,000+', `${grey}`, '0', '0']);
    expect(rows(page)).toEqual(urgent.slice(0, 50).map(String));
    expect(counts(await other.get('/?act=insult-person&assignee=nobody'))).toEqual(counts(page));
  });

  it('looks through a whole tab for what it shows of it', async () => {
    const page = await other.get('/?q=返金 見積&tab=review'); // stands in grey ones alone
    expect(rows(page)).toEqual([]);
    expect(counts(page)[2]).toBe('0');
  });
});

describe('a list of decided cases', () => {
  it('says what it is, and what a person found', async () => {
    const approved = await browser.get('/?tab=approved');
    expect(approved.text).toContain('<h1>認定した案件</h1>');
    expect(seen(approved)).toContain('重さ3：極めて重い');
    expect(seen(approved)).toContain('2029年7月2日まで保存');
    const dismissed = await browser.get('/?tab=dismissed');
    expect(dismissed.text).toContain('<h1>却下した案件</h1>');
    expect(seen(dismissed)).toContain('業界や専門の用語');
    expect(seen(dismissed)).toContain('2026年10月1日まで保存');
    expect(seen(dismissed)).toContain('保全中（高橋）');
  });
});

describe('a list as a file', () => {
  it('has what the list shows, and nobody who decided', async () => {
    const file = await browser.get('/list/export?tab=approved');
    expect(file.headers.get('content-disposition')).toContain('komainu-cases-approved.csv');
    const [head, line, ...more] = file.text.split('\r\n');
    expect(head).toMatch(/^案件番号,状態,判定,行為,重さ/);
    expect(line).toMatch(new RegExp(`^${ids.approved},認定,要確認,個人を侮辱する発言,3,はい,未判断、未判断、未判断,,`));
    expect(line).toContain(',2029-07-02 09:00,');
    expect(more).toEqual(['']);
    expect(file.text).not.toContain('高橋');
  });

  it('hides what the list hides and is narrowed as the list is', async () => {
    const file = await browser.get('/list/export?q=精算');
    expect(file.text.split('\r\n')).toHaveLength(4);
    expect(file.text).toContain('件名 violent'); // harmless
    expect(file.text).not.toContain('殴');
    expect(file.text).toContain('件名 plain');
  });

  it('has what a search finds in every state, as its list shows them', async () => {
    const file = await browser.get('/list/export?q=件名');
    expect(file.headers.get('content-disposition')).toContain('komainu-cases-found.csv');
    for (const id of [ids.plain, ids.approved, ids.dismissed]) expect(file.text).toContain(`\r\n${id},`);
    const waiting = await browser.get('/list/export');
    expect(waiting.headers.get('content-disposition')).toContain('komainu-cases-waiting.csv');
    expect(waiting.text).not.toContain(`\r\n${ids.approved},`);
  });

  it('holds no formula', async () => {
    await desk.addCase({ from: 'x@example.com', subject: '=HYPERLINK("http://example.com")', body: '.' }, 'evil');
    const file = await browser.get('/list/export?q=HYPERLINK');
    expect(file.text).toContain(`"'=HYPERLINK(""http://example.com"")"`);
  });

  it('is written down without what was looked for', async () => {
    await browser.get('/list/export?tab=dismissed&q=却下');
    const [row] = await newestAudit(desk.db, {}, { below: null, limit: 1 });
    expect(row).toMatchObject({ action: 'cases.export', details: { tab: 'dismissed', cases: 1 } });
  });
});
