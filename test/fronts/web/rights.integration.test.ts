import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../src/cases/rights.ts';
import { everyRouteDeclared, isRoute } from '../../../src/fronts/shared/access.ts';
import type { Browser, Page } from './support/browser.ts';
import { startDesk, type TestDesk } from './support/desk.ts';

const READERS: readonly Role[] = ['management', 'lead', 'reviewer', 'desk'];
const TUNERS: readonly Role[] = ['lead', 'reviewer', 'tuner'];
const STAFF: readonly Role[] = ROLES.filter((role) => role !== 'employee' && role !== 'sales');

/** Who is let in, written out apart from the program's own table: everybody, everybody signed in, or these roles. */
const EXPECTED: Readonly<Record<string, 'anyone' | 'account' | readonly Role[]>> = {
  'GET /assets/:name': 'anyone',
  'GET /healthz': 'anyone',
  'POST /language': 'anyone',
  'GET /sign-in': 'anyone',
  'POST /sign-in': 'anyone',
  'GET /welcome/:token': 'anyone',
  'POST /welcome/:token': 'anyone',
  'GET /me': 'account',
  'GET /settings': 'account',
  'POST /settings': 'account',
  'GET /mailboxes': ['admin'],
  'POST /mailboxes/find': ['admin'],
  'POST /mailboxes/connect': ['admin'],
  'POST /mailboxes/sign-in': ['admin'],
  'POST /mailboxes/sign-in/back': ['admin'],
  'POST /mailboxes/try': ['admin'],
  'POST /mailboxes/trial': ['admin'],
  'POST /mailboxes/trial/steer': ['admin'],
  'POST /mailboxes/thresholds': ['admin'],
  'POST /mailboxes/begin': ['admin'],
  'POST /setup/settings/pause': ['admin'],
  'POST /setup/settings/resume': ['admin'],
  'POST /setup/settings/take-out': ['admin'],
  'POST /setup/settings/take-over': ['admin'],
  'POST /setup/begin': ['admin'],
  'POST /channels': ['admin'],
  'POST /channels/smtp': ['admin'],
  'POST /company': ['admin'],
  'POST /company/retention': ['admin'],
  'POST /people/own-role': ['admin'],
  'GET /first-steps': ['admin'],
  'POST /first-steps': ['admin'],
  'GET /sign-in/code': 'anyone',
  'POST /sign-in/code': 'anyone',
  'GET /sign-in/with/:provider': 'anyone',
  'GET /sign-in/with/:provider/back': 'anyone',
  'POST /account/factor': 'account',
  'POST /account/factor/confirm': 'account',
  'POST /account/factor/off': 'account',
  'POST /account/factor/codes': 'account',
  'POST /account/sessions/end-others': 'account',
  'POST /account/sessions/:session/end': 'account',
  'GET /policy': 'account',
  'POST /hand-in': 'account',
  'GET /reports': 'account',
  'GET /reports/new': 'account',
  'GET /reports/:report': 'account',
  'POST /reports/:report/notes': 'account',
  'POST /reports/:report/wishes': 'account',
  'POST /reports/:report/care': 'account',
  'POST /reports/:report/naming': 'account',
  'GET /my-timeline/export': 'account',
  'POST /my-timeline/consent': 'account',
  'GET /timelines': ['desk'],
  'GET /timelines/:person': ['desk'],
  'GET /timelines/:person/export': ['desk'],
  'POST /timelines/:person/consent': ['desk'],
  'POST /timelines/:person/cases': ['desk'],
  'POST /policy/read': 'account',
  'GET /policy/edit': ['admin', 'lead'],
  'POST /policy/edit': ['admin', 'lead'],
  'GET /lessons/:act': 'account',
  'POST /lessons/:act': 'account',
  'GET /lessons/:act/mails': 'account',
  'POST /lessons/:act/mails': 'account',
  'GET /proof': ['admin', 'management', 'lead', 'auditor'],
  'GET /proof/export': ['admin', 'management', 'lead', 'auditor'],
  'GET /experts': ['lead', 'desk'],
  'POST /experts': ['lead', 'desk'],
  'POST /experts/:expert/end': ['lead', 'desk'],
  'GET /cases/:id/experts': ['lead', 'desk'],
  'POST /cases/:id/experts': ['lead', 'desk'],
  'POST /cases/:id/experts/:request/answer': ['lead', 'desk'],
  'GET /draft': 'account',
  'POST /draft': 'account',
  'POST /forwarded/:forwarded/confirm': ['desk'],
  'POST /forwarded/:forwarded/reject': ['desk'],
  'GET /people': ['admin', 'lead', 'desk'],
  'POST /people': ['admin'],
  'POST /people/invitations/:invitation/renew': ['admin'],
  'POST /people/invitations/:invitation/revoke': ['admin'],
  'POST /people/:id/roles': ['admin'],
  'POST /people/:id/active': ['admin'],
  'POST /people/:id/reset': ['admin'],
  'POST /people/:id/sign-out': ['admin'],
  'POST /people/:id/factor': ['admin'],
  'GET /tokens': ['admin'],
  'POST /tokens': ['admin'],
  'POST /tokens/:id/revoke': ['admin'],
  'GET /': READERS,
  'GET /list/pane': READERS,
  'GET /list/export': READERS,
  'POST /list/decide': READERS,
  'POST /list/undo': READERS,
  'POST /views': READERS,
  'POST /views/:view/delete': READERS,
  'GET /status': STAFF,
  'GET /channels': STAFF,
  'POST /status/channels/:name/test': ['admin', 'lead'],
  'POST /operations/retry': ['admin'],
  'GET /dictionaries': TUNERS,
  'GET /dictionaries/try': TUNERS,
  'POST /dictionaries/try': TUNERS,
  'POST /dictionaries/preview': ['tuner'],
  'POST /dictionaries/save': ['tuner'],
  'POST /dictionaries/teach': ['tuner'],
  'POST /dictionaries/work/:feedback': ['tuner'],
  'POST /dictionaries/log/:change/revert': ['tuner'],
  'GET /dictionaries/:id': TUNERS,
  'GET /numbers': ['admin', 'management', 'lead', 'reviewer', 'desk', 'auditor'],
  'GET /numbers/export': ['admin', 'management', 'lead', 'auditor', 'desk'],
  'GET /past': ['admin'],
  'GET /past/:run': ['admin'],
  'GET /missed/read': READERS,
  'POST /missed/read': READERS,
  'GET /missed/read/:spot': READERS,
  'POST /missed/read/:spot': READERS,
  'GET /audit': ['auditor'],
  'GET /audit/export': ['auditor'],
  'GET /cases/:id': READERS,
  'GET /cases/:id/mails/:mail': READERS,
  'POST /cases/:id/mails/:mail': READERS,
  'GET /cases/:id/mails/:mail/files/:index': READERS,
  'POST /cases/:id/mails/:mail/files/:index': READERS,
  'POST /next': READERS,
  'POST /cases/:id/claim': READERS,
  'POST /cases/:id/leave': READERS,
  'POST /cases/:id/skip': READERS,
  'POST /cases/:id/decline': READERS,
  'POST /cases/:id/undecline': READERS,
  'POST /cases/:id/take-over': ['lead'],
  'POST /cases/:id/assign': READERS,
  'POST /takeovers/seen': READERS,
  'POST /cases/:id/approve': READERS,
  'POST /cases/:id/dismiss': READERS,
  'POST /cases/:id/hand-over': READERS,
  'POST /cases/:id/reopen': READERS,
  'POST /cases/:id/hold': ['lead', 'desk'],
  'GET /cases/:id/answer': READERS,
  'POST /cases/:id/answer': READERS,
  'POST /cases/:id/comments': READERS,
  'POST /cases/:id/suggest': READERS,
  'POST /mentions/seen': READERS,
  'POST /cases/:id/watch': READERS,
  'POST /watches/:watch/end': READERS,
  'GET /escalation': ['admin', 'management', 'lead', 'reviewer', 'desk', 'auditor'],
  'POST /escalation': ['admin', 'lead'],
  'POST /rules/:kind/:version/again': ['admin', 'lead'],
  'GET /measures/rules': ['admin', 'management', 'lead', 'reviewer', 'desk', 'auditor'],
  'POST /measures/rules': ['admin', 'lead'],
  'GET /cases/:id/measures': READERS,
  'POST /cases/:id/measures': READERS,
  'POST /cases/:id/measures/:measure/outcome': ['management', 'lead'],
  'POST /cases/:id/measures/:measure/withdraw': READERS,
  'POST /cases/:id/measures/:measure/lift': ['management', 'lead'],
  'POST /cases/:id/demand-answers': READERS,
  'GET /objections': READERS,
  'POST /objections': READERS,
  'GET /objections/:objection/mails/:mail': READERS,
  'POST /objections/:objection/place': READERS,
  'POST /objections/:objection/aside': READERS,
  'POST /objections/:objection/assign': READERS,
  'POST /objections/:objection/draft': READERS,
  'POST /objections/:objection/give': ['management', 'lead', 'desk'],
  'POST /objections/:objection/return': ['management', 'lead', 'desk'],
  'POST /objections/:objection/referrals': READERS,
  'POST /cases/:id/referrals': READERS,
  'GET /disclosures': ['management', 'lead', 'desk'],
  'POST /disclosures': ['management', 'lead', 'desk'],
  'POST /disclosures/:request/draft': ['management', 'lead', 'desk'],
  'POST /disclosures/:request/give': ['management', 'lead', 'desk'],
  'POST /disclosures/:request/subject': ['management', 'lead', 'desk'],
  'POST /disclosures/:request/bundle': ['management', 'lead', 'desk'],
  'POST /disclosures/:request/erase': ['management', 'lead', 'desk'],
  'GET /cooperation': ['lead', 'desk'],
  'POST /cooperation': ['lead', 'desk'],
  'POST /cooperation/:request/answer': ['lead', 'desk'],
  'GET /cases/:id/care': READERS,
  'POST /cases/:id/care': READERS,
  'POST /cases/:id/concerned': ['lead', 'desk'],
  'GET /cases/:id/file': READERS,
  'POST /cases/:id/file': READERS,
  'POST /cases/:id/join': READERS,
  'POST /cases/:id/added/seen': READERS,
  'POST /cases/:id/file/notes/:note/strike': READERS,
  'POST /cases/:id/merge': READERS,
  'POST /cases/:id/split': READERS,
  'GET /counterparties': [...READERS, 'sales'],
  'POST /counterparties': ['lead', 'desk'],
  'GET /counterparties/:counterparty': [...READERS, 'sales'],
  'POST /counterparties/:counterparty/talks': [...READERS, 'sales'],
  'POST /counterparties/:counterparty/talks/:talk/answer': [...READERS, 'sales'],
  'POST /counterparties/:counterparty': ['lead', 'desk'],
  'POST /cases/:id/counterparty': READERS,
  'GET /cases/:id/evidence': ['lead', 'desk'],
  'POST /cases/:id/evidence': ['lead', 'desk'],
  'POST /cases/:id/dossier': ['lead', 'desk'],
  'POST /counterparties/:counterparty/dossier': ['lead', 'desk'],
  'GET /cases/:id/evidence/stamp-request': ['lead', 'desk'],
  'POST /cases/:id/evidence/stamps': ['lead', 'desk'],
  'GET /cases/:id/evidence/stamps/:stamp': ['lead', 'desk'],
  'GET /cases/:id/letters': READERS,
  'POST /cases/:id/letters': READERS,
  'GET /cases/:id/letters/:letter': READERS,
  'POST /cases/:id/letters/:letter/approve': ['management', 'lead', 'desk'],
  'POST /cases/:id/letters/:letter/withdraw': READERS,
  'POST /cases/:id/letters/:letter/files/:file': READERS,
  'POST /cases/:id/letters/:letter/sent': READERS,
  'POST /cases/:id/letters/:letter/reply': READERS,
  'GET /letter-templates': ['lead', 'desk'],
  'POST /letter-templates': ['lead', 'desk'],
  'GET /letter-templates/:kind/:language': ['lead', 'desk'],
  'POST /letter-templates/:kind/:language/aside': ['lead', 'desk'],
  'GET /cases/:id/similar': READERS,
  'POST /cases/:id/similar': READERS,
  'POST /sign-out': 'account', // last: it ends the session
};

