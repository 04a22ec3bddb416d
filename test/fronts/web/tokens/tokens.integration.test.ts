import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authSchema, listTokens, newestAudit } from '../../../../src/store/index.ts';
import { startApi } from '../../api/v1/support.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('API tokens on the page of people', () => {
  let desk: TestDesk;
  let admin: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    admin = await desk.signedInAs('admin');
  });
  afterAll(() => desk.stop());

  it('shows a new token once, which works until it is revoked and is kept as a hash alone', async () => {
    const page = await admin.post('/tokens', [
      ['name', '社内ポータル'],
      ['roles', 'auditor'],
      ['roles', 'tuner'],
      ['days', '90'],
    ]);
    const [, token] = /value="(komainu_[\w-]{43})"/.exec(page.text)!;
    expect((await admin.get('/people')).text).not.toContain(token);
    const stored = JSON.stringify(await desk.db.select().from(authSchema.apiToken));
    const log = await newestAudit(desk.db, {}, { below: null, limit: 99 });
    for (const text of [stored, JSON.stringify(log)]) expect(text).not.toContain(token!.slice('komainu_'.length));

    const program = startApi(desk).program(token!);
    expect((await program.get('/status')).status).toBe(200);
    const { id, ...kept } = (await listTokens(desk.db))[0]!;
    expect(kept).toMatchObject({ roles: ['tuner', 'auditor'], createdBy: '確認者1', lastUsedAt: desk.clock.now });
    expect((await admin.post(`/tokens/${id}/revoke`)).status).toBe(303);
    expect((await program.get('/status')).status).toBe(401);
    expect((await admin.get('/people')).text).toContain('失効');
    expect((await admin.post(`/tokens/${id}/revoke`)).status).toBe(404);
    expect(log).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: 'token.create',
          target: `token/${id}`,
          details: { name: '社内ポータル', roles: ['tuner', 'auditor'], days: 90 },
        }),
      ]),
    );
  });

  it.each([
    ['no name', { name: ' ', roles: 'lead', days: '30' }, 400, '名前を入力'],
    ['no role', { name: 'a', days: '30' }, 400, '役割を一つ以上'],
    ['a role that does not exist', { name: 'a', roles: 'boss', days: '30' }, 400, '役割を一つ以上'],
    ['an endless term', { name: 'a', roles: 'lead', days: '99999' }, 400, '期間を選んで'],
    ['a name that was used', { name: '社内ポータル', roles: 'lead', days: '30' }, 409, 'すでにあります'],
  ])('makes none with %s', async (_, fields, status, message) => {
    const page = await admin.post('/tokens', fields as Record<string, string>);
    expect(page.status).toBe(status);
    expect(page.text).toContain(message);
    expect(page.text).not.toContain('value="komainu_');
  });
});
