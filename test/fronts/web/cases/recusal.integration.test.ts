import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/actions/index.ts';
import { CLAIM_MINUTES } from '../../../../src/cases/index.ts';
import { addCounterparty, decide, listAccounts, loadCase } from '../../../../src/store/index.ts';
import { personId } from '../../../support/ids.ts';
import { startApi, tokenFor } from '../../api/v1/support.ts';
import type { Browser } from '../support/browser.ts';
import { OPERATOR, startDesk, type TestDesk } from '../support/desk.ts';
import type { FixtureMail } from '../support/mails.ts';

let desk: TestDesk;
let one: Browser; // 確認者1, person-1@example.jp
let other: Browser;
let ordinary: string;
let made = 0;
const newCase = (mail: Partial<FixtureMail>) => {
  made += 1;
  desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
  return desk.addCase({ from: 'a@example.com', subject: `件名${made}`, body: '本文', ...mail }, `recusal-${made}`);
};
/** Near-duplicates of each other. */
const ALIKE: Partial<FixtureMail> = {
  body: '本当に無能だ',
  found: [{ text: '無能', act: 'insult-person', points: 5 }],
};
const NAMED = { body: '担当の確認者1 さんは無能だ' };

beforeAll(async () => {
  desk = await startDesk();
  one = await desk.signedInAs('reviewer');
  other = await desk.signedInAs('lead');
});
afterAll(() => desk.stop());
beforeEach(async () => {
  desk.clock.now = new Date(desk.clock.now.getTime() + CLAIM_MINUTES * 60_000);
  for (const browser of [one, other])
    for (const [, id] of (await browser.get('/')).text.matchAll(/id="row-(\d+)"/g))
      await browser.post(`/cases/${id}/dismiss`, { reason: 'other' });
});

it.each<[string, Partial<FixtureMail>]>([
  ['name in the text', NAMED],
  ['name in the subject', { subject: '確認者１の件' }],
  ['address in the text', { body: '連絡先 Person-1@example.jp' }],
  ['address among the recipients', { to: 'support@example.co.jp, <person-1@example.jp>' }],
  ['name among the recipients', { headers: 'Cc: =?utf-8?B?56K66KqN6ICFMQ==?= <desk@example.co.jp>\r\n' }],
])('a case with the reviewer’s %s is served to others, and the reviewer gets the next', async (_, mail) => {
  const id = await newCase({ ...mail, band: 'urgent' });
  ordinary = await newCase({});
  expect((await one.post('/next')).location).toBe(`/cases/${ordinary}`);
  expect((await other.post('/next')).location).toBe(`/cases/${id}`);
});

it('opened from the list it says why, shows nothing, and is not claimed', async () => {
  const id = await newCase(NAMED);
  const page = await one.get(`/cases/${id}`);
  expect(page.status).toBe(403);
  expect(page.text).toContain('あなたの名前かメールアドレスが書かれています');
  expect(page.text).not.toContain('無能');
  expect((await other.get(`/cases/${id}`)).text).toContain('あなたが確認中です');
});

it('nothing that belongs to it is reached by its address, and nothing can be decided', async () => {
  const id = await newCase(NAMED);
  const { mailId } = (await loadCase(desk.db, id))!.items[0]!;
  for (const path of [`mails/${mailId}`, 'similar', '?reveal=1'])
    expect((await one.get(`/cases/${id}/${path}`.replace('/?', '?'))).status).toBe(403);
  for (const way of ['claim', 'approve', 'dismiss', 'hand-over', 'reopen', 'similar', `mails/${mailId}`])
    expect((await one.post(`/cases/${id}/${way}`, { reason: 'joke' })).status).toBe(403);
  expect(await loadCase(desk.db, id)).toMatchObject({ status: 'open', decisions: [] });
  expect((await one.post(`/cases/${id}/skip`)).status).toBe(303); // letting go needs no reading
});

it('is not offered to them to hand over to; handed over all the same, it waits for anyone', async () => {
  const id = await newCase(NAMED);
  const { text } = await other.get(`/cases/${id}`);
  expect(text).not.toMatch(/name="to" value="[^"]+"[^>]*><span>確認者1/);
  await other.post(`/cases/${id}/leave`);
  const to = (await other.get(`/cases/${await newCase({})}`)).text;
  const person = personId(/name="to" value="([^"]+)"[^>]*><span>確認者1/.exec(to)![1]!);
  const handOver = { kind: 'hand-over', to: { kind: 'person', id: person, name: '' }, note: '' } as const;
  await decide(desk.db, id, handOver, 'cli:test', desk.clock.now);
  await one.post('/next');
  expect((await loadCase(desk.db, id))!.assignee).toEqual({ kind: 'anyone' });
});

it('is left when near-duplicates are dismissed together', async () => {
  const [seed, alike, third] = [
    await newCase(ALIKE),
    await newCase({ ...ALIKE, to: 'person-1@example.jp' }),
    await newCase(ALIKE),
  ];
  await one.post(`/cases/${seed}/similar`, [
    ['case', alike],
    ['case', third],
    ['reason', 'joke'],
  ]);
  expect((await loadCase(desk.db, alike))!.status).toBe('open');
  expect((await loadCase(desk.db, third))!.status).toBe('dismissed');
});

it('hides its subject wherever a list would show it to whoever it speaks of', async () => {
  await newCase({ ...ALIKE, subject: '確認者1は辞めろ' });
  const near = await newCase(ALIKE); // of the same counterparty
  for (const path of ['/', `/cases/${near}`, `/cases/${near}?tab=body&similar=1`]) {
    expect((await one.get(path)).text).not.toContain('辞めろ');
    await one.post(`/cases/${near}/leave`);
    expect((await other.get(path)).text).toContain('辞めろ');
    await other.post(`/cases/${near}/leave`);
  }
});

