import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainApproval } from '../../../../src/cases/index.ts';
import { edgesOf, readNumbersQuery } from '../../../../src/fronts/shared/numbers-query.ts';
import { decide } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('the weeks and months that are shown', () => {
  const now = new Date('2026-07-05T16:00:00Z'); // Monday, 1 o'clock in Tokyo
  const read = (query: Record<string, string>) => readNumbersQuery(query, now, 'Asia/Tokyo');

  it('are twelve, up to the one with today in it, as the company’s calendar has it', () => {
    const { starts, isNewest } = read({});
    expect([starts.length, starts[0], starts.at(-2), starts.at(-1), isNewest]).toEqual([
      13,
      '2026-04-20',
      '2026-07-06',
      '2026-07-13',
      true,
    ]);
    expect(edgesOf(read({}), 'Asia/Tokyo').at(-2)).toEqual(new Date('2026-07-05T15:00:00Z'));
  });

  it.each([
    ['the week of any day', { last: '2026-06-03' }, '2026-06-01', false],
    ['the month of any day', { per: 'month', last: '2026-01-31' }, '2026-01-01', false],
    ['nothing that lies ahead', { last: '2027-01-01' }, '2026-07-06', true],
    ['the newest for nonsense', { per: 'year', last: '2026-13-99' }, '2026-07-06', true],
  ])('end with %s', (_what, query, last, isNewest) => {
    expect(read(query as Record<string, string>)).toMatchObject({ isNewest });
    expect(read(query as Record<string, string>).starts.at(-2)).toBe(last);
  });

  it('keep to local days where the clocks change', () => {
    const ask = readNumbersQuery({ per: 'month', last: '2026-04-15' }, now, 'Europe/Berlin');
    const edges = edgesOf(ask, 'Europe/Berlin');
    expect(edges.slice(-3)).toEqual(
      ['2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z', '2026-04-30T22:00:00Z'].map((at) => new Date(at)),
    );
  });
});

describe('numbers', () => {
  let desk: TestDesk;
  let lead: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    for (const [name, decision] of [
      ['one', plainApproval(['privacy'])],
      ['two', { kind: 'dismiss', reason: 'joke', note: '' }],
      ['three', null],
    ] as const) {
      const id = await desk.addCase(
        { from: `${name}@example.com`, subject: 'ひみつ', body: 'x', band: 'urgent' },
        name,
      );
      if (decision) await decide(desk.db, id, decision, 'はたらく人', new Date(desk.clock.now.getTime() + 5_400_000));
    }
    lead = await desk.signedInAs('lead');
    const words = {
      channel: 'phone',
      when: '2026-07-02',
      time: '16:30',
      otherSide: '佐藤',
      words: '怒鳴られました。',
      wish: '',
    };
    await lead.post('/hand-in', words);
    const desk2 = await desk.signedInAs('desk');
    await desk2.post('/hand-in', { ...words, channel: 'visit', confidential: '1' });
  });
  afterAll(() => desk.stop());

  it('say of what kind it was, over all weeks that the charts show', async () => {
    const acts = async (query: string) =>
      /<h2 id="acts">[\s\S]*?<\/section>/.exec((await lead.get(`/numbers${query}`)).text)![0];
    expect(await acts('')).toMatch(/プライバシーの侵害<\/th><td>1<\/td>/);
    expect(await acts('?last=2026-01-05')).not.toContain('プライバシー');
  });

  it('show what came in and what was decided, and nobody who decided it', async () => {
    const { text } = await lead.get('/numbers');
    expect(text).toMatch(/2026\/06\/29〜07\/05<\/th><td>3<\/td><td>3<\/td><td>0<\/td>/);
    for (const words of ['親しい間柄の冗談', 'プライバシーの侵害', '90分', '認定 50%（9%〜91%）', 'example.com'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/はたらく人|ひみつ|style=/);
  });

  it('begin with what a lead asks first', async () => {
    const page = await lead.get('/numbers');
    const tiles = page.text
      .slice(page.text.indexOf('key-figures'), page.text.indexOf('</dl>'))
      .replace(/<[^>]*>/g, '|');
    expect(tiles).toMatch(/いま判断を待つ案件\|+2\|+至急 1、要確認 0、微妙 0、判定不能 0、相談 1/); // the confidential one is in no figure
    expect(tiles).toMatch(/届いてから判断まで（今週[^|]*\|+90分\|+前の週は なし/);
    expect(tiles).toMatch(/判断した案件（今週）\|+2\|+前の週は 0/);
    expect(tiles).toMatch(/相談（今週）\|+1\|+前の週は 0/);
    expect((await lead.get('/numbers?last=2026-06-28')).text).toContain('判断した案件（この週）');
  });

  it('count consultations by how they reached people', async () => {
    expect((await lead.get('/numbers')).text).toMatch(
      /<th scope="row">2026\/06\/29〜07\/05<\/th><td>1<\/td><td>0<\/td><td>1<\/td><td>0<\/td>/,
    );
    expect((await lead.get('/numbers/export')).text).toContain('2026-06-29,2026-07-05,社員からの相談,電話,1\r\n');
  });

  it.each(['admin', 'auditor'] as const)('do not show %s a counterparty', async (role) => {
    const browser = await desk.signedInAs(role);
    for (const path of ['/numbers', '/numbers/export']) {
      const { status, text } = await browser.get(path);
      expect(status).toBe(200);
      expect(text).toContain('プライバシーの侵害');
      expect(text).not.toContain('example.com');
    }
  });

  it('come as a file that a spreadsheet opens', async () => {
    const { text, headers } = await lead.get('/numbers/export?per=month&last=2026-07-01');
    expect(headers.get('content-disposition')).toBe('attachment; filename="komainu-numbers-month-2026-07-01.csv"');
    expect(text).toContain('2026-07-01,2026-07-31,判断した案件,認定,1\r\n');
    expect(text).toContain('2026-07-01,2026-07-31,認定した案件の取引先,example.com,1\r\n');
    expect(text).toContain('2026-06-01,2026-06-30,判定したメール,すべて,0\r\n');
  });

  it('look back', async () => {
    const { text } = await lead.get('/numbers?per=week&last=2026-06-28');
    expect(text).toContain('2026/06/22〜06/28の内訳');
    expect(text).toContain('href="/numbers?per=week&amp;last=2026-06-29"');
    expect(text).not.toContain('親しい間柄の冗談');
  });
});
