import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCase } from '../../src/store/index.ts';
import type { Browser } from './support/browser.ts';
import { startDesk, type TestDesk } from './support/desk.ts';

describe('deciding a case', () => {
  let desk: TestDesk;
  let one: Browser;
  let other: Browser;
  let id: string;
  let made = 0;
  beforeAll(async () => {
    desk = await startDesk();
    one = await desk.signedInAs('reviewer');
    other = await desk.signedInAs('lead');
  });
  afterAll(() => desk.stop());
  beforeEach(async () => {
    made += 1;
    id = await desk.addCase({ from: 'a@example.com', subject: `件名 ${made}`, body: '本文' }, `decided-${made}`);
  });

  it('approves it, with a note, who and when', async () => {
    expect(await one.post(`/cases/${id}/approve`, { note: ' 事実 <b>\n二行目 ' })).toMatchObject({
      status: 303,
      location: `/cases/${id}#decide`,
    });
    expect(await loadCase(desk.db, id)).toMatchObject({
      status: 'approved',
      decisions: [{ decision: { kind: 'approve', note: '事実 <b>\n二行目' }, by: '確認者1', at: desk.clock.now }],
    });
    const { text } = await one.get(`/cases/${id}`);
    expect(text).toContain('確認者1 さんが 2026年7月3日(金) 9:00 に認定しました。');
    expect(text).toContain('事実 &lt;b&gt;\n二行目');
    expect(text).not.toContain(`/cases/${id}/approve`);
  });

  it('dismisses it with a reason', async () => {
    expect((await one.post(`/cases/${id}/dismiss`, { reason: 'jargon' })).status).toBe(303);
    expect(await loadCase(desk.db, id)).toMatchObject({
      status: 'dismissed',
      decisions: [{ decision: { kind: 'dismiss', reason: 'jargon', note: '' } }],
    });
    expect((await one.get(`/cases/${id}`)).text).toContain('（業界や専門の用語）');
  });

  it('can be undone and decided again; nothing is forgotten', async () => {
    await one.post(`/cases/${id}/approve`);
    expect((await other.post(`/cases/${id}/reopen`)).status).toBe(303);
    await other.post(`/cases/${id}/dismiss`, { reason: 'joke' });
    expect((await loadCase(desk.db, id))!.decisions.map(({ decision, by }) => [decision.kind, by])).toEqual([
      ['approve', '確認者1'],
      ['reopen', '確認者2'],
      ['dismiss', '確認者2'],
    ]);
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

  it('tells the second person who was first, and changes nothing', async () => {
    await one.post(`/cases/${id}/dismiss`, { reason: 'joke' });
    const page = await other.post(`/cases/${id}/approve`);
    expect(page.status).toBe(409);
    expect(page.text).toContain('確認者1 さんがすでに判断しています');
    expect((await loadCase(desk.db, id))!.decisions).toHaveLength(1);
  });

  it('lets one of two people decide at the same moment', async () => {
    const answers = await Promise.all([
      one.post(`/cases/${id}/approve`),
      other.post(`/cases/${id}/dismiss`, { reason: 'joke' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  });

  it('says that an undone decision is undone already', async () => {
    const page = await one.post(`/cases/${id}/reopen`);
    expect(page.status).toBe(409);
    expect(page.text).toContain('すでに未判断に戻っています');
  });

  it('leads on to the next case', async () => {
    await one.post(`/cases/${id}/approve`);
    const next = /class="button primary" href="\/cases\/(\d+)"/.exec((await one.get(`/cases/${id}`)).text)?.[1];
    expect(await loadCase(desk.db, next!)).toMatchObject({ status: 'open' });
  });
});
