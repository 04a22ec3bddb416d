import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaseId, plainApproval } from '../../../../src/cases/index.ts';
import { decide, handIn, listPeople } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import { entryId } from '../../../support/ids.ts';
import type { Browser, Page } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
import { writableLab } from './lab.ts';

describe('changing dictionaries in the review app', () => {
  const words = writableLab();
  let desk: TestDesk;
  let tuner: Browser; // reads no cases
  let both: Browser;
  const ids: CaseId[] = [];
  beforeAll(async () => {
    desk = await startDesk({ lab: words.lab, dictionary: words.dictionary });
    words.begin(desk.db);
    tuner = await desk.signedInAs('tuner');
    both = await desk.signedInAs('reviewer', 'tuner');
    const found = [{ text: '無能', act: 'insult-person', points: 5 } as const];
    for (const body of ['ひみつの研修で無能と言う', '本当に無能だ', '無能だから殺すぞ'])
      ids.push(await desk.addCase({ from: 'x@example.com', subject: '件名', body, found }, body));
    await decide(desk.db, ids[0]!, { kind: 'dismiss', reason: 'jargon', note: '' }, '高橋', desk.clock.now, {
      feedback: [{ kind: 'misfire', entry: entryId('test.entry') }],
    });
    await decide(desk.db, ids[1]!, plainApproval(['insult-person']), '高橋', desk.clock.now);
  });
  afterAll(() => desk.stop());
  let before: string;
  beforeEach(async () => {
    before = await words.text();
  });

  const field = ({ text: page }: Page, name: string) =>
    new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? '';
  const FORM = {
    kind: 'entry',
    id: 'test.entry',
    act: 'insult-person',
    section: 'expressions',
    say: '無能\n役立たず',
    at_least: 'review',
    match: 'お前は無能だ\nこの役立たず',
    not: '有能な方です',
  };
  const open = async (browser: Browser) => field(await browser.get('/dictionaries/test.entry?edit=1'), 'base');

  it('offer a form in plain words', async () => {
    const page = await tuner.get('/dictionaries/test.entry?edit=1');
    for (const said of ['言い方', '当たってはいけない例', '見つけたら', '有能な方です', 'だれが'])
      expect(page.text).toContain(said);
    const saved = await tuner.post('/dictionaries/save', { ...FORM, base: await open(tuner), reason: '追加' });
    expect(saved).toMatchObject({ status: 303, location: '/dictionaries?tab=log&entry=test.entry&saved=1' });
    expect(await words.text()).toContain('役立たず');
    const log = await tuner.get(saved.location!);
    for (const said of ['追加', '確認者', '役立たず', 'この変更を取り消す']) expect(log.text).toContain(said);
    expect(log.text).not.toContain('ひみつ');
    expect((await tuner.post('/dictionaries/save', { ...FORM, base: await open(tuner) })).location).toContain('same=1');
  });

  it('show what came between as a difference, overwriting nothing', async () => {
    const base = await open(tuner);
    const theirs = { ...FORM, base, at_least: 'urgent', reason: '重い' };
    expect((await both.post('/dictionaries/save', theirs)).status).toBe(303);
    expect((await both.get('/dictionaries/test.entry?edit=1')).text).toMatch(/value="urgent" checked/);
    const page = await tuner.post('/dictionaries/save', { ...FORM, base, at_least: 'grey' });
    expect(page.status).toBe(409);
    for (const said of ['何も上書きしていません', 'at_least: urgent', 'at_least: grey'])
      expect(page.text).toContain(said);
    expect(await words.text()).toContain('at_least: urgent');
    const again = await tuner.post('/dictionaries/save', { ...FORM, base: field(page, 'base'), at_least: 'review' });
    expect(again.status).toBe(303);
    expect(await words.text()).toContain('at_least: review');
  });

  it.each([
    ['all mistakes at once', { say: '(無能', match: '', at_least: 'review' }, ['当たるべき例を一つ以上']],
    ['a phrase with its place', { say: '(無能' }, ['「(」に対する「)」がありません']],
    ['a regular expression', { say: '無能.*だ' }, ['正規表現は使えません']],
    [
      '10,000 words',
      { say: Array.from({ length: 10_000 }, (_, n) => `言葉${n}`).join('\n') },
      ['300行まで', '10,000行'],
    ],
    ['a word of every mail', { say: 'お世話', match: 'お世話になる', not: '' }, ['ほとんどのメールに当たって']],
    ['an example it does not match', { match: '有能' }, ['当たるべき例に当たりません']],
    ['a long reason', { reason: 'あ'.repeat(501) }, ['500文字まで']],
  ])('say %s, keep what was written, and change nothing', async (_what, fields, said) => {
    const page = await tuner.post('/dictionaries/save', { ...FORM, base: await open(tuner), ...fields });
    expect(page.status).toBe(400);
    for (const one of said) expect(page.text).toContain(one);
    expect(await words.text()).toBe(before);
  });

  it('speak the language of whoever reads', async () => {
    const page = await tuner.post('/dictionaries/save', { ...FORM, base: await open(tuner), say: '無能.*' });
    expect(page.text).toContain('正規表現');
    await tuner.post('/language', { language: 'en', back: '/' });
    const other = await tuner.post('/dictionaries/save', { ...FORM, base: await open(tuner), say: '無能.*' });
    expect(other.text).toContain('regular expression');
    expect(other.text).not.toContain('正規表現');
    await tuner.post('/language', { language: 'ja', back: '/' });
  });

  it('say nothing of a new entry before somebody has written anything', async () => {
    const empty = await tuner.get('/dictionaries?tab=new');
    expect(empty.text).toContain('data-preview="empty"');
    expect(empty.text).not.toContain('hx-trigger="load');
    expect(empty.text).not.toMatch(/class="complaints"|role="alert"/);
    expect((await tuner.get('/dictionaries?tab=new&say=役立たず')).text).toContain('hx-trigger="load, input');
    expect((await tuner.get('/dictionaries/test.entry?edit=1')).text).toContain('hx-trigger="load, input');
  });

  it('preview for whoever reads no cases as counts alone', async () => {
    const fields = { ...FORM, base: await open(tuner), say: '無能と言う', match: '無能と言う', not: '' };
    const page = await tuner.post('/dictionaries/preview', fields, {
      origin: 'http://desk.example.jp',
      'hx-request': 'true',
    });
    expect(page.text).toContain('案件を見られる方だけに表示');
    expect(page.text).toMatch(/見つからなくなる<\/th><td>2<\/td><td>1<\/td><td>0<\/td>/);
    expect(page.text).toMatch(/変わらない<\/th><td>1<\/td><td>0<\/td><td>1<\/td>/);
    expect(page.text).not.toMatch(/ひみつ|本当に|\/cases\//);
  });

  it('preview for whoever reads cases with sentences, painful ones named only', async () => {
    const fields = { ...FORM, base: await open(both), say: '有能だ', match: '有能だ', not: '' };
    const page = await both.post('/dictionaries/preview', fields, {
      origin: 'http://desk.example.jp',
      'hx-request': 'true',
    });
    expect(page.text).toContain('本当に');
    expect(page.text).toContain('〔暴力的な言葉〕');
    expect(page.text).not.toContain('殺す');
  });

  it('show no sentence that speaks of whoever looks, and count nothing that is confidential', async () => {
    const reporter = (await listPeople(desk.db))[0]!;
    const body = { ...newConsultation(reporter, { mail: true, words: '無能と言われました' }), confidential: true };
    await handIn(desk.db, { ...body, subject: 'ないしょ' }, desk.clock.now);
    const found = [{ text: '無能', act: 'insult-person', points: 5 } as const];
    const mail = { from: 'x@example.com', subject: '件名', body: '確認者2は無能だ', found };
    const own = await desk.addCase(mail, 'own');
    const fields = { ...FORM, base: await open(both), say: '有能だ', match: '有能だ', not: '' };
    const page = await both.post('/dictionaries/preview', fields, {
      origin: 'http://desk.example.jp',
      'hx-request': 'true',
    });
    expect(page.text).toMatch(/見つからなくなる<\/th><td>4<\/td>/);
    expect(page.text).not.toContain(`/cases/${own}"`);
    expect(page.text).not.toContain('ないしょ');
  });

  it('need a reason for many new cases', async () => {
    const few = words.lab.newCasesWithoutReason;
    Object.assign(words.lab, { newCasesWithoutReason: 1 });
    const fields = { ...FORM, id: 'insult.more', say: '無能', match: '無能だ', not: '' };
    const page = await tuner.post('/dictionaries/save', { ...fields, base: '', new: '1' });
    expect(page.status).toBe(400);
    expect(page.text).toContain('直す理由を書いてください');
    expect(await words.text()).toBe(before);
    Object.assign(words.lab, { newCasesWithoutReason: few });
  });

  it('have what reviewers marked as work with a state, for those who read cases', async () => {
    const work = await both.get('/dictionaries?tab=work');
    expect(work.text).toContain('test.entry');
    const id = /tab=propose&amp;feedback=(\d+)/.exec(work.text)![1]!;
    expect((await tuner.get('/dictionaries?tab=work')).status).toBe(403);
    expect((await tuner.get(`/dictionaries?tab=propose&feedback=${id}`)).status).toBe(403);
    await both.post(`/dictionaries/work/${id}`, { to: 'dropped' });
    expect((await both.get('/dictionaries?tab=work')).text).not.toContain('propose');
    expect((await both.get('/dictionaries?tab=work&state=done')).text).toContain('対応しない');
    await both.post(`/dictionaries/work/${id}`, { to: 'open' });
    const form = await both.get(`/dictionaries?tab=propose&feedback=${id}`);
    expect(form.text).toContain('exception.test-entry-1');
    expect(form.text).toContain(`/cases/${ids[0]}`);
    const reviewer = await desk.signedInAs('reviewer');
    expect((await reviewer.get('/dictionaries?tab=work')).text).not.toContain('propose');
    expect((await reviewer.get(`/cases/${ids[0]}`)).text).not.toContain('tab=propose');
    expect((await both.get(`/cases/${ids[0]}`)).text).toContain(`/dictionaries?tab=propose&amp;feedback=${id}`);
  });

  it.each(['no.such', 'p.must', '..%2Fx', 'clause.denied'])('have no form for %s', async (id) => {
    expect((await tuner.get(`/dictionaries/${id}?edit=1`)).status).toBe(404);
  });
});
