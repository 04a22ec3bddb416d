import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseId, plainApproval } from '../../../../src/cases/index.ts';
import { compileDictionary } from '../../../../src/detect/index.ts';
import { toRawMail } from '../../../../src/mail/index.ts';
import { noHistory, screen } from '../../../../src/screening/pipeline.ts';
import { compileRules } from '../../../../src/screening/rules.ts';
import { auditRows, decide, handIn, listPeople } from '../../../../src/store/index.ts';
import { loadTokenizer } from '../../../../src/text/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import { actFile, dictionaryFiles, groupFile } from '../../../support/dictionary.ts';
import { entryId, mailId } from '../../../support/ids.ts';
import type { Browser, Page } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

const files = dictionaryFiles({
  'insult-person.yaml': actFile(
    'insult-person',
    `expressions:
  - { id: test.entry, say: ['無能(者)?', '{お前}…役に立たない'], weight: 4, note: 'メモの<b>中身', match: [君は無能だ], not: [有能な方です] }
  - { id: test.asleep, say: [給料泥棒], weight: 3, match: [この給料泥棒] }`,
  ),
  'summons.yaml': actFile(
    'summons',
    'demands:\n  - { id: come.now, say: [今すぐ来い], weight: 3, match: [今すぐ来い] }',
  ),
  'grammar/pressure.yaml': groupFile('pressure', '  - { id: p.must, say: [当然], weight: 2, match: [当然だ] }'),
});
const tokenize = await loadTokenizer();
const dictionary = compileDictionary(files, tokenize);
const rules = compileRules({ dictionary: files, classifier: null, timeZone: 'Asia/Tokyo' }, tokenize);
const entries = ({ text }: Page) => [...text.matchAll(/href="\/dictionaries\/([a-z.]+\.[a-z]+)"/g)].map(([, id]) => id);

