import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { auditRows, findAccount, handIn, loadCase, purge, standingWatches } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('a watch on a sender', { timeout: 180_000 }, () => {
  let desk: TestDesk;
  let reviewer: Browser; // 確認者1
  let lead: Browser; // 確認者2
  let made = 0;
  beforeAll(async () => {
    desk = await startDesk(); // 2026-07-03 in Tokyo
    reviewer = await desk.signedInAs('reviewer');
    lead = await desk.signedInAs('lead');
  });
  afterAll(() => desk.stop());

  const mail = (from: string, band: 'ordinary' | 'review', body = '本文。') => {
    made += 1;
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    return desk.addCase({ from, subject: `件名 ${made}`, body, band }, `watch-${made}`);
  };
  const watch = (id: CaseId, until: string, browser = reviewer) => browser.post(`/cases/${id}/watch`, { until });
  const standing = () => standingWatches(desk.db, desk.clock.now);
  const last = async () => {
    let entry = null;
    for await (const row of auditRows(desk.db, {})) entry = row;
    return entry;
  };
  const endAll = async () => {
    for (const { id } of await standing()) await lead.post(`/watches/${id}/end`);
  };

  it('surfaces new mails of the address, even ordinary ones, with the reason and their own score', async () => {
    const id = await mail('tanaka@example.com', 'review');
    expect((await reviewer.get(`/cases/${id}`)).text).toContain('name="until" value="2026-10-01"'); // 90 days
    expect((await watch(id, '2026-10-01')).location).toBe(`/cases/${id}#watch`);
    expect(await mail('suzuki@example.com', 'ordinary')).toBeNull();
    const ordinary = await mail('tanaka@example.com', 'ordinary', 'いつもありがとうございます。');
    const detail = (await loadCase(desk.db, ordinary))!;
    expect(detail).toMatchObject({ band: 'grey', acts: [], entries: [] });
    expect(detail.items[0]).toMatchObject({ assessment: { band: 'ordinary' } });
    const { text } = await reviewer.get(`/cases/${ordinary}`);
    expect(text).toContain('2026年7月3日から注視中の差出人です');
    expect(text).toContain('いつもありがとうございます。');
    expect(/<li class="case-row" id="row-\d+">[\s\S]*?注視/.exec((await reviewer.get('/')).text)).not.toBeNull();
    const review = await mail('tanaka@example.com', 'review');
    expect((await loadCase(desk.db, review))!.band).toBe('review');
    await endAll();
  });

  it('is in the log without the address, and listed with who began it', async () => {
    const id = await mail('ito@example.com', 'review');
    await watch(id, '2026-08-31');
    const entry = await last();
    expect(entry).toMatchObject({
      action: 'sender.watch',
      target: `case/${id}`,
      details: { until: '2026-08-31T15:00:00.000Z' },
    });
    expect(JSON.stringify(entry)).not.toContain('ito@');
    const { text } = await lead.get('/counterparties?tab=watches');
    expect(text).toContain('ito@example.com');
    expect(text).toContain('確認者1');
    expect(text).toContain('2026年8月31日');
    await endAll();
  });

  it('is ended by anyone with the right, and then surfaces nothing', async () => {
    const id = await mail('kato@example.com', 'review');
    await watch(id, '2026-08-31');
    const [one] = await standing();
    expect((await lead.post(`/watches/${one!.id}/end`, { case: id })).location).toBe(`/cases/${id}#watch`);
    expect(await last()).toMatchObject({ action: 'sender.unwatch', target: `watch/${one!.id}` });
    expect(await standing()).toEqual([]);
    expect(await mail('kato@example.com', 'ordinary')).toBeNull();
    expect((await lead.post(`/watches/${one!.id}/end`)).status).toBe(404);
    const rows = await desk.db.execute(sql`select address from komainu.sender_watch`);
    expect(JSON.stringify(rows)).not.toContain('kato');
  });

  it('is neither shown to the person it is on nor ended by them', async () => {
    const id = await mail('person-1@example.jp', 'review'); // the reviewer's own address
    await watch(id, '2026-08-31', lead);
    const [one] = await standing();
    expect((await lead.get('/counterparties?tab=watches')).text).toContain('person-1@example.jp');
    const { text } = await reviewer.get('/counterparties?tab=watches');
    expect(text.slice(text.indexOf('<main'))).not.toContain('person-1@example.jp');
    expect((await reviewer.post(`/watches/${one!.id}/end`)).status).toBe(404);
    expect(await standing()).toEqual([one]);
    await endAll();
  });

  it('has another end when it is begun again', async () => {
    const id = await mail('mori@example.com', 'review');
    await watch(id, '2026-08-31');
    const [before] = await standing();
    await mail('x@example.com', 'review');
    await watch(id, '2026-09-30', lead);
    expect(await standing()).toEqual([{ ...before, until: new Date('2026-09-30T15:00:00Z') }]);
    await endAll();
  });

  it.each(['', '2026-02-31', '2026-07-03', '2020-01-01', '2027-07-05', 'x'])('does not end on %j', async (until) => {
    const id = await mail('ono@example.com', 'review');
    const page = await watch(id, until);
    expect(page.status).toBe(400);
    expect(page.text).toContain('注視の期限は');
    expect(await standing()).toEqual([]);
  });

  it('ends with its day, and is forgotten', async () => {
    const id = await mail('abe@example.com', 'review');
    await watch(id, '2026-07-04');
    const before = desk.clock.now;
    desk.clock.now = new Date('2026-07-04T14:58:00Z');
    expect(await mail('abe@example.com', 'ordinary')).not.toBeNull();
    expect(await mail('abe@example.com', 'ordinary')).toBeNull();
    expect(await standing()).toEqual([]);
    desk.clock.now = new Date('2026-07-11T15:00:00Z');
    await purge(desk.db, desk.deps.retention, desk.clock.now);
    const rows = await desk.db.execute(sql`select address from komainu.sender_watch`);
    expect(JSON.stringify(rows)).not.toContain('abe');
    desk.clock.now = before;
  });

  it('does not reach back to mails that came before it', async () => {
    const id = await mail('hara@example.com', 'review');
    desk.clock.now = new Date(desk.clock.now.getTime() + 3_600_000);
    await watch(id, '2026-08-31');
    const receivedAt = new Date(desk.clock.now.getTime() - 60_000);
    const late = {
      from: 'hara@example.com',
      subject: '遅れて届いた',
      body: '本文。',
      band: 'ordinary',
      receivedAt,
    } as const;
    expect(await desk.addCase(late, 'late')).toBeNull();
    await endAll();
  });

  it('is not offered where nobody knows who wrote, nor to whom the case speaks of', async () => {
    const named = await mail('imai@example.com', 'review', '確認者1さんの対応がひどい。');
    expect((await watch(named, '2026-08-31')).status).toBe(403);
    expect(await standing()).toEqual([]);
    const reporter = (await findAccount(desk.db, 'person-2@example.jp'))!;
    const { caseId } = await handIn(desk.db, newConsultation(reporter), desk.clock.now);
    expect((await reviewer.get(`/cases/${caseId}`)).text).not.toContain('id="watch"');
    expect((await watch(caseId, '2026-08-31')).status).toBe(404);
  });
});