describe('whoever it speaks of learns nothing of it', () => {
  const SECRET = /harasser@closed\.example\.com|ひみつの件名/;
  const MAIL: Partial<FixtureMail> = {
    from: 'harasser@closed.example.com',
    counterparty: 'closed.example.com',
    subject: 'ひみつの件名',
    body: '担当の確認者1 さんは無能だ',
    found: [{ text: '無能', act: 'insult-person', points: 5 }],
  };

  it('in lists, files, neighbours, searches and the page of the counterparty', async () => {
    const id = await newCase(MAIL);
    const near = await newCase({ from: 'b@closed.example.com', subject: '見積もり', body: 'ふつうの本文' });
    const alike = await newCase({ ...ALIKE, from: 'c@closed.example.com', subject: '別件' });
    const facts = { kind: 'company', name: '閉じた取引先', domains: ['closed.example.com'], addresses: [], postal: '' };
    const more = { contacts: [], clause: null, capital: null, staff: null, notes: '' };
    const { id: party } = await addCounterparty(desk.db, { ...facts, ...more } as never, {
      by: 'x',
      at: desk.clock.now,
    });
    const paths = [
      '/',
      '/?q=closed.example.com',
      '/list/export',
      '/list/pane?current=1',
      `/counterparties/${party}`,
      `/cases/${near}`,
      `/cases/${near}/file`,
      '/?tab=tasks',
    ];
    for (const path of paths) {
      const { text } = await one.get(path);
      await one.post(`/cases/${near}/leave`);
      expect(text.replaceAll('b@closed', ''), path).not.toMatch(SECRET);
    }
    expect((await one.get(`/cases/${alike}?tab=body&similar=1`)).text).not.toContain(`value="${id}"`);
    await one.post(`/cases/${alike}/leave`);
    const row = (await one.get('/')).text
      .split('<li class="case-row"')
      .find((html) => html.includes(`id="row-${id}"`))!;
    expect(row).toContain('ほかの方が確認'); // that it is there is no secret
    expect(row).not.toContain('個人を侮辱');
    expect((await one.get('/?act=insult-person')).text).not.toContain(`id="row-${id}"`);
    expect((await one.get('/list/export?act=insult-person')).text).not.toMatch(new RegExp(`^${id},`, 'm'));
    expect((await one.get('/list/export')).text).toMatch(new RegExp(`^${id},(?!.*個人を侮辱)`, 'm'));
    for (const path of ['/', '/list/export', `/counterparties/${party}`])
      expect((await other.get(path)).text, path).toMatch(SECRET);
  });

  it('once it is decided either', async () => {
    const id = await newCase(MAIL);
    await other.post(`/cases/${id}/approve`, { acts: 'insult-person', severity: '2', declaration: '1' });
    for (const path of ['/?tab=approved', '/list/export?tab=approved']) {
      expect((await one.get(path)).text, path).not.toMatch(SECRET);
      expect((await other.get(path)).text, path).toMatch(SECRET);
    }
  });

  it('through a token that they made, which finds nothing either', async () => {
    const id = await newCase(MAIL);
    const people = await listAccounts(desk.db, desk.clock.now);
    const person = people.find(({ name }) => name === '確認者1')!;
    const maker = { ...person, kind: 'person', roles: ['admin'], address: null } as const;
    const make = async (actor: Actor, name: string) =>
      startApi(desk).program(await tokenFor(desk, name, ['reviewer'], actor));
    const own = await make(maker, 'その人の連携');
    const of = await make(OPERATOR, '運用の連携');
    expect((await own.get('/cases?status=open')).text).not.toMatch(/harasser@closed|ひみつの件名|insult-person/);
    expect((await own.get('/cases?status=open&q=ひみつの件名')).json).toMatchObject({ cases: [], total: 0 });
    for (const path of ['', '/comments', '/file', '/letters', '/measures']) {
      const answer = await own.get(`/cases/${id}${path}`);
      expect(answer.status, path).toBe(403);
      expect(answer.json, path).toMatchObject({ refusal: 'recused' });
    }
    const hold = await own.post(`/cases/${id}/decisions`, { kind: 'dismiss', reason: 'joke' });
    expect(hold.status).toBe(403);
    expect((await of.get('/cases?status=open')).text).toContain('ひみつの件名');
    expect((await of.get(`/cases/${id}`)).status).toBe(200);
  });
});

it('is for anyone when it speaks of everybody: someone has to decide it', async () => {
  const id = await newCase({ body: '最初の人、確認者1、確認者2へ' });
  expect((await one.post('/next')).location).toBe(`/cases/${id}`);
  expect((await one.get(`/cases/${id}`)).status).toBe(200);
});

it('goes by the names that people have today, and by mails that came since it was looked at', async () => {
  const id = await newCase({ body: '担当の新姓 花子さんは親切でした' });
  expect((await one.get(`/cases/${id}`)).status).toBe(200);
  await desk.db.execute(sql`update auth."user" set name = '新姓 花子' where name = '確認者1'`);
  expect((await one.get(`/cases/${id}`)).status).toBe(403);
  await desk.db.execute(sql`update auth."user" set name = '確認者1' where name = '新姓 花子'`);
  expect((await one.get(`/cases/${id}`)).status).toBe(200);
  const mail = { from: 'a@example.com', subject: '件名', ...NAMED };
  expect(await desk.addCase(mail, `recusal-${made}`)).toBe(id);
  expect((await one.get(`/cases/${id}`)).status).toBe(403);
});
