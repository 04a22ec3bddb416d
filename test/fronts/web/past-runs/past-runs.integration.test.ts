import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FoundPastMail } from '../../../../src/actions/index.ts';
import type { PastRunId, PastVerdict } from '../../../../src/cases/index.ts';
import { thresholdsFor } from '../../../../src/detect/index.ts';
import { readMail } from '../../../../src/screening/pipeline.ts';
import { auditRows, endCasesLater, loadPastRun, pastRuns, rulesOfPastRun } from '../../../../src/store/index.ts';
import { unpackVersions } from '../../../../src/tuning/index.ts';
import { pastRunId } from '../../../support/ids.ts';
import type { Browser, Page } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
import { assessmentOf, rawMail } from '../support/mails.ts';
import { writableLab } from '../tuning/lab.ts';
import { endCases, endRun, GRAVE, NOTHING } from './end-run.ts';

const FORM = { kind: 'entry', id: 'test.entry', act: 'insult-person', section: 'expressions', say: '無能\n役立たず' };

describe('readings of the past in the review app', () => {
  const words = writableLab();
  let desk: TestDesk;
  let found: FoundPastMail = { kind: 'gone' };
  let tuner: Browser; // reads no cases
  let admin: Browser;
  let reviewer: Browser;
  beforeAll(async () => {
    desk = await startDesk({
      lab: words.lab,
      dictionary: words.dictionary,
      past: { sources: ['support', 'billing'], find: async () => found },
    });
    words.begin(desk.db);
    tuner = await desk.signedInAs('tuner');
    admin = await desk.signedInAs('admin');
    reviewer = await desk.signedInAs('reviewer');
  });
  afterAll(async () => {
    await desk.stop();
  });
  beforeEach(async () => {
    for (const { id } of await pastRuns(desk.db, 100)) await tuner.post(`/past/${id}/steer`, { step: 'cancel' });
    found = { kind: 'gone' };
  });

  const runIn = ({ location }: Page): PastRunId => pastRunId(/^\/past\/(\d+)/.exec(location ?? '')![1]!);
  const begin = async (fields: Record<string, string>) =>
    runIn(await tuner.post('/past', { days: '90', source: '', ...fields }));
  const base = ({ text }: Page) => /name="base"[^>]*value="([^"]*)"/.exec(text)?.[1] ?? '';

  const ended = (run: PastRunId, verdicts: readonly (readonly PastVerdict[])[]) => endRun(desk, run, verdicts);

  it('begin a trial of one source or all, and show how far it is', async () => {
    const run = await begin({ kind: 'trial', source: 'billing', days: '30' });
    expect(await loadPastRun(desk.db, run)).toMatchObject({ kind: 'trial', state: 'running', sources: ['billing'] });
    expect((await loadPastRun(desk.db, await begin({ kind: 'trial' })))!.sources).toEqual(['support', 'billing']);
    const page = await tuner.get(`/past/${run}`);
    for (const said of ['試し読み', '数えています', '中断する', '取りやめる', 'hx-get'])
      expect(page.text).toContain(said);
    expect((await reviewer.get(`/past/${run}`)).text).not.toContain('取りやめる');
    const entries = [];
    for await (const entry of auditRows(desk.db, {})) entries.push(entry);
    expect(entries.some(({ action, target }) => action === 'past.start' && target === `past/${run}`)).toBe(true);
  });

  it.each([
    ['a wrong number of days', { kind: 'trial', days: '0' }, '日数は1から730'],
    ['too many days', { kind: 'trial', days: '9999' }, '日数は1から730'],
    ['a source that is not there', { kind: 'trial', source: 'x' }, '始められませんでした'],
    ['a change that is not there', { kind: 'backtest', change: '999' }, '始められませんでした'],
    ['nothing to compare with', { kind: 'backtest' }, '始められませんでした'],
  ])('say %s', async (_, fields, said) => {
    const page = await tuner.post('/past', { days: '90', source: '', ...fields });
    expect(page.status).toBe(400);
    expect(page.text).toContain(said);
  });

  it('are not more than three at a time', async () => {
    for (let i = 0; i < 3; i++) await begin({ kind: 'trial' });
    expect((await tuner.post('/past', { kind: 'trial', days: '90', source: '' })).status).toBe(400);
  });

  it('are paused, resumed and cancelled, each with its entry in the log', async () => {
    const run = await begin({ kind: 'trial' });
    const state = async () => (await loadPastRun(desk.db, run))!.state;
    for (const [step, expected] of [
      ['pause', 'paused'],
      ['resume', 'running'],
      ['cancel', 'cancelled'],
      ['resume', 'cancelled'],
    ] as const) {
      expect((await tuner.post(`/past/${run}/steer`, { step })).status).toBe(303);
      expect(await state()).toBe(expected);
    }
    expect((await tuner.post(`/past/${run}/steer`, { step: 'nonsense' })).status).toBe(400);
    expect((await tuner.get(`/past/${run}`)).text).toContain('取りやめ');
  });

  it('compare with a draft, of whoever may change entries', async () => {
    const edit = await tuner.get('/dictionaries/test.entry?edit=1');
    const form = {
      ...FORM,
      at_least: 'review',
      match: 'お前は無能だ\nこの役立たず',
      not: '有能な方です',
      base: base(edit),
    };
    const run = runIn(await tuner.post('/past/draft', form));
    const [now, other] = unpackVersions((await rulesOfPastRun(desk.db, run))!);
    const textOf = (files: typeof now) => files!.map(({ text }) => text).join('');
    expect(textOf(now)).not.toContain('役立たず');
    expect(textOf(other)).toContain('役立たず');
    expect((await tuner.get(`/past/${run}`)).text).toContain('test.entry の下書きを入れた辞書');
    const wrong = await tuner.post('/past/draft', { ...form, say: '(無能' });
    expect(wrong.status).toBe(400);
    expect((await admin.post('/past/draft', form)).status).toBe(403);
  });

  it('compare with what was before a change', async () => {
    const edit = await tuner.get('/dictionaries/test.entry?edit=1');
    const form = {
      ...FORM,
      at_least: 'review',
      match: 'お前は無能だ\nこの役立たず',
      not: '有能な方です',
      base: base(edit),
    };
    expect((await tuner.post('/dictionaries/save', { ...form, reason: 'r' })).status).toBe(303);
    const listed = (await tuner.get('/past')).text;
    const change = /<option value="(\d+)"/.exec(listed)![1]!;
    const run = await begin({ kind: 'backtest', change });
    const [now, before] = unpackVersions((await rulesOfPastRun(desk.db, run))!);
    const textOf = (files: typeof now) => files!.map(({ text }) => text).join('');
    expect(textOf(now)).toContain('役立たず');
    expect(textOf(before)).not.toContain('役立たず');
    expect((await tuner.post(`/dictionaries/log/${change}/revert`)).status).toBe(303);
  });

  it('show counts to all who may read dictionaries, and which mails only to those who may see cases', async () => {
    const run = await begin({ kind: 'trial' });
    await ended(run, [[GRAVE], [NOTHING], [GRAVE]]);
    const counts = (await tuner.get(`/past/${run}`)).text;
    for (const said of ['3通を判定しました', 'test.entry', '1週間に見込まれる案件']) expect(counts).toContain(said);
    expect(counts).toContain('案件を見られる方だけに');
    expect(counts).not.toContain('UID 700');
    const mails = (await reviewer.get(`/past/${run}`)).text;
    expect(mails).toContain('UID 700');
    expect(mails).toContain(`/past/${run}?mail=0#mail`);
  });

  it('open a mail anew, hide what hurts, and tell when it is gone', async () => {
    const run = await begin({ kind: 'trial' });
    await ended(run, [[GRAVE]]);
    const mail = {
      from: 'ひみつの男 <a@example.com>',
      subject: 'ひみつの件名',
      body: 'お前を殺すぞ。確認者3さんは無能だ。',
      found: [{ text: '殺すぞ', act: 'physical-violence', points: 8 }] as const,
    };
    const bytes = rawMail(mail);
    const message = await readMail({ bytes, receivedAt: desk.clock.now });
    const assessment = await assessmentOf({ bytes, receivedAt: desk.clock.now }, mail);
    found = { kind: 'found', mail: { message, assessment } };
    const lead = await desk.signedInAs('lead');
    const page = await lead.get(`/past/${run}?mail=0`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('ひみつの件名');
    expect(page.text).not.toContain('殺すぞ');
    expect(page.text).not.toContain('ひみつの男');
    const named = await reviewer.get(`/past/${run}?mail=0`); // 確認者3 is who asks
    expect(named.status).toBe(403);
    expect(named.text).not.toContain('ひみつ');
    expect((await tuner.get(`/past/${run}?mail=0`)).status).toBe(403);
    found = { kind: 'gone' };
    expect(await lead.get(`/past/${run}?mail=0`)).toMatchObject({ status: 404 });
    found = { kind: 'trouble', sentence: '受信箱を読めません。' };
    expect((await lead.get(`/past/${run}?mail=0`)).text).toContain('受信箱を読めません。');
    expect((await lead.get(`/past/${run}?mail=7`)).status).toBe(404);
    const entries = [];
    for await (const entry of auditRows(desk.db, {})) entries.push(entry);
    const opened = entries.filter(({ action }) => action === 'past.open');
    expect(opened.length).toBeGreaterThan(2);
    expect(JSON.stringify(opened)).not.toMatch(/ひみつ|殺す/);
  });

  it('propose thresholds for a budget, which take a step of their own, and are set back', async () => {
    const run = await begin({ kind: 'trial' });
    const mild: PastVerdict = { ...GRAVE, band: 'grey', probability: 0.032, pressing: false };
    const held: PastVerdict = { ...GRAVE, least: 'urgent' };
    await ended(run, [...Array.from({ length: 200 }, () => [mild]), [held]]);

    const page = await admin.get(`/past/${run}?budget=5`);
    expect(page.text).toContain('1週間に5件までの区分の境目');
    expect(page.text).toContain('区分の境目をどう変えても案件になります');
    const before = await words.text();
    expect((await admin.get(`/past/${run}?budget=0`)).text).toContain('件までにできる区分の境目はありません');
    expect((await admin.get(`/past/${run}?budget=x`)).text).toContain('0から99999まで');
    expect(await words.text()).toBe(before);
    expect((await reviewer.get(`/past/${run}?budget=5`)).text).not.toContain('この区分の境目を使う');

    const stale = await admin.post(`/past/${run}/thresholds`, { budget: '5', base: 'other', reason: '' });
    expect(stale.status).toBe(409);
    expect(await words.text()).toBe(before);

    const set = await admin.post(`/past/${run}/thresholds`, {
      budget: '5',
      base: base(page),
      reason: '人手に合わせる',
    });
    expect(set).toMatchObject({ status: 303, location: `/past/${run}?applied=1` });
    expect(await words.text()).toContain('thresholds:');
    const rules = await words.lab.rules();
    expect(rules.dictionary.scoring.thresholds.grey).toBeGreaterThan(0.032);
    expect((await tuner.get('/dictionaries?tab=log')).text).toContain('人手に合わせる');

    const back = /action="(\/past\/\d+\/thresholds\/\d+\/revert)"/.exec((await admin.get(`/past/${run}`)).text)![1]!;
    expect((await reviewer.post(back)).status).toBe(403);
    expect(await admin.post(back)).toMatchObject({ status: 303, location: `/past/${run}?reverted=1` });
    expect((await words.lab.rules()).dictionary.scoring.thresholds.grey).toBe(0.03);
    expect(await words.text()).toBe(before);
  });

  it('of one mailbox propose thresholds of that mailbox alone', async () => {
    const run = await begin({ kind: 'trial', source: 'billing' });
    const mild: PastVerdict = { ...GRAVE, band: 'grey', probability: 0.032, pressing: false };
    await ended(run, [...Array.from({ length: 200 }, () => [mild]), [{ ...GRAVE, least: 'urgent' }]]);
    const page = await admin.get(`/past/${run}?budget=5`);
    expect(page.text).toContain('1週間に5件までの区分の境目（受信箱 billing）');
    const set = await admin.post(`/past/${run}/thresholds`, { budget: '5', base: base(page), reason: '' });
    expect(set.location).toBe(`/past/${run}?applied=1`);
    const { scoring } = (await words.lab.rules()).dictionary;
    expect(thresholdsFor(scoring, 'billing').grey).toBeGreaterThan(0.032);
    expect(thresholdsFor(scoring, 'support')).toEqual({ grey: 0.03, review: 0.07 });
    expect((await tuner.get('/dictionaries?tab=log&entry=scoring.mailbox-billing')).text).toContain('billing: {');

    const both = await begin({ kind: 'trial' });
    await ended(both, [...Array.from({ length: 200 }, () => [mild]), [{ ...GRAVE, least: 'urgent' }]]);
    expect((await admin.get(`/past/${both}?budget=5`)).text).toContain('1週間に5件までの区分の境目（すべての受信箱）');

    const back = /action="(\/past\/\d+\/thresholds\/\d+\/revert)"/.exec((await admin.get(`/past/${run}`)).text)![1]!;
    expect((await admin.post(back)).location).toBe(`/past/${run}?reverted=1`);
    expect((await words.lab.rules()).dictionary.scoring).not.toHaveProperty('mailboxes');
  });

  it('stand beside what becomes of mails in languages without a judge, which whoever sets thresholds decides', async () => {
    const path = '/past/other-languages';
    const before = await words.text();
    const now = async () => (await words.lab.rules()).dictionary.scoring.otherLanguages ?? 'ordinary';
    const shown = await reviewer.get('/past');
    expect(shown.text).toContain('ほかに理由がなければ、通常のままにする');
    expect(shown.text).not.toContain(`action="${path}"`);
    const form = base(await admin.get('/past'));
    expect((await reviewer.post(path, { otherLanguages: 'grey', base: form })).status).toBe(403);
    expect((await admin.post(path, { otherLanguages: 'urgent', base: form })).status).toBe(400);
    expect((await admin.post(path, { otherLanguages: 'grey', base: 'other' })).text).toContain('ほかの人が変えました');
    expect(await now()).toBe('ordinary');

    const set = await admin.post(path, { otherLanguages: 'grey', base: form, reason: '海外から届く' });
    expect(set).toMatchObject({ status: 303, location: '/past?languages=1#languages' });
    expect(await now()).toBe('grey');
    expect((await admin.get('/past')).text).toMatch(/value="grey" checked/);
    const log = (await tuner.get('/dictionaries?tab=log&entry=scoring.other-languages')).text;
    for (const said of ['海外から届く', 'otherLanguages: grey']) expect(log).toContain(said);
    const entries = [];
    for await (const entry of auditRows(desk.db, {})) entries.push(entry);
    expect(entries.some(({ target }) => target === 'entry/scoring.other-languages')).toBe(true);

    const stale = await tuner.post(path, { otherLanguages: 'ordinary', base: form });
    expect(stale.status).toBe(409);
    const back = /action="(\/dictionaries\/log\/\d+\/revert)"/.exec(log)![1]!;
    expect((await tuner.post(back, { reason: '' })).status).toBe(303);
    expect(await now()).toBe('ordinary');
    expect(await words.text()).toBe(before);
    expect((await admin.post(path, { otherLanguages: 'grey', base: base(await admin.get('/past')) })).status).toBe(303);
    const off = { otherLanguages: 'ordinary', base: base(await admin.get('/past')) };
    expect((await admin.post(path, off)).status).toBe(303);
    expect(await words.text()).toBe(before);
  });

  it('compare on decided cases: counts for all who may see them, cases for those who may see cases', async () => {
    const edit = await tuner.get('/dictionaries/test.entry?edit=1');
    const form = {
      ...FORM,
      at_least: 'review',
      match: 'お前は無能だ\nこの役立たず',
      not: '有能な方です',
      base: base(edit),
    };
    const run = runIn(await tuner.post('/past/draft', { ...form, over: 'cases' }));
    expect(await loadPastRun(desk.db, run)).toMatchObject({ kind: 'backtest', over: 'cases', sources: [] });
    expect((await tuner.get(`/past/${run}`)).text).toContain('に判断された案件');
    const id = await desk.addCase({ from: 'a@example.com', subject: 'ひみつの件名', body: '本文' }, 'ひみつの件名');
    await desk.db.execute(`update komainu.case_file set status = 'dismissed', decided_at = now() where id = ${id}`);
    await endCases(desk, run, [
      { caseId: id, outcome: 'dismissed', verdicts: [NOTHING, GRAVE] },
      { caseId: id, outcome: 'approved', verdicts: [GRAVE, GRAVE] },
    ]);
    const counts = (await tuner.get(`/past/${run}`)).text;
    for (const said of ['判断済みの案件 2件を比べました', '100%', '50%', 'どの案件かは', 'test.entry'])
      expect(counts).toContain(said);
    expect(counts).not.toContain(`/cases/${id}`);
    expect(counts).not.toContain('案件にする</button>');
    const cases = (await reviewer.get(`/past/${run}`)).text;
    expect(cases).toContain(`/cases/${id}`);
    expect(cases).not.toContain('ひみつ');
    await desk.db.execute(`update komainu.case_file set confidential = true where id = ${id}`);
    expect((await reviewer.get(`/past/${run}`)).text).not.toContain(`/cases/${id}`);
  });

  it('have cases made of what is newly found, for leads and tuners, once it is done', async () => {
    const edit = await tuner.get('/dictionaries/test.entry?edit=1');
    const form = {
      ...FORM,
      at_least: 'review',
      match: 'お前は無能だ\nこの役立たず',
      not: '有能な方です',
      base: base(edit),
    };
    const run = runIn(await tuner.post('/past/draft', form));
    const lead = await desk.signedInAs('lead');
    const early = await lead.post(`/past/${run}/cases`);
    expect(early.status).toBe(409);
    expect(early.text).toContain('いまは始められません');
    await ended(run, [
      [NOTHING, GRAVE],
      [GRAVE, NOTHING],
    ]);
    expect((await tuner.get(`/past/${run}`)).text).toContain('見つかるようになったメールを案件にする');
    for (const other of [admin, reviewer]) {
      expect((await other.get(`/past/${run}`)).text).not.toContain(`/past/${run}/cases`);
      expect((await other.post(`/past/${run}/cases`)).status).toBe(403);
    }
    expect(await lead.post(`/past/${run}/cases`)).toMatchObject({ status: 303, location: `/past/${run}?asked=1` });
    expect(await loadPastRun(desk.db, run)).toMatchObject({ later: 'asked' });
    const working = (await lead.get(`/past/${run}?asked=1`)).text;
    for (const said of ['読み直しています', '案件にしたメール 0通', 'hx-get']) expect(working).toContain(said);
    expect(await lead.post(`/past/${run}/cases`)).toMatchObject({ status: 409 });
    const entries = [];
    for await (const entry of auditRows(desk.db, {})) entries.push(entry);
    expect(entries.filter(({ action, target }) => action === 'past.cases' && target === `past/${run}`)).toHaveLength(1);
    await endCasesLater(desk.db, run, desk.clock.now, null);
    expect((await lead.get(`/past/${run}`)).text).toContain('残りをもう一度確かめる');
  });

  it('show an English reader English', async () => {
    const run = await begin({ kind: 'trial' });
    await tuner.post('/language', { language: 'en', back: '/' });
    expect((await tuner.get(`/past/${run}`)).text).toContain('Counting mails');
    await tuner.post('/language', { language: 'ja', back: '/' });
  });
});
