import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceState } from '../../../../src/actions/index.ts';
import type { CaseId } from '../../../../src/cases/index.ts';
import { ACT_LABELS } from '../../../../src/fronts/shared/index.ts';
import { auditRows, listCases, loadCase } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { OPERATOR, startDesk, type TestDesk } from '../support/desk.ts';

describe('the file of a case', { timeout: 180_000 }, () => {
  let desk: TestDesk;
  let reviewer: Browser; // 確認者1
  let lead: Browser; // 確認者2
  let worker: Browser; // 確認者3, of the consultation desk
  let made = 0;
  beforeAll(async () => {
    desk = await startDesk(); // 2026-07-03 in Tokyo
    reviewer = await desk.signedInAs('reviewer');
    lead = await desk.signedInAs('lead');
    worker = await desk.signedInAs('desk');
  });
  afterAll(() => desk.stop());

  const mail = (values: { subject?: string; body?: string } = {}) => {
    made += 1;
    desk.clock.now = new Date(desk.clock.now.getTime() + 3_600_000); // nobody is at a case any more
    const usual = { from: 'tanaka@example.com', subject: `件名${made}`, body: '本文。' };
    return desk.addCase({ ...usual, ...values }, `file-${made}`);
  };
  const call = async (fields: Record<string, string> = {}, browser = reviewer): Promise<CaseId> => {
    const given = {
      channel: 'phone',
      when: '2026-07-02',
      about: 'morning',
      otherSide: '佐藤',
      words: '電話の言葉',
      wish: '',
    };
    await browser.post('/hand-in', { ...given, ...fields });
    const { cases } = await listCases(desk.db, { limit: 99, offset: 0, kind: 'report' }, { seesConfidential: true });
    return cases.toSorted((a, b) => Number(b.id) - Number(a.id))[0]!.id;
  };
  const last = async () => {
    const rows = [];
    for await (const row of auditRows(desk.db, {})) rows.push(row);
    return rows.findLast(({ action }) => action !== 'case.file-view');
  };
  const file = async (id: CaseId, browser = reviewer) => (await browser.get(`/cases/${id}?tab=history`)).text;
  const note = (id: CaseId, fields: Record<string, string>) => reviewer.post(`/cases/${id}/file`, fields);
  const section = (text: string, id: string) =>
    new RegExp(`<section class="card" id="${id}"[\\s\\S]*?</section>`).exec(text)![0];

  it('keeps who is concerned, facts, effect, cause and judgements apart', async () => {
    const id = await mail();
    const family = { kind: 'person', as: 'victim', relation: 'family', name: '担当者の妻', words: '' };
    expect((await note(id, family)).location).toBe(`/cases/${id}?tab=history&saved=saved#person`);
    await note(id, { kind: 'fact', on: '2026-07-01', words: '書面が届いた' });
    await note(id, { kind: 'effect', harm: 'time', words: '電話で2時間' });
    await note(id, { kind: 'cause', cause: 'yes', words: '案内が遅れた' });
    await note(id, { kind: 'judgement', words: '行き過ぎだと思う' });
    const text = await file(id);
    expect(section(text, 'person')).toMatch(/被害を受けた.*家族.*担当者の妻/);
    expect(section(text, 'fact')).toContain('書面が届いた');
    expect(section(text, 'effect')).toMatch(/時間[\s\S]*電話で2時間/);
    expect(section(text, 'cause')).toMatch(/あった[\s\S]*案内が遅れた/);
    expect(section(text, 'judgement')).toContain('行き過ぎだと思う');
    const timeline = section(text, 'timeline');
    expect(timeline).toMatch(/2026年7月1日[\s\S]*書面が届いた[\s\S]*メール 1/);
    expect(timeline).not.toContain('行き過ぎ');
  });

  it('strikes what was wrong and deletes nothing; the log knows no words', async () => {
    const id = await mail();
    await note(id, { kind: 'judgement', words: '取り違えた考え' });
    expect(await last()).toMatchObject({ action: 'case.note', target: `case/${id}`, details: { kind: 'judgement' } });
    const strike = /\/notes\/(\d+)\/strike"/.exec(await file(id))![1]!;
    const silent = await reviewer.post(`/cases/${id}/file/notes/${strike}/strike`);
    expect(silent.status).toBe(400);
    expect(silent.text).toContain('取り消す理由を書いてください。');
    await reviewer.post(`/cases/${id}/file/notes/${strike}/strike`, { why: '人を取り違えた理由' });
    expect(await last()).toMatchObject({ action: 'case.note', details: { note: strike, struck: true } });
    const text = await file(id);
    expect(text).toContain('<s>取り違えた考え</s>');
    expect(text).toContain('取り消し：確認者1');
    expect(text).toContain('取り消した理由：人を取り違えた理由');
    expect(JSON.stringify(await last())).not.toContain('取り違え');
    expect((await reviewer.post(`/cases/${await mail()}/file/notes/${strike}/strike`, { why: 'x' })).status).toBe(404); // of another case
  });

  it.each([
    ['nothing chosen', { words: 'x' }],
    ['no words', { kind: 'fact', on: '2026-07-01', words: ' ' }],
    ['a day to come', { kind: 'fact', on: '2027-07-04', words: '打った言葉' }],
    ['nobody', { kind: 'person', words: '打った言葉' }],
    ['too much', { kind: 'judgement', words: 'あ'.repeat(4001) }],
  ])('takes no note with %s', async (_, fields) => {
    const id = await mail();
    const page = await note(id, fields);
    expect(page.status).toBe(400);
    expect(page.text).toContain('記録していません');
    if (fields.words === '打った言葉') expect(page.text).toContain('打った言葉</textarea>');
  });

  it('shows a call of about an hour beside mails once they are merged, each with its own words', async () => {
    const into = await mail({ subject: 'のこる件名' });
    const part = await call({ words: '電話で怒鳴られた' });
    await reviewer.post(`/cases/${part}/comments`, { words: '折り返しました' });
    const page = await reviewer.post(`/cases/${into}/merge`, { other: ` #${part}` });
    expect(page.location).toBe(`/cases/${into}?tab=history&saved=merged`);
    expect(await last()).toMatchObject({ action: 'case.merge', target: `case/${into}`, details: { part } });
    expect((await reviewer.get(`/cases/${part}`)).location).toBe(`/cases/${into}`);
    expect((await reviewer.get(`/cases/${part}?tab=history`)).location).toBe(`/cases/${into}?tab=history`);
    const { text } = await reviewer.get(`/cases/${into}`);
    for (const said of [
      'のこる件名',
      '電話で怒鳴られた',
      '折り返しました',
      `href="/cases/${part}?tab=response#answer-to"`,
    ])
      expect(text).toContain(said);
    const timeline = section(await file(into), 'timeline');
    expect(timeline).toMatch(/2026年7月2日 朝・午前ごろ[\s\S]*出来事（電話）[\s\S]*メール/);
    expect(timeline).toContain(`案件 ${part} を案件 ${into} にまとめた（確認者1）`);
    const list = (await reviewer.get('/')).text;
    expect(list).toContain(`href="/cases/${into}"`);
    expect(list).not.toContain(`href="/cases/${part}"`);
    expect((await reviewer.post(`/cases/${part}/dismiss`, { reason: 'joke', note: '' })).status).toBe(409);
    expect((await reviewer.get(`/cases/${part}?tab=response`)).text).toContain('電話で怒鳴られた');
    expect((await loadCase(desk.db, into))!.items.map(({ incidentOf }) => incidentOf)).toEqual([part, null]);
    const deps = { ...desk.deps, acts: ACT_LABELS };
    expect(await evidenceState(deps, OPERATOR, into)).toMatchObject({ handedIn: true }); // whoever called in must agree
  });

  it('is taken apart again, in the open', async () => {
    const [into, part] = [await mail(), await mail()];
    const before = [await loadCase(desk.db, into), await loadCase(desk.db, part)];
    await reviewer.post(`/cases/${into}/merge`, { other: part });
    const merged = await file(into);
    expect(merged).toContain(`案件 ${part} を分ける`);
    const page = await reviewer.post(`/cases/${into}/split`, { part });
    expect(page.location).toBe(`/cases/${into}?tab=history&saved=splitDone`);
    expect(await last()).toMatchObject({ action: 'case.split', target: `case/${into}`, details: { part } });
    expect([await loadCase(desk.db, into), await loadCase(desk.db, part)]).toEqual(before);
    for (const id of [into, part])
      expect(await file(id)).toContain(`案件 ${part} を案件 ${into} から分けた（確認者1）`);
  });

  it('says why it is not merged, and of a confidential case not that there is one', async () => {
    const open = await mail();
    const secret = await call({ words: 'ひみつ', confidential: '1' });
    const guess = await lead.post(`/cases/${open}/merge`, { other: '1999999999' });
    const tried = await lead.post(`/cases/${open}/merge`, { other: secret });
    expect([guess.status, tried.status]).toEqual([404, 404]);
    const neutral = ({ text }: typeof guess) => text.replaceAll(/\d{2}:\d{2}/g, '');
    expect(neutral(tried)).toBe(neutral(guess));
    desk.clock.now = new Date(desk.clock.now.getTime() + 3_600_000);
    for (const [into, other] of [
      [open, secret],
      [secret, open],
    ] as const) {
      const page = await worker.post(`/cases/${into}/merge`, { other });
      expect(page.status).toBe(409);
      expect(page.text).toContain('見える人が変わってしまう');
    }
    expect((await reviewer.post(`/cases/${open}/merge`, { other: open })).text).toContain('同じ案件どうし');
    expect((await reviewer.post(`/cases/${open}/merge`, { other: 'x' })).status).toBe(404);
    expect(await loadCase(desk.db, secret)).toBeNull();
    const { text } = await reviewer.get(`/cases/${secret}?tab=history`);
    expect(text).not.toContain('ひみつ');
  });

  it('is closed to whom one of the merged cases speaks of', async () => {
    const [into, part] = [await mail(), await mail({ body: '確認者1さんを辞めさせろ。' })];
    expect((await reviewer.get(`/cases/${into}`)).status).toBe(200);
    expect((await reviewer.get(`/cases/${part}`)).status).toBe(403);
    desk.clock.now = new Date(desk.clock.now.getTime() + 3_600_000);
    expect((await reviewer.post(`/cases/${into}/merge`, { other: part })).status).toBe(403);
    expect((await lead.post(`/cases/${into}/merge`, { other: part })).status).toBe(303);
    for (const path of [
      `/cases/${into}`,
      `/cases/${into}?tab=history`,
      `/cases/${part}`,
      `/cases/${part}?tab=response`,
    ])
      expect((await reviewer.get(path)).status).toBe(403);
    expect((await lead.get(`/cases/${into}`)).text).toContain('辞めさせろ');
  });

  it('offers other open cases of the same counterparty, and to nobody one that speaks of them', async () => {
    const [one, other, spoken] = [await mail(), await mail(), await mail({ subject: '確認者1さんの対応' })];
    const offer = (id: CaseId) => `案件 ${id} をこの案件にまとめる`;
    const [theirs, leads] = [await file(one), await file(one, lead)];
    expect(theirs).toContain(offer(other));
    expect(theirs).not.toContain(offer(spoken));
    expect(leads).toContain(offer(other));
    expect(leads).toContain(offer(spoken));
  });
});
