import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveObjection } from '../../../../src/actions/index.ts';
import { readForwarded } from '../../../../src/cases/index.ts';
import { newestAudit, objectionList, waitingDays } from '../../../../src/store/index.ts';
import { mail, text } from '../../../support/mime.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('an objection that came by mail', { timeout: 120_000 }, () => {
  let desk: TestDesk;
  let lead: Browser;
  let employee: Browser;
  let sent = 0;
  beforeAll(async () => {
    desk = await startDesk(); // 2026-07-03 in Tokyo
    [lead, employee] = [await desk.signedInAs('lead'), await desk.signedInAs('employee')];
  });
  afterAll(() => desk.stop());

  const hash = (value: string) => `hash of ${value}`;
  /** @returns the newest objection that waits */
  async function arrive(headers: Record<string, string> = {}, words = 'ひみつの異議') {
    const from = `<b>あいて</b> <somu-${++sent}@example.org>`;
    const raw = mail(text(words), { 'Message-ID': `<o${sent}@example.org>`, From: from, Subject: 'igi', ...headers });
    const deps = {
      ...{ db: desk.db, audit: desk.audit, now: () => desk.clock.now, hash, timeZone: 'Asia/Tokyo' },
      forwarded: (bytes: Uint8Array, at: Date) => readForwarded(bytes, at, () => false),
      counterpartyOf: (address: string) => address.split('@')[1]!,
    };
    await receiveObjection(deps, { source: 'iken', raw, receivedAt: desk.clock.now });
    const found = await objectionList(desk.db, { which: 'waiting', limit: 99, offset: 0 });
    return found.toSorted((a, b) => Number(b.id) - Number(a.id))[0]!;
  }
  const approved = async (values: { counterparty?: string } = {}, thread = `by-mail-${sent}`) => {
    const id = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '土下座しろ', ...values }, thread);
    await lead.post(`/cases/${id}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
    return id;
  };

  it('waits to be placed, with its mail to save, its day and its words for those alone who answer', async () => {
    const { id, due } = await arrive();
    expect(due).toBe('2026-07-17');
    const queue = (await lead.get('/objections')).text;
    expect(queue).toMatch(/まだ決まっていません（メールで届きました）[\s\S]*2026-07-17/);
    expect(queue).not.toContain('ひみつ');
    const page = (await lead.get(`/objections?objection=${id}`)).text;
    expect(page).toContain('ひみつの異議');
    const file = /href="(\/objections\/\d+\/mails\/\d+)"/.exec(page)![1]!;
    const saved = await lead.get(file);
    expect(saved.headers.get('content-disposition')).toContain(`objection-${id}-mail-`);
    expect(saved.text).toContain('Subject: igi');
    expect((await employee.get(file)).status).toBe(403);
    expect((await lead.get(`/objections/${id}/mails/999`)).status).toBe(404);
  });

  it('is placed with a case of a person, who may change its day', async () => {
    const caseId = await approved();
    const { id } = await arrive();
    const place = (fields: Record<string, string>) =>
      lead.post(`/objections/${id}/place`, { against: 'case', due: '2026-07-10', ...fields });
    expect((await place({ case: '999999' })).status).toBe(404);
    expect((await place({ case: 'x' })).status).toBe(400);
    const { status, location } = await place({ case: caseId });
    expect({ status, location }).toMatchObject({ status: 303, location: expect.stringContaining(`/cases/${caseId}`) });
    expect((await lead.get(location!.split('#')[0]!)).text).toMatch(/案件への対応[\s\S]*2026-07-10/);
    const [entry] = await newestAudit(desk.db, { action: 'objection.place' }, { below: null, limit: 1 });
    expect(entry).toMatchObject({ target: `case/${caseId}`, details: { objection: id } });
  });

  it('belongs to the approved case whose mail it answers, by itself', async () => {
    const caseId = await approved({}, 'thread-of-mail');
    await desk.db.execute(
      `update komainu.verdict set message_id_hash = 'hash of ours@example.co.jp' where mail_id in (select mail_id from komainu.case_mail where case_id = ${caseId})`,
    );
    expect(await arrive({ 'In-Reply-To': '<ours@example.co.jp>' })).toMatchObject({
      caseId,
      against: { kind: 'case' },
    });
  });

  it('is put aside by one click where it is none: no day runs, and it comes back by one', async () => {
    const { id } = await arrive({}, '広告です');
    expect((await lead.post(`/objections/${id}/aside`, {})).location).toBe('/objections');
    expect((await waitingDays(desk.db, ['objection'])).map((one) => one.id)).not.toContain(id);
    expect((await lead.get('/objections')).text).toMatch(/異議でないもの（自動の返信、迷惑メールなど） 1件/);
    expect((await lead.post(`/objections/${id}/aside`, {})).status).toBe(409);
    expect((await lead.post(`/objections/${id}/aside`, { back: '1' })).status).toBe(303);
    expect((await waitingDays(desk.db, ['objection'])).map((one) => one.id)).toContain(id);
  });
});
