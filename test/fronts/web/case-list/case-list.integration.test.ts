import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseId, plainApproval } from '../../../../src/cases/index.ts';
import { decide, sourceState } from '../../../../src/store/index.ts';
import type { Browser, Page } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let browser: Browser;
const ids: Record<string, CaseId> = {};
const hoursAgo = (hours: number) => new Date(desk.clock.now.getTime() - hours * 3_600_000);
const rows = (page: Page) => [...page.text.matchAll(/id="row-(\d+)"/g)].map(([, id]) => id);

beforeAll(async () => {
  desk = await startDesk({ sample: true });
  const add = (name: string, band: 'urgent' | 'review' | 'grey', hours: number) =>
    desk.addCase(
      { from: `${name}@example.com`, subject: `件名 ${name}`, body: name, band, receivedAt: hoursAgo(hours) },
      name,
    );
  ids.grey = await add('grey', 'grey', 90);
  ids.newer = await add('newer', 'review', 1);
  ids.older = await add('older', 'review', 50);
  ids.urgent = await add('urgent', 'urgent', 2);
  ids.unreadable = await desk.addUnreadable(Buffer.from('not a mail'));
  ids.violent = await desk.addCase(
    {
      from: 'v@example.com',
      subject: '刺す',
      body: '殴る',
      band: 'urgent',
      receivedAt: hoursAgo(3),
      found: [{ text: '殴る', act: 'physical-violence', points: 8 }],
    },
    'violent',
  );
  for (const [name, kind] of [
    ['approved', 'approve'],
    ['dismissed', 'dismiss'],
  ] as const) {
    ids[name] = await add(name, 'grey', 5);
    await decide(
      desk.db,
      ids[name],
      kind === 'approve' ? plainApproval([]) : { kind, reason: 'jargon', note: '' },
      '高橋',
      desk.clock.now,
    );
  }
  browser = await desk.signedInAs('reviewer');
});
afterAll(() => desk.stop());

describe('the list of cases', () => {
  it('shows open cases, urgent first, then the oldest', async () => {
    const page = await browser.get('/');
    expect(rows(page)).toEqual([ids.violent, ids.urgent, ids.older, ids.newer, ids.grey, ids.unreadable]);
  });

  it.each([
    ['urgent', ['violent', 'urgent']],
    ['review', ['older', 'newer']],
    ['grey', ['grey']],
    ['unreadable', ['unreadable']],
    ['approved', ['approved']],
    ['dismissed', ['dismissed']],
  ])('has a tab for %s', async (tab, names) => {
    const page = await browser.get(`/?tab=${tab}`);
    expect(rows(page)).toEqual(names.map((name) => ids[name]));
    expect(page.text).toMatch(new RegExp(`id="tab-${tab}"[^>]*aria-current="page"`));
  });

  it('counts what waits on its tabs', async () => {
    const { text } = await browser.get('/');
    const counts = [...text.matchAll(/<span class="count">(\d+)<\/span>/g)].map(([, n]) => Number(n));
    expect(counts.slice(0, 9)).toEqual([6, 0, 0, 6, 2, 2, 1, 1, 0]); // views, then tabs
  });

  it('shows act, sender, subject, age and number of mails of a case', async () => {
    const { text } = await browser.get('/?tab=urgent');
    for (const words of ['個人に対する暴力', 'v@example.com', '件名 urgent', '2時間前', '1通'])
      expect(text).toContain(words);
  });

  it('hides violent words of a subject, as the page of the case does', async () => {
    for (const path of ['/', `/cases/${ids.violent}`, '/list/export']) {
      const { text } = await browser.get(path);
      expect(text, path).toContain('〔暴力的な言葉〕');
      expect(text, path).not.toContain('刺す');
    }
  });

  it.each([
    ['おい', 'おい', 'おい'],
    ['[ALERT] 監視の報告', '[ALERT] 監視の報告', '[ALERT] 監視の報告'],
    ['首を洗って待っとけ。御社の件', '首を洗って待っとけ', '〔暴力的な言葉〕。御社の件'],
  ])('shows the subject %s of a violent case without what was found in it', async (subject, found, shown) => {
    const act = 'physical-violence';
    const matches = [{ text: found.startsWith('首') ? found : '殴る', act, points: 8 }] as const;
    const id = await desk.addCase({
      from: 'x@example.com',
      subject,
      body: `殴る ${found}`,
      band: 'urgent',
      found: matches,
    });
    const row = new RegExp(`id="case-${id}"[^>]*>([\\s\\S]*?)</a>`).exec((await browser.get('/')).text)![1]!;
    expect(row.replace(/<[^>]*>/g, '')).toBe(shown);
    const title = /<h1>([\s\S]*?)<\/h1>/.exec((await browser.get(`/cases/${id}`)).text)![1]!;
    expect(title.replace(/<[^>]*>/g, '')).toBe(shown);
    expect((await browser.post(`/cases/${id}/dismiss`, { reason: 'joke', note: '' })).status).toBe(303); // who opened it holds it
  });

  it('says who decided', async () => {
    expect((await browser.get('/?tab=approved')).text).toContain('判断: 高橋');
  });

  it.each([
    '/?tab=%3Cscript%3E',
    '/?page=0',
    '/?page=-1',
    '/?page=999999',
    '/?page=1e9',
    '/?tab[]=x',
    '/?page=2&tab=urgent',
  ])('takes %s as if nothing had been asked wrongly', async (path) => {
    const page = await browser.get(path);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('<script>');
    expect(rows(page).length).toBeGreaterThan(0);
  });

  it('is narrowed by what a person asks, on every tab', async () => {
    expect(rows(await browser.get('/?act=physical-violence'))).toEqual([ids.violent]);
    expect(rows(await browser.get('/?q=OLDER'))).toEqual([ids.older]);
    expect(rows(await browser.get('/?from=2026-07-01&to=2026-07-02'))).toEqual([ids.older]);
    expect(rows(await browser.get('/?counterparty=example.com&tab=grey'))).toEqual([ids.grey]);
    expect(rows(await browser.get('/?source=support&q=件名+dismissed&tab=dismissed'))).toEqual([ids.dismissed]);
    expect(rows(await browser.get('/?source=sales'))).toEqual([]);
    const page = await browser.get('/?tab=grey&act=privacy&q=%22%3E%3Cscript%3E');
    expect(page.text).toContain('条件に合う案件はありません');
    expect(page.text).toContain('2件の条件で絞り込み中 <a href="/?tab=grey">');
    expect(page.text).toContain('href="/?tab=urgent&amp;q=%22%3E%3Cscript%3E&amp;act=privacy"');
    expect(page.text).not.toContain('"><script>');
  });

  it.each(['/?act=unheard-of', '/?from=yesterday&to=2026-99-99', '/?assignee=a%00b', `/?q=${'あ'.repeat(201)}`])(
    'takes %s as if it had not been asked',
    async (path) => {
      expect(rows(await browser.get(path))).toHaveLength(6);
    },
  );

  it('refreshes itself unless told not to', async () => {
    expect((await browser.get('/?tab=grey')).text).toContain('hx-get="/?tab=grey"');
    const still = await browser.get('/?live=0');
    expect(still.text).not.toContain('hx-get');
    expect(still.text).toContain('href="/?tab=grey&amp;live=0"');
  });
});

