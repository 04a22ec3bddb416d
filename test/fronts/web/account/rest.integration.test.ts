import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { purge } from '../../../../src/store/index.ts';
import type { Browser, Page } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

const HOUR = 3_600_000;
const KEEP = {
  verdictDays: 180,
  greyDays: 30,
  dismissedDays: 90,
  approvedDays: 1826,
  unopenedDays: 14,
  reportDays: 90,
  registerDays: 1826,
};

let desk: TestDesk;
let browser: Browser;
let made = 0;
const newCase = (band: 'urgent' | 'review' = 'review') => {
  made += 1;
  return desk.addCase({ from: 'a@example.com', subject: `件名 ${made}`, body: '本文', band }, `rest-${made}`);
};
const countOf = ({ text }: Page) => /今日は(\d+)件（目安は(\d+)件）/.exec(text)?.slice(1).map(Number);
const countNow = async (who = browser) => countOf(await who.get('/me'));

beforeAll(async () => {
  desk = await startDesk({ dailyCap: 4 });
  browser = await desk.signedInAs('reviewer');
});
afterAll(() => desk.stop());
beforeEach(async () => {
  desk.clock.now = new Date(desk.clock.now.getTime() + 24 * HOUR);
  await browser.post('/settings', {});
});

it('counts a case once a day, one of the worst as two, whether it was served or opened', async () => {
  const [one, urgent] = [await newCase(), await newCase('urgent')];
  expect(await countNow()).toEqual([0, 4]);
  await browser.get(`/cases/${one}`);
  await browser.get(`/cases/${one}?reveal=1`);
  expect(await countNow()).toEqual([1, 4]);
  expect((await browser.post('/next')).location).toBe(`/cases/${urgent}`);
  await browser.get(`/cases/${urgent}`);
  expect(await countNow()).toEqual([3, 4]);
});

it('begins anew with the day of the company', async () => {
  desk.clock.now = new Date('2026-08-01T23:50:00+09:00');
  const id = await newCase();
  await browser.get(`/cases/${id}`);
  expect(await countNow()).toEqual([1, 4]);
  desk.clock.now = new Date('2026-08-02T00:00:00+09:00');
  expect(await countNow()).toEqual([0, 4]);
  await browser.get(`/cases/${id}`);
  expect(await countNow()).toEqual([1, 4]);
});

it('suggests a rest before the next case when enough was seen, and lets go on', async () => {
  const ids = [await newCase(), await newCase(), await newCase(), await newCase(), await newCase()];
  for (const id of ids.slice(0, 4)) await browser.get(`/cases/${id}`);
  expect((await browser.get('/?rest=1')).text).toContain('今日は4件の案件を見ました（目安は4件）。');
  expect((await browser.post('/next')).location).toBe('/?rest=1');
  const decided = await browser.post(`/cases/${ids[3]}/dismiss`, { reason: 'joke' });
  expect(decided.location).toBe(`/?rest=1&after=${ids[3]}`);
  const { text } = await browser.get(decided.location!);
  expect(text).toContain(`action="/cases/${ids[3]}/reopen"`); // the way back stays
  expect(text).toContain('name="anyway" value="1"');
  expect((await browser.post('/next', { anyway: '1' })).location).toMatch(/^\/cases\/\d+$/);
});

it('suggests nothing before, whoever asks for it too early', async () => {
  const id = await newCase();
  expect((await browser.get('/?rest=1')).text).not.toContain('name="anyway"');
  await browser.get(`/cases/${id}`);
  expect((await browser.post('/next')).location).toMatch(/^\/cases\//);
});

it('rests earlier for whoever wants that, never later', async () => {
  await browser.get(`/cases/${await newCase()}`);
  expect(await browser.post('/settings', { dailyCap: '１' })).toMatchObject({ status: 303 });
  expect(await countNow()).toEqual([1, 1]);
  expect((await browser.post('/next')).location).toBe('/?rest=1');
  for (const dailyCap of ['5', '0', '-1', 'いっぱい', '<b>']) {
    const page = await browser.post('/settings', { dailyCap });
    expect(page.status).toBe(400);
    expect(page.text).toContain('目安は1から4までの数字で入力してください');
  }
  expect((await browser.get('/me')).text).toContain('value="1"');
});

it('tells nobody else: not a lead, not the audit log, and it is gone a day later', async () => {
  const lead = await desk.signedInAs('lead', 'admin', 'auditor');
  await browser.post('/settings', { dailyCap: '3' });
  for (let i = 0; i < 3; i++) await browser.get(`/cases/${await newCase()}`);
  expect(await countNow()).toEqual([3, 3]);
  expect(await countNow(lead)).toEqual([0, 4]);
  expect((await lead.get('/audit?action=settings.change')).text).not.toContain('dailyCap');
  desk.clock.now = new Date(desk.clock.now.getTime() + 25 * HOUR);
  await purge(desk.db, KEEP, desk.clock.now);
  expect(await desk.db.execute('select * from komainu.exposure')).toMatchObject({ rows: [] });
});