const letsIn = (route: string, role: Role | 'none'): boolean => {
  const expected = EXPECTED[route]!;
  return typeof expected === 'string' || (role !== 'none' && expected.includes(role));
};

const ROWS = Object.keys(EXPECTED).map((route) => [route, ...route.split(' ')] as [string, string, string]);

describe('rights', () => {
  let desk: TestDesk;
  let id: string;
  const people = new Map<Role | 'none', Browser>();
  beforeAll(async () => {
    desk = await startDesk();
    id = await desk.addCase({
      from: 'himitsu@example.com',
      subject: 'ひみつの件名',
      headers: 'Content-Type: multipart/mixed; boundary=b\r\n',
      body: '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nひみつの本文\r\n--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nhimitsu\r\n--b--',
    });
    for (const role of ROLES) people.set(role, await desk.signedInAs(role));
    people.set('none', await desk.signedInAs());
  });
  afterAll(() => desk.stop());

  const addressOf = (path: string): string =>
    path
      .replace(':id', id)
      .replace(':mail', '1')
      .replace(':index', '0')
      .replace(':name', 'app.css')
      .replace(':token', 'none')
      .replace(':report', 'none')
      .replace(':counterparty', 'none')
      .replace(':feedback', '0')
      .replace(':change', '0')
      .replace(':run', '0')
      .replace(':n', '0');
  const ask = (browser: Browser, method: string, path: string): Promise<Page> =>
    method === 'GET' ? browser.get(addressOf(path)) : browser.post(addressOf(path));

  it('are told for every route there is, and for no other', () => {
    const routes = desk.app.routes.filter(isRoute).map(({ method, path }) => `${method} ${path}`);
    expect([...routes].sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it('keep a desk from starting that has a route nobody declared', () => {
    for (const method of ['get', 'post', 'all'] as const) {
      const app = Object.assign(Object.create(desk.app), { routes: [...desk.app.routes] });
      app.routes.push({ method: method.toUpperCase(), path: '/forgotten', basePath: '/', handler: () => {} });
      expect(() => everyRouteDeclared(app)).toThrow(/\/forgotten: declare in access\.ts/);
    }
  });

  it.each(ROWS)('are kept at %s', async (route, method, path) => {
    for (const [role, browser] of people) {
      const page = await ask(browser, method, path);
      const refused = page.status === 403 || (path === '/' && page.status === 303);
      expect({ role, letIn: !refused }).toEqual({ role, letIn: letsIn(route, role) });
      if (refused) expect(page.text).not.toMatch(/ひみつ|himitsu/);
    }
  });

  it.each(ROWS)('send a stranger from %s to the sign-in page, if it is not for anyone', async (route, method, path) => {
    const { status, location, text } = await ask(desk.browser('192.0.2.200'), method, path);
    const sent = status === 303 && location !== null && location.startsWith('/sign-in');
    const passwordFirst = route === 'POST /sign-in/code'; // a code without a password leads there too
    expect(sent).toBe(EXPECTED[route] !== 'anyone' || passwordFirst);
    expect(text).not.toMatch(/ひみつ|himitsu/);
  });

  it('are those of all roles of an account together', async () => {
    const browser = await desk.signedInAs('admin', 'auditor', 'reviewer');
    expect((await browser.get(`/cases/${id}`)).text).toContain('ひみつの本文');
    expect((await browser.get('/status')).status).toBe(200);
  });

  it('are nothing for a role that is not known', async () => {
    const browser = await desk.signedInAs('constructor' as never);
    for (const path of [`/cases/${id}`, '/status']) expect((await browser.get(path)).status).toBe(403);
  });

  it.each([
    ['admin', '/status'],
    ['auditor', '/status'],
    ['tuner', '/dictionaries'],
    ['employee', '/reports'],
  ] as const)('lead %s from the first page to one they may see, without mail text', async (role, start) => {
    const browser = await desk.signedInAs(role);
    expect(await browser.get('/?tab=dismissed')).toMatchObject({ status: 303, location: start });
    const { text } = await browser.get(start);
    expect(text).not.toMatch(/ひみつ|himitsu/);
    expect(text).not.toContain('<a href="/">案件');
  });

  it('do not show an employee how the service is', async () => {
    const { text } = await (await desk.signedInAs('employee')).get('/me');
    expect(text).not.toMatch(/href="\/status"|判定待ち|正常/);
  });

  it.each(['admin', 'auditor', 'tuner', 'employee'] as const)(
    'do not let %s find out by guessing which cases, mails and files there are',
    async (role) => {
      const browser = await desk.signedInAs(role);
      const pages = [id, '999', '0', '-1', '..%2F1', `${id}%00`].flatMap((guess) => [
        `/cases/${guess}`,
        `/cases/${guess}/mails/1`,
        `/cases/${guess}/mails/1/files/0`,
      ]);
      const answers = await Promise.all(pages.map((path) => browser.get(path)));
      const neutral = ({ text }: Page) => text.replace(/name="back" value="[^"]*"/, '');
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
      expect(new Set(answers.map(neutral)).size).toBe(1);
      for (const path of pages) expect((await browser.post(path)).status).toBe(path.includes('/mails/') ? 403 : 404);
    },
  );
});

describe('a mail of another case', () => {
  let desk: TestDesk;
  let cases: [string, string];
  let browser: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    const add = (name: string) => desk.addCase({ from: `${name}@example.com`, subject: name, body: name }, name);
    cases = [await add('one'), await add('two')];
    browser = await desk.signedInAs('reviewer');
  });
  afterAll(() => desk.stop());

  it('is not reached through a case, though the reader may read both', async () => {
    const [first, second] = cases;
    expect((await browser.post(`/cases/${first}/mails/1`)).text).toContain('Subject: one');
    for (const path of [`/cases/${first}/mails/2`, `/cases/${second}/mails/1`, `/cases/${first}/mails/2/files/0`]) {
      expect((await browser.get(path)).status).toBe(404);
      expect((await browser.post(path)).status).toBe(404);
    }
  });
});
