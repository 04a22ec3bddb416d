import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HeldMail, heldMails, noteForwarded, receiptsDue } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

const RAW = Buffer.from('Subject: FW\r\nFrom: hanako@example.jp\r\n\r\nひみつの言葉');

describe('a forwarded mail that nobody proved', () => {
  let desk: TestDesk;
  let office: Browser;
  beforeAll(async () => {
    desk = await startDesk({
      consultation: {
        answerDays: null,
        callNow: null,
        addresses: ['soudan@example.jp'],
        confidentialAddresses: ['naisho@example.jp'],
      },
    });
    office = await desk.signedInAs('desk');
  });
  afterAll(() => desk.stop());

  let keys = 0;
  async function hold(more: { readonly confidential?: boolean; readonly subject?: string } = {}): Promise<HeldMail> {
    const id = await noteForwarded(desk.db, {
      key: `key-${++keys}`,
      source: 'consult',
      state: 'held',
      because: 'unproven',
      sender: 'hanako@example.jp',
      senderName: '<b>花子</b>',
      senderHash: 'hash',
      subject: '件名です',
      receivedAt: desk.clock.now,
      arrivedAt: desk.clock.now,
      size: RAW.byteLength,
      raw: RAW,
      receipt: 'due',
      ...more,
    });
    return (await heldMails(desk.db)).find((one) => one.id === id)!;
  }

  it('is shown to the desk alone, with the reason and without its text', async () => {
    const { id } = await hold();
    const { text } = await office.get('/');
    expect(text).toContain('裏づけていません');
    expect(text).toContain('&lt;b&gt;花子&lt;/b&gt;');
    expect(text).not.toContain('ひみつの言葉');
    const lead = await desk.signedInAs('lead');
    expect((await lead.get('/')).text).not.toContain('本人の確認を待つ転送');
    expect((await lead.post(`/forwarded/${id}/confirm`)).status).toBe(403);
    await office.post(`/forwarded/${id}/reject`);
  });

  it('becomes a consultation once the desk has asked, with its receipt, once', async () => {
    const { id } = await hold();
    const [first, second] = await Promise.all([
      office.post(`/forwarded/${id}/confirm`),
      office.post(`/forwarded/${id}/confirm`),
    ]);
    expect([first!.location, second!.location].sort()).toEqual(['/?done=confirmed', '/?done=gone']);
    expect(await heldMails(desk.db)).toEqual([]);
    expect(await receiptsDue(desk.db, desk.clock.now)).toMatchObject([{ to: 'hanako@example.jp' }]);
    expect((await office.get('/?tab=report')).text).toContain('FW');
    const log = (await (await desk.signedInAs('auditor')).get('/audit?action=forwarded.confirm')).text;
    expect(log).toContain(`forwarded/${id}`);
    expect(log).not.toMatch(/ひみつ|hanako@/);
  });

  it('leaves nothing here once it is rejected', async () => {
    const { id } = await hold({ subject: 'あとに残らない件名' });
    expect((await office.post(`/forwarded/${id}/reject`)).location).toBe('/?done=rejected');
    expect((await office.post(`/forwarded/${id}/confirm`)).location).toBe('/?done=gone');
    expect((await office.get('/?done=rejected')).text).not.toContain('あとに残らない件名');
    expect(await heldMails(desk.db)).toEqual([]);
  });

  it('that is confidential shows to nobody else, and its entry names nobody', async () => {
    const { id } = await hold({ confidential: true });
    await office.post(`/forwarded/${id}/confirm`);
    const lead = await desk.signedInAs('lead');
    expect((await lead.get('/?tab=report')).text).not.toContain('/cases/1000000001');
    expect((await office.get('/?tab=report')).text).toContain('/cases/1000000001');
    const log = (await (await desk.signedInAs('auditor')).get('/audit/export?action=forwarded.confirm')).text;
    expect(log.split('\n').find((line) => line.includes(`forwarded/${id}`))).not.toContain('確認者');
  });

  it('cannot be guessed: what is no id, or nobody’s, does nothing', async () => {
    expect((await office.post('/forwarded/x/confirm')).status).toBe(404);
    expect((await office.post('/forwarded/999/confirm')).location).toBe('/?done=gone');
  });

  it('is what the policy page tells everybody about', async () => {
    const { text } = await (await desk.signedInAs('employee')).get('/reports');
    expect(text).toContain('soudan@example.jp');
    expect(text).toContain('naisho@example.jp');
  });
});
