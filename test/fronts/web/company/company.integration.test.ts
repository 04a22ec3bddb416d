import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let admin: Browser;
beforeAll(async () => {
  desk = await startDesk();
  admin = await desk.signedInAs('admin');
});
afterAll(() => desk.stop());

const HERE = '/mailboxes?tab=company';

it('is set in the browser: name, addresses, time zone', async () => {
  const form = { company: '株式会社みほん', addresses: '*.example.co.jp\ninfo@example.jp', timeZone: 'Asia/Tokyo' };
  expect((await admin.post('/company', form)).location).toBe(`${HERE}&saved=1`);
  expect(desk.deps.settings.current().config.company).toMatchObject({
    name: '株式会社みほん',
    addresses: ['*.example.co.jp', 'info@example.jp'],
  });
  const wrong = await admin.post('/company', { ...form, timeZone: 'Mars/Olympus' });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain('id="timeZone-error"');
});

it('says how long things are kept', async () => {
  const days = {
    approvedDays: '1826',
    dismissedDays: '60',
    greyDays: '30',
    unopenedDays: '14',
    reportDays: '60',
    registerDays: '1826',
    verdictDays: '180',
  };
  expect((await admin.post('/company/retention', days)).status).toBe(303);
  expect(desk.deps.settings.current().config.retention.dismissedDays).toBe(60);
  expect((await admin.get(HERE)).text).toMatch(/name="dismissedDays"[^>]*value="60"/);
  const wrong = await admin.post('/company/retention', { ...days, greyDays: '0' });
  expect(wrong.text).toContain('id="greyDays-error"');
});

it('lets whoever looks after accounts take a role that nobody else has, with an entry in the log', async () => {
  const role = { role: 'reviewer', here: HERE };
  expect((await admin.get('/audit')).status).toBe(403);
  expect((await admin.post('/people/own-role', role)).location).toBe(HERE);
  expect((await admin.get('/')).status).toBe(200); // cases
  const other = await desk.signedInAs('admin');
  expect((await other.post('/people/own-role', role)).status).toBe(409);
});
