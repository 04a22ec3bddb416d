import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from './support/browser.ts';
import { startDesk, type TestDesk } from './support/desk.ts';

let desk: TestDesk;
let everything: Browser;
let id: string;
beforeAll(async () => {
  desk = await startDesk();
  everything = await desk.signedInAs('lead', 'desk', 'admin', 'tuner');
  await everything.post('/counterparties', { kind: 'company', name: '例の会社', domains: 'example.com' });
  id = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '土下座しろ' });
});
afterAll(() => desk.stop());

it.each([
  ['/settings', '/me'],
  ['/draft', '/reports?tab=draft'],
  ['/lessons/privacy', '/policy?tab=lessons&act=privacy#lesson'],
  ['/lessons/privacy/mails', '/policy?tab=lessons&act=privacy&mails=1#lesson'],
  ['/cooperation', '/counterparties?tab=cooperation'],
  ['/cases/:id/similar', '/cases/:id?tab=body&similar=1#similar'],
  ['/cases/:id/evidence?for=lawyer&purpose=advice', '/cases/:id?tab=papers&for=lawyer&purpose=advice'],
  ['/tokens', '/people#tokens'],
  ['/experts', '/people#experts'],
  ['/measures/rules', '/escalation#measures'],
  ['/dictionaries/try', '/dictionaries?tab=try'],
  ['/cases/:id/care', '/cases/:id?tab=response'],
  ['/cases/:id/measures', '/cases/:id?tab=response'],
  ['/cases/:id/experts', '/cases/:id?tab=response'],
  ['/cases/:id/answer', '/cases/:id?tab=response'],
  ['/cases/:id/letters', '/cases/:id?tab=papers'],
  ['/cases/:id/evidence', '/cases/:id?tab=papers'],
  ['/cases/:id/file', '/cases/:id?tab=history'],
  ['/past', '/mailboxes'],
  ['/past/1', '/mailboxes'],
])('%s leads to %s, where there is a page with what it names', async (from, to) => {
  const [old, now] = [from, to].map((path) => path.replace(':id', id)) as [string, string];
  expect(await everything.get(old)).toMatchObject({ status: 303, location: now });
  const [path, anchor] = now.split('#');
  const page = await everything.get(path!);
  expect(page.status).toBe(200);
  if (anchor !== undefined) expect(page.text).toContain(`id="${anchor}"`);
});
