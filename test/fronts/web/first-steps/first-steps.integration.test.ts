import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceStatus } from '../../../../src/fronts/shared/index.ts';
import { loadPolicy, type Policy } from '../../../../src/policy/index.ts';
import { newestAudit, sourceState } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { PASSWORD, startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let admin: Browser;
let status: ServiceStatus;
let policy: Policy['kind'] = 'template';
let asked = 0; // for the policy, which is one of the steps
const seen = (text: string) => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const channel = { name: 'leads', kind: 'mail', trouble: null, troubleSince: null, lastToldAt: null, urgent: true };

beforeAll(async () => {
  desk = await startDesk({
    status: async () => status,
    policy: async (language) => {
      asked += 1;
      return { ...(await loadPolicy(null, language)), kind: policy };
    },
  });
  status = {
    sources: [],
    dictionary: { version: 'test-version', problem: null, hosts: [] },
    queue: null,
    backlog: 0,
    channels: [],
    untold: ['no-channel'],
    clockAheadOf: null,
  };
});
afterAll(() => desk.stop());

describe('the first steps', () => {
  it('are where the first administrator begins, and nobody else', async () => {
    const token = await desk.accounts.invite({ email: 'first@example.jp', name: '', roles: [] }, desk.by());
    admin = desk.browser('192.0.2.50');
    const chosen = { name: '管理 花子', password: PASSWORD, again: PASSWORD };
    expect((await admin.post(`/welcome/${token}`, chosen)).location).toBe('/first-steps');
    const later = await desk.accounts.invite({ email: 'r@example.jp', name: '', roles: ['reviewer'] }, desk.by());
    expect((await desk.browser('192.0.2.51').post(`/welcome/${later}`, chosen)).location).toBe('/');
    const again = await desk.accounts.reset('first@example.jp', desk.by());
    expect((await desk.browser('192.0.2.52').post(`/welcome/${again}`, chosen)).location).toBe('/');
    await admin.post('/sign-in', { email: 'first@example.jp', password: PASSWORD });
  });

  it('say what is there, what to write where, and what checks it', async () => {
    const { text } = await admin.get('/mailboxes?tab=steps');
    expect(seen(text)).toContain('5つのうち1つが済んでいます'); // two who decide
    expect(seen(text)).toContain('受信元はまだありません');
    expect(seen(text)).toContain('/etc/komainu/komainu.yaml に次の行を加えます');
    expect(text).toContain('host: imap.example.co.jp');
    expect(text).toContain('KOMAINU_PASSWORD_SUPPORT=…');
    expect(text).toContain('npx komainu check');
    for (const path of ['/people', '/policy', '/mailboxes', '/channels', '/dictionaries?tab=try'])
      expect(text).toContain(`href="${path}"`);
  });

  it('go with what happens', async () => {
    await sourceState(desk.db, 'support').report(null);
    await desk.addCase({ from: 'a@example.com', subject: '件名', body: '本文' });
    const sources = [
      {
        ...{ name: 'support', trouble: null, troubleSince: null, note: null, unaskedRows: 0 },
        ...{ lastContactAt: new Date(), lastMailAt: null },
      },
    ];
    status = { ...status, sources, channels: [{ ...channel, lastToldAt: new Date() }], untold: [] };
    const { text } = await admin.get('/mailboxes?tab=steps');
    expect(seen(text)).toContain('5つのうち4つが済んでいます'); // the policy is a template
    expect(seen(text)).toContain('受信元「support」につながっています');
    expect(seen(text)).toContain('「leads」に届いています');
    expect(text).not.toContain('host: imap.example.co.jp'); // what is done needs no lines
  });

  it('are one line above the list until somebody closes them, and found again beside the records and settings', async () => {
    expect(seen((await admin.get('/')).text)).toContain('はじめの手順：5つのうち4つが済んでいます');
    expect((await admin.post('/first-steps', { closed: '1' })).location).toBe('/');
    expect((await admin.get('/')).text).not.toContain('はじめの手順');
    expect((await admin.get('/status')).text).toContain('<a href="/mailboxes">受信箱');
    await admin.post('/settings', { mask: 'all', keys: 'on', dailyCap: '' });
    expect((await admin.get('/')).text).not.toContain('はじめの手順'); // settings do not open them again
    const [entry] = await newestAudit(desk.db, { action: 'settings.change' }, { below: null, limit: 2 }).then((all) =>
      all.filter(({ details }) => 'guideClosed' in details),
    );
    expect(entry).toMatchObject({ details: { guideClosed: true } });
    await admin.post('/first-steps', { closed: '0' });
    expect((await admin.get('/')).text).toContain('はじめの手順');
  });

  it('stay one line when all are done, until somebody closes them', async () => {
    policy = 'own';
    expect(seen((await admin.get('/')).text)).toContain('はじめの手順：5つのうち5つが済んでいます');
    await admin.post('/first-steps', { closed: '1' });
    expect((await admin.get('/')).text).not.toContain('はじめの手順');
    await admin.post('/first-steps', { closed: '0' });
  });

  it('are not read each time the list asks for itself', async () => {
    const before = asked;
    const { text } = await admin.get('/', { 'hx-request': 'true' });
    expect(text).toContain('id="case-list"');
    expect(text).not.toContain('はじめの手順');
    expect(asked).toBe(before);
  });

  it('are not for whoever does not set the service up', async () => {
    const lead = await desk.signedInAs('lead');
    expect((await lead.get('/')).text).not.toContain('はじめの手順');
    expect((await lead.get('/status')).text).not.toContain('/first-steps');
    expect((await lead.get('/first-steps')).status).toBe(403);
  });
});

it('where a day begins it is said that nobody would be told of an urgent case', async () => {
  const lead = await desk.signedInAs('lead');
  status = { ...status, untold: ['no-channel', 'no-desk'] };
  for (const path of ['/', '/status']) {
    const { text } = await lead.get(path);
    expect(text).toContain('至急の案件が来ても、だれにも知らせが届きません');
    expect(text).toContain('非公開の相談を受け付けられません');
  }
  status = { ...status, untold: [] };
  expect((await lead.get('/')).text).not.toContain('class="alerts"');
});
