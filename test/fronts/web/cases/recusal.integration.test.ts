import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CLAIM_MINUTES } from '../../../../src/cases/index.ts';
import { decide, loadCase } from '../../../../src/store/index.ts';
import { personId } from '../../../support/ids.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
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
  for (const path of ['/', `/cases/${near}`, `/cases/${near}/similar`]) {
    expect((await one.get(path)).text).not.toContain('辞めろ');
    await one.post(`/cases/${near}/leave`);
    expect((await other.get(path)).text).toContain('辞めろ');
    await other.post(`/cases/${near}/leave`);
  }
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
