import { afterAll, beforeAll, expect, it } from 'vitest';
import { findAccount } from '../../../src/store/index.ts';
import type { Browser } from './support/browser.ts';
import { startDesk, type TestDesk } from './support/desk.ts';

let desk: TestDesk;
let everything: Browser;
let id: string;
let person: string;
beforeAll(async () => {
  desk = await startDesk();
  everything = await desk.signedInAs('lead', 'desk', 'admin', 'tuner');
  person = (await findAccount(desk.db, 'person-1@example.jp'))!.id;
  await everything.post('/counterparties', { kind: 'company', name: '例の会社', domains: 'example.com' });
  id = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '土下座しろ' });
});
afterAll(() => desk.stop());

it.each([
  ['/account', '/me'],
  ['/settings', '/me'],
  ['/tasks', '/?tab=tasks'],
  ['/care', '/?tab=tasks'],
  ['/deadlines', '/?tab=tasks'],
  ['/rest', '/?rest=1'],
  ['/draft', '/reports?tab=draft'],
  ['/forwarded', '/'],
  ['/mentions', '/?tab=mine'],
  ['/operations', '/status'],
  ['/policy/versions', '/policy#versions'],
  ['/lessons', '/policy?tab=lessons'],
  ['/lessons/privacy', '/policy?tab=lessons&act=privacy#lesson'],
  ['/lessons/privacy/mails', '/policy?tab=lessons&act=privacy&mails=1#lesson'],
  ['/worry', '/policy?tab=worry'],
  ['/watches', '/counterparties?tab=watches'],
  ['/measures', '/counterparties?tab=measures'],
  ['/cooperation', '/counterparties?tab=cooperation'],
  ['/counterparties/new', '/counterparties?add=1#add'],
  ['/counterparties/1/edit', '/counterparties/1?edit=1#edit'],
  ['/hand-in/mail', '/reports/new?about=mail'],
  ['/hand-in/incident', '/reports/new?about=incident'],
  ['/my-timeline', '/reports?tab=timeline'],
  ['/objections/new?against=case', '/objections?add=1&against=case#add'],
  ['/cases/:id/similar', '/cases/:id?tab=body&similar=1#similar'],
  ['/cases/:id/evidence?for=lawyer&purpose=advice', '/cases/:id?tab=papers&for=lawyer&purpose=advice'],
  ['/people/:person', '/people?person=:person#person'],
  ['/tokens', '/people#tokens'],
  ['/experts', '/people#experts'],
  ['/missed', '/numbers#missed'],
  ['/missed/agreement', '/numbers#agreement'],
  ['/measures/rules', '/escalation#measures'],
  ['/knowing', '/policy/edit#knowing'],
  ['/dictionaries/learning', '/dictionaries'],
  ['/dictionaries/new?act=privacy', '/dictionaries?tab=new&act=privacy'],
  ['/dictionaries/costly', '/dictionaries?tab=costly'],
  ['/dictionaries/work?state=done', '/dictionaries?tab=work&state=done'],
  ['/dictionaries/try', '/dictionaries?tab=try'],
  ['/dictionaries/log', '/dictionaries?tab=log'],
  ['/dictionaries/violence.kill/edit', '/dictionaries/violence.kill?edit=1'],
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
  const [old, now] = [from, to].map((path) => path.replace(':id', id).replace(':person', person)) as [string, string];
  expect(await everything.get(old)).toMatchObject({ status: 303, location: now });
  const [path, anchor] = now.split('#');
  const page = await everything.get(path!);
  expect(page.status).toBe(200);
  if (anchor !== undefined) expect(page.text).toContain(`id="${anchor}"`);
});