describe('the dictionaries', () => {
  let desk: TestDesk;
  let lead: Browser;
  let tuner: Browser;
  const ids: CaseId[] = [];
  beforeAll(async () => {
    desk = await startDesk({
      dictionary: () => dictionary,
      tryOut: async ({ subject, body }) => ({
        kind: 'judged',
        screened: await screen(
          {
            bytes: toRawMail({ id: 'x', from: '', to: '', date: '2026-07-03T00:00:00Z', subject, body }),
            receivedAt: new Date('2026-07-03T00:00:00Z'),
            source: '',
          },
          rules,
          noHistory,
        ),
      }),
    });
    for (const name of ['ひみつ一', 'ひみつ二', 'ひみつ三']) {
      const found = [{ text: '無能', act: 'insult-person', points: 5 } as const];
      ids.push(await desk.addCase({ from: 'x@example.com', subject: name, body: '無能', found }, name));
    }
    await decide(desk.db, ids[0]!, plainApproval(['insult-person']), '高橋', desk.clock.now, {
      feedback: [{ kind: 'missed', mailId: mailId('1'), part: 'body', start: 0, end: 2, words: 'ひみつの\u202e言葉' }],
    });
    await decide(desk.db, ids[1]!, { kind: 'dismiss', reason: 'jargon', note: '' }, '高橋', desk.clock.now, {
      feedback: [{ kind: 'misfire', entry: entryId('test.entry') }],
    });
    lead = await desk.signedInAs('lead');
    tuner = await desk.signedInAs('tuner');
  });
  afterAll(() => desk.stop());

  it('list every entry with what it found, the most first', async () => {
    const page = await tuner.get('/dictionaries');
    expect(entries(page)).toEqual(['test.entry', 'test.asleep', 'come.now', 'p.must']);
    for (const words of [
      '案件 <b>3</b>',
      '認定 <b>1</b>',
      '却下 <b>1</b>',
      '「誤って反応」の指摘 <b>1</b>',
      '認定 50%',
    ])
      expect(page.text).toContain(words);
    expect(page.text).not.toContain('ひみつ');
  });

  it.each([
    ['an act', 'shelf=summons', ['come.now']],
    ['what belongs to no act', 'shelf=shared', ['p.must']],
    ['a part of the id', 'q=ASLEEP', ['test.asleep']],
    ['words of a phrase', 'q=役に立たない', ['test.entry']],
    ['words of an example', 'q=給料泥棒', ['test.asleep']],
    ['nonsense', 'q=どこにもない', []],
    ['what cannot be asked', 'shelf=nothing&order=x&page=99', ['test.entry', 'test.asleep', 'come.now', 'p.must']],
  ])('are narrowed by %s', async (_what, query, expected) => {
    expect(entries(await tuner.get(`/dictionaries?${query}`))).toEqual(expected);
  });

  it('show an entry in plain words, with its cases only for who may read cases', async () => {
    const own = await lead.get('/dictionaries/test.entry');
    for (const words of [
      '無能〔者／なし〕',
      '君は無能だ',
      '有能な方です',
      'メモの&lt;b&gt;中身',
      '認定 50%（9%〜91%）',
    ])
      expect(own.text).toContain(words);
    expect([...own.text.matchAll(/href="\/cases\/(\d+)"/g)].map(([, id]) => id)).toEqual(ids.toReversed());
    const other = await tuner.get('/dictionaries/test.entry');
    expect(other.text).toContain('君は無能だ');
    expect(other.text).not.toMatch(/ひみつ|href="\/cases/);
  });

  it.each(['no.such', 'p', '..%2Fcases', 'constructor', '%00'])('have no page for %s', async (id) => {
    expect((await lead.get(`/dictionaries/${id}`)).status).toBe(404);
  });

  it('keep the words of mails that reviewers marked to those who read cases', async () => {
    const page = await lead.get('/dictionaries?tab=work');
    expect(page.text).toContain('ひみつの[U+202E]言葉');
    expect((await tuner.get('/dictionaries?tab=work')).status).toBe(403);
    expect((await tuner.get('/dictionaries')).text).not.toContain('/dictionaries?tab=work');
  });

  it('hide in the subject of a case the words that hurt, and nothing else of it', async () => {
    const found = [{ text: 'ぶん殴る', act: 'physical-violence', points: 5 } as const];
    const mail = { from: 'x@example.com', subject: '「ぶん殴る」の件', body: '君は無能。ぶん殴る', found };
    await desk.addCase(mail, 'hurts');
    const { text } = await lead.get('/dictionaries/test.entry');
    expect(text).toContain('「〔暴力的な言葉〕」の件');
    expect(text).not.toContain('（件名は伏せています）');
  });

  it('hide from a person what speaks of them, or what they declined', async () => {
    const other = await desk.signedInAs('reviewer');
    const found = [{ text: '無能', act: 'insult-person', points: 5 } as const];
    const about = await desk.addCase({ from: 'x@example.com', subject: '確認者1の件', body: '無能', found }, 'about');
    const own = await lead.get('/dictionaries/test.entry');
    expect(own.text).toContain(`href="/cases/${about}"`);
    expect(own.text).not.toContain('確認者1の件');
    expect((await other.get('/dictionaries/test.entry')).text).toContain('確認者1の件');
    expect((await other.get('/dictionaries?tab=work')).text).toContain('ひみつの[U+202E]言葉');
    const mail = { from: 'x@example.com', subject: '件名', body: '確認者1さんは役立たず。無能', found };
    await decide(desk.db, await desk.addCase(mail, 'named'), plainApproval(['insult-person']), '高橋', desk.clock.now, {
      feedback: [{ kind: 'missed', mailId: mailId('1'), part: 'body', start: 0, end: 4, words: '役立たず' }],
    });
    expect((await other.get('/dictionaries?tab=work&reveal=1')).text).toContain('役立たず');
    expect((await lead.get('/dictionaries?tab=work&reveal=1')).text).not.toContain('役立たず'); // of a mail that speaks of them
    const reporter = (await listPeople(desk.db))[0]!;
    const consulted = { ...newConsultation(reporter, { mail: true, words: '確認者1さんのことです' }), subject: '件名' };
    const { caseId } = await handIn(desk.db, consulted, desk.clock.now);
    await decide(desk.db, caseId, plainApproval(['insult-person']), '高橋', desk.clock.now, {
      feedback: [{ kind: 'missed', mailId: mailId('1'), part: 'body', start: 0, end: 2, words: 'よその言葉' }],
    });
    expect((await other.get('/dictionaries?tab=work&reveal=1')).text).toContain('よその言葉');
    expect((await lead.get('/dictionaries?tab=work&reveal=1')).text).not.toContain('よその言葉'); // named by the consultation alone
    await other.post(`/cases/${ids[0]}/decline`);
    expect((await other.get('/dictionaries?tab=work&reveal=1')).text).not.toContain('ひみつの');
  });

  it('judge a pasted text as the case page shows it, and keep nothing of it', async () => {
    const page = await tuner.post('/dictionaries/try', {
      subject: '件名',
      body: 'いつまで待たせる。\r\n君は無能者<i>だ。',
    });
    expect(page.status).toBe(200);
    for (const words of [
      '<mark class="counted"><a href="#mail-0-reason-0">無能者',
      '&lt;i&gt;だ。',
      '見込み',
      'test.entry',
    ])
      expect(page.text).toContain(words);
    const rows = [];
    for await (const row of auditRows(desk.db, { action: 'dictionary.try' })) rows.push(row);
    expect(rows).toMatchObject([{ target: '', details: {} }]);
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['nothing', { body: ' \n' }, '貼り付けてください'],
    ['too long a text', { body: 'あ'.repeat(20_001) }, '（いまは20,001文字）'],
    ['too long a subject', { subject: 'あ'.repeat(501), body: 'あ' }, '件名は500文字まで'],
  ])('say what to do about %s', async (_what, fields, complaint) => {
    const page = await tuner.post('/dictionaries/try', fields);
    expect(page.status).toBe(400);
    expect(page.text).toContain(complaint);
  });

  it('show each kind of match once where there are thousands', async () => {
    const { text } = await tuner.post('/dictionaries/try', { body: `この給料泥棒。${'無能。'.repeat(6_000)}` });
    expect(text.match(/<mark /g)).toHaveLength(2);
    expect(text.match(/class="reason-head"/g)).toHaveLength(2);
  });

  it('are counted anew after half a minute', async () => {
    await tuner.get('/dictionaries');
    await decide(desk.db, ids[2]!, { kind: 'dismiss', reason: 'joke', note: '' }, '高橋', desk.clock.now);
    expect((await tuner.get('/dictionaries')).text).toContain('却下 <b>1</b>');
    desk.clock.now = new Date(desk.clock.now.getTime() + 30_000);
    expect((await tuner.get('/dictionaries')).text).toContain('却下 <b>2</b>');
  });

  it('take a text of the full length, whatever its line ends', async () => {
    expect((await tuner.post('/dictionaries/try', { body: 'ああああ\r\n'.repeat(4_000) })).status).toBe(200);
    expect((await tuner.post('/dictionaries/try', { body: 'あ'.repeat(100_000) })).status).toBe(413);
  });
});
