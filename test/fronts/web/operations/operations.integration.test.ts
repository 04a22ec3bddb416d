import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsWithoutVerdict, newestAudit, recordFailure, sourceState } from '../../../../src/store/index.ts';
import { mailId } from '../../../support/ids.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('the page of operations', () => {
  let desk: TestDesk;
  let admin: Browser;
  let refills = 0;
  beforeAll(async () => {
    desk = await startDesk({ refill: async () => void refills++ });
    admin = await desk.signedInAs('admin');
  });
  afterAll(() => desk.stop());
  const unreadable = () => desk.addUnreadable(Buffer.from('Subject: himitsu\r\n\r\nひみつ'));

  it('shows queues, sources, storage and versions', async () => {
    await sourceState(desk.db, 'sales').report('サーバーがありません');
    const { text } = await admin.get('/status');
    expect(text).toContain('<th scope="row">判定（届いたばかりのメール）</th><td>3</td><td>2</td><td>1</td>');
    expect(text).toContain('キューに接続できません');
    expect(text).toContain('サーバーがありません');
    expect(text).toContain('5.0 GiB（全体 20.0 GiB）');
    expect(text).toMatch(/PGlite, PostgreSQL 1\d\.\d/);
  });

  it('shows how many rows a server sent that nobody asked for, in both languages', async () => {
    await sourceState(desk.db, 'sales').unasked(2);
    await sourceState(desk.db, 'sales').unasked(40);
    expect((await admin.get('/status')).text).toContain('頼んでいないメールの行が42件届きました');
    await admin.post('/language', { language: 'en', back: '/' });
    expect((await admin.get('/status')).text).toContain(
      'Its server has sent 42 rows for mails that were not asked for.',
    );
    await admin.post('/language', { language: 'ja', back: '/' });
  });

  it('has one failed mail screened again, or all of them, and says nothing of what they say', async () => {
    const [one] = [await unreadable(), await unreadable(), await unreadable()];
    await recordFailure(desk.db, {
      mailId: mailId('1'),
      attempt: 3,
      at: desk.clock.now,
      code: 'deadline',
      message: 'x',
    });
    const { text } = await admin.get('/status');
    expect(text).toContain('時間内に判定が終わりませんでした。');
    expect(text).not.toMatch(/himitsu|ひみつ/);
    expect(text).not.toContain(`href="/cases/${one}"`); // an administrator opens no case
    expect((await admin.post('/operations/retry', { mail: '1' })).location).toBe('/status?retried=1#failed');
    expect(await mailsWithoutVerdict(desk.db, { limit: 9 })).toEqual(['1']);
    expect((await admin.post('/operations/retry', { mail: '1' })).location).toBe('/status?retried=0#failed');
    expect((await admin.post('/operations/retry')).location).toBe('/status?retried=2#failed');
    expect(await mailsWithoutVerdict(desk.db, { limit: 9 })).toEqual(['1', '2', '3']);
    expect((await admin.get('/status?retried=2')).text).toContain('2通を判定待ちに戻しました。');
    expect(refills).toBe(2);
    expect(await newestAudit(desk.db, { action: 'mail.retry' }, { below: null, limit: 9 })).toMatchObject([
      { target: '', details: { mails: 2 }, name: '確認者1' },
      { target: 'mail/1', details: { mails: 1 } },
    ]);
  });

  it('shows a reader of cases which case it is, and gives them no button', async () => {
    const id = await unreadable();
    const { text } = await (await desk.signedInAs('reviewer')).get('/status');
    expect(text).toContain(`href="/cases/${id}"`);
    expect(text).not.toContain('action="/operations/retry"');
  });
});

describe('a legal hold', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  it('is put on a case and ended by a lead, shown, and kept in the audit log', async () => {
    const lead = await desk.signedInAs('lead');
    const id = await desk.addCase({ from: 'a@example.com', subject: 's', body: 'b' });
    expect((await lead.post(`/cases/${id}/hold`, { hold: 'on' })).location).toBe(`/cases/${id}#hold`);
    const held = (await lead.get(`/cases/${id}`)).text;
    expect(held).toContain('<span class="pill">保全中</span>');
    expect(held).toContain('確認者1 さんが保全しています');
    const reviewer = await desk.signedInAs('reviewer');
    const seen = (await reviewer.get(`/cases/${id}`)).text;
    expect(seen).toContain('<span class="pill">保全中</span>');
    expect(seen).not.toContain(`action="/cases/${id}/hold"`);
    await lead.post(`/cases/${id}/hold`, { hold: 'off' });
    expect((await lead.get(`/cases/${id}`)).text).not.toContain('<span class="pill">保全中</span>');
    expect((await lead.post('/cases/999/hold', { hold: 'on' })).status).toBe(404);
    const actions = await newestAudit(desk.db, { target: `case/${id}` }, { below: null, limit: 99 });
    expect(actions.map(({ action }) => action).filter((action) => !/view/.test(action))).toEqual([
      'case.release',
      'case.hold',
    ]);
  });
});