describe('every page', () => {
  it('says that this is sample mode', async () => {
    for (const path of ['/', '/status', `/cases/${ids.grey}`, '/nothing'])
      expect((await browser.get(path)).text).toContain('サンプルモードです');
    expect((await desk.browser().get('/sign-in')).text).toContain('サンプルモードです');
  });

  it('shows a source in trouble and a broken dictionary, inertly', async () => {
    expect((await browser.get('/')).text).toContain('正常');
    await sourceState(desk.db, 'sales').report('ログインできません <b>');
    desk.state.dictionaryProblem = 'insult.yaml:3:1: <i>broken</i>';
    const { text } = await browser.get(`/cases/${ids.grey}`);
    expect(text).toContain('受信元「sales」: ログインできません &lt;b&gt;');
    expect(text).toContain('insult.yaml:3:1: YAML の書き方に誤りがあります（&lt;i&gt;broken&lt;/i&gt;）');
    expect(text).toContain('問題 2件');
    expect((await desk.browser().get('/sign-in')).text).not.toContain('ログインできません');
    desk.state.dictionaryProblem = null;
  });

  it('is in the language of the browser, or the one chosen', async () => {
    expect((await browser.get('/', { 'accept-language': 'en-GB,en;q=0.9,ja;q=0.5' })).text).toContain(
      '<html lang="en">',
    );
    expect((await browser.get('/', { 'accept-language': 'fr' })).text).toContain('<html lang="ja">');
    const other = desk.browser();
    const chosen = await other.post('/language', { language: 'en', back: '/sign-in?next=%2Fstatus' });
    expect(chosen).toMatchObject({ status: 303, location: '/sign-in?next=%2Fstatus' });
    expect((await other.get('/sign-in', { 'accept-language': 'ja' })).text).toContain('<h1>Sign in</h1>');
    expect(await other.post('/language', { language: 'xx', back: '//example.com' })).toMatchObject({ location: '/' });
  });
});

describe('pages of a long list', () => {
  it('are fifty cases each', { timeout: 60_000 }, async () => {
    for (let i = 0; i < 60; i++)
      await desk.addCase(
        { from: 'p@example.com', subject: `件 ${i}`, body: '.', band: 'review', receivedAt: hoursAgo(100 - i) },
        `page-${i}`,
      );
    const first = await browser.get('/?tab=review');
    const second = await browser.get('/?tab=review&page=2');
    expect([rows(first).length, rows(second).length]).toEqual([50, 12]);
    expect(new Set([...rows(first), ...rows(second)]).size).toBe(62);
    expect(first.text).toContain('href="/?tab=review&amp;page=2"');
    expect(rows(await browser.get('/?tab=review&page=9'))).toEqual(rows(second));
  });
});
