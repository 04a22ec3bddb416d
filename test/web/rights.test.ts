import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from './support/browser.ts';
import { startDesk, type TestDesk } from './support/desk.ts';

/** What a role meets at a route; a stranger is always sent to the sign-in page. */
const MATRIX = [
  ['GET', '/', { admin: 303, lead: 200, reviewer: 200, none: 403 }],
  ['GET', '/?tab=dismissed', { admin: 303, lead: 200, reviewer: 200, none: 403 }],
  ['GET', '/status', { admin: 200, lead: 200, reviewer: 200, none: 403 }],
  ['GET', '/cases/1', { admin: 403, lead: 200, reviewer: 200, none: 403 }],
  ['GET', '/cases/1?reveal=1', { admin: 403, lead: 200, reviewer: 200, none: 403 }],
  ['GET', '/settings', { admin: 200, lead: 200, reviewer: 200, none: 200 }],
  ['GET', '/cases/1/similar', { admin: 403, lead: 200, reviewer: 200, none: 403 }],
  ['POST', '/cases/1/similar', { admin: 403, lead: 400, reviewer: 400, none: 403 }],
  ['GET', '/cases/1/mails/1', { admin: 403, lead: 200, reviewer: 200, none: 403 }],
  ['POST', '/cases/1/mails/1', { admin: 403, lead: 200, reviewer: 200, none: 403 }],
  ['GET', '/cases/1/mails/1/files/0', { admin: 403, lead: 404, reviewer: 404, none: 403 }],
  ['POST', '/cases/1/mails/1/files/0', { admin: 403, lead: 404, reviewer: 404, none: 403 }],
  ['POST', '/cases/999/claim', { admin: 403, lead: 409, reviewer: 409, none: 403 }],
  ['POST', '/cases/999/leave', { admin: 403, lead: 303, reviewer: 303, none: 403 }],
  ['POST', '/cases/999/skip', { admin: 403, lead: 303, reviewer: 303, none: 403 }],
  ['POST', '/cases/999/hand-over', { admin: 403, lead: 404, reviewer: 404, none: 403 }],
  ['POST', '/next', { admin: 403, lead: 303, reviewer: 303, none: 403 }],
  ['GET', '/cases/999', { admin: 403, lead: 404, reviewer: 404, none: 403 }],
  ['POST', '/cases/999/approve', { admin: 403, lead: 404, reviewer: 404, none: 403 }],
  ['POST', '/cases/1/dismiss', { admin: 403, lead: 400, reviewer: 400, none: 403 }],
  ['POST', '/cases/1/reopen', { admin: 403, lead: 409, reviewer: 409, none: 403 }],
] as const;

describe('rights', () => {
  let desk: TestDesk;
  let people: Record<'admin' | 'lead' | 'reviewer' | 'none', Browser>;
  beforeAll(async () => {
    desk = await startDesk();
    await desk.addCase({ from: 'a@example.com', subject: 'ひみつの件名', body: 'ひみつの本文' });
    people = {
      admin: await desk.signedInAs('admin'),
      lead: await desk.signedInAs('lead'),
      reviewer: await desk.signedInAs('reviewer'),
      none: await desk.signedInAs(),
    };
  });
  afterAll(() => desk.stop());

  it.each(MATRIX)('%s %s', async (method, path, expected) => {
    for (const [role, status] of Object.entries(expected)) {
      const browser = people[role as keyof typeof people];
      const page = await (method === 'GET' ? browser.get(path) : browser.post(path));
      expect({ role, status: page.status }).toEqual({ role, status });
      if (status === 403) expect(page.text).not.toContain('ひみつ');
    }
    const stranger = desk.browser();
    expect((await (method === 'GET' ? stranger.get(path) : stranger.post(path))).status).toBe(303);
  });

  it('lead an admin alone to the status, which holds no mail text', async () => {
    expect(await people.admin.get('/')).toMatchObject({ status: 303, location: '/status' });
    expect((await people.admin.get('/status')).text).not.toMatch(/ひみつ|a@example\.com/);
  });

  it('are nothing for a role that is not known yet', async () => {
    const browser = await desk.signedInAs('auditor' as never);
    expect((await browser.get('/cases/1')).status).toBe(403);
  });
});
