import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform, revokeToken } from '../../../../src/actions/index.ts';
import { ROLES, type Role } from '../../../../src/cases/rights.ts';
import { everyRouteDeclared, isRoute } from '../../../../src/fronts/shared/access.ts';
import { listTokens, newestAudit } from '../../../../src/store/index.ts';
import { OPERATOR, startDesk, type TestDesk } from '../../web/support/desk.ts';
import { type Program, startApi, type TestApi, tokenFor } from './support.ts';

const READERS: readonly Role[] = ['management', 'lead', 'reviewer', 'desk'];
const STAFF: readonly Role[] = ROLES.filter((role) => role !== 'employee' && role !== 'sales');

/** Which tokens are let in, written out apart from the program's own table. */
const EXPECTED: Readonly<Record<string, 'anyone' | readonly Role[]>> = {
  'GET /openapi.json': 'anyone',
  'GET /cases': READERS,
  'GET /cases/:id': READERS,
  'POST /cases/:id/decisions': READERS,
  'POST /cases/:id/hold': ['lead', 'desk'],
  'POST /cases/:id/assignment': READERS,
  'GET /cases/:id/comments': READERS,
  'POST /cases/:id/comments': READERS,
  'POST /cases/:id/watch': READERS,
  'GET /watches': READERS,
  'POST /watches/:watch/end': READERS,
  'POST /decisions': READERS,
  'GET /cases/:id/file': READERS,
  'POST /cases/:id/file/notes': READERS,
  'POST /cases/:id/file/notes/:note/strike': READERS,
  'GET /counterparties': READERS,
  'POST /counterparties': ['lead', 'desk'],
  'GET /counterparties/:counterparty': READERS,
  'POST /counterparties/:counterparty': ['lead', 'desk'],
  'POST /cases/:id/counterparty': READERS,
  'GET /cases/:id/letters': READERS,
  'POST /cases/:id/letters/:letter/withdraw': READERS,
  'POST /cases/:id/letters/:letter/sent': READERS,
  'POST /cases/:id/letters/:letter/reply': READERS,
  'GET /cases/:id/letters/:letter/files/:file': READERS,
  'GET /measures': READERS,
  'GET /cases/:id/measures': READERS,
  'POST /cases/:id/measures': READERS,
  'POST /cases/:id/measures/:measure/lift': ['management', 'lead'],
  'GET /people': READERS,
  'GET /numbers': ['admin', 'management', 'lead', 'desk', 'auditor'],
  'GET /status': STAFF,
  'GET /operations': STAFF,
  'GET /failed-mails': STAFF,
  'POST /failed-mails/retry': ['admin'],
};
const ROWS = Object.keys(EXPECTED).map((route) => [route, ...route.split(' ')] as [string, string, string]);

describe('rights of a token', () => {
  let desk: TestDesk;
  let api: TestApi;
  let id: string;
  const programs = new Map<Role | 'none', Program>();
  beforeAll(async () => {
    desk = await startDesk();
    api = startApi(desk);
    id = await desk.addCase({ from: 'himitsu@example.com', subject: 'ひみつの件名', body: 'ひみつの本文' });
    for (const role of ROLES) programs.set(role, await api.programAs(role));
    programs.set('none', await api.programAs());
  });
  afterAll(() => desk.stop());

  const ask = (program: Program, method: string, path: string) =>
    method === 'GET' ? program.get(path.replace(':id', id)) : program.post(path.replace(':id', id), {});

  it('are told for every route there is, and for no other', () => {
    const routes = api.app.routes.filter(isRoute).map(({ method, path }) => `${method} ${path}`);
    const expected = Object.keys(EXPECTED).map((route) => route.replace(' ', ' /api/v1'));
    expect([...new Set(routes)].sort()).toEqual(expected.sort());
  });

  it('keep an API from starting that has a route nobody declared', () => {
    const forgotten = { method: 'GET', path: '/api/v1/forgotten', basePath: '/', handler: () => {} };
    expect(() => everyRouteDeclared({ routes: [...api.app.routes, forgotten] as never })).toThrow(/forgotten/);
  });

  it.each(ROWS)('are kept at %s', async (route, method, path) => {
    for (const [role, program] of programs) {
      const { status, text } = await ask(program, method, path);
      const expected = EXPECTED[route]!;
      const may = expected === 'anyone' || (role !== 'none' && expected.includes(role));
      expect({ role, letIn: status !== 403 }).toEqual({ role, letIn: may });
      if (status === 403) expect(text).not.toMatch(/ひみつ|himitsu/);
    }
  });

  it.each(ROWS)('are asked for at %s, where a cookie counts for nothing', async (route, method, path) => {
    const lead = await desk.signedInAs('lead', 'admin');
    const cookie = [...lead.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const address = path.replace(':id', id);
    const program = api.program(null, '192.0.2.77');
    const { status, headers } =
      method === 'GET' ? await program.get(address, { cookie }) : await program.post(address, {}, { cookie });
    expect(status).toBe(EXPECTED[route] === 'anyone' ? 200 : 401);
    if (status === 401) expect(headers.get('www-authenticate')).toMatch(/^Bearer /);
  });

  it('do not reach the pages of the desk', async () => {
    const token = await tokenFor(desk, 'pages', ['lead']);
    const page = await desk.browser().get(`/cases/${id}`, { authorization: `Bearer ${token}` });
    expect(page).toMatchObject({ status: 303, location: expect.stringMatching(/^\/sign-in/) });
  });

  it('end with the token, at once, and the use of an ended one is written down', async () => {
    const make = (name: string) => tokenFor(desk, name, ['auditor']);
    const [revoked, expiring] = [await make('revoked'), await make('expiring')];
    const statusOf = async (token: string) => (await api.program(token, '192.0.2.78').get('/status')).status;
    expect([await statusOf(revoked), await statusOf(expiring)]).toEqual([200, 200]);
    const { id: revokedId } = (await listTokens(desk.db)).find(({ name }) => name === 'revoked')!;
    await perform(revokeToken, desk.deps, OPERATOR, { id: revokedId });
    expect([await statusOf(revoked), await statusOf(expiring)]).toEqual([401, 200]);
    const now = desk.clock.now;
    desk.clock.now = new Date(now.getTime() + 30 * 86_400_000);
    expect(await statusOf(expiring)).toBe(401);
    desk.clock.now = now;
    expect(await newestAudit(desk.db, { action: 'token.refuse' }, { below: null, limit: 9 })).toMatchObject([
      { name: 'api:expiring', details: { state: 'expired' }, address: '192.0.2.78' },
      { name: 'api:revoked', details: { state: 'revoked' } },
    ]);
  });

  it('what is refused for want of a role is in the audit log with the name of the token', async () => {
    await programs.get('tuner')!.get(`/cases/${id}`);
    expect(await newestAudit(desk.db, { action: 'access.refuse' }, { below: null, limit: 1 })).toMatchObject([
      { name: expect.stringMatching(/^api:連携/), person: null, target: 'GET /api/v1/cases/:id' },
    ]);
  });

  it('cannot be guessed at: an address that sends wrong tokens has to wait, a good token elsewhere has not', async () => {
    const guesser = api.program(`komainu_${'x'.repeat(43)}`, '192.0.2.79');
    const seen: number[] = [];
    for (let i = 0; i < 25; i++) seen.push((await guesser.get('/status')).status);
    expect(seen.slice(0, 20)).toEqual(Array(20).fill(401));
    const { status, headers, json } = await guesser.get('/status');
    expect({ status, code: json.code }).toEqual({ status: 429, code: 'too-many-requests' });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await programs.get('lead')!.get('/status')).status).toBe(200);
  });

  it('of the same address go on, whatever wrong ones it sends besides', async () => {
    const address = '192.0.2.81';
    const good = await tokenFor(desk, 'neighbour', ['auditor']);
    const seen: number[] = [];
    for (let i = 0; i < 25; i++)
      seen.push((await api.program(`komainu_${String(i).repeat(43).slice(0, 43)}`, address).get('/status')).status);
    expect(seen.slice(0, 20)).toEqual(Array(20).fill(401));
    expect(seen.slice(20)).toEqual(Array(5).fill(429));
    expect((await api.program(good, address).get('/status')).status).toBe(200);
    expect((await api.program(null, address).get('/openapi.json')).status).toBe(200);
  });

  it.each([
    ['another site', { origin: 'https://example.com' }],
    ['a neighbouring site', { origin: 'http://evil.example.jp', 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a browser that says only where it is', { 'sec-fetch-site': 'cross-site' }],
  ])('do not act for %s, which may have got hold of one', async (_, headers) => {
    const hold = await programs.get('lead')!.post(`/cases/${id}/hold`, { hold: true }, headers as never);
    expect({ status: hold.status, code: hold.json.code }).toEqual({ status: 403, code: 'not-allowed' });
  });

  it.each([
    ['a program, which says nothing', {}],
    ['a page of our own', { origin: 'http://desk.example.jp', 'sec-fetch-site': 'same-origin' }],
  ])('act for %s', async (_, headers) => {
    const hold = await programs.get('lead')!.post(`/cases/${id}/hold`, { hold: true }, headers as never);
    expect(hold.status).toBe(200);
  });

  it.each([
    ['no Bearer', 'Basic abc'],
    ['not the form of a token', 'Bearer a b'],
    ['nothing', 'Bearer '],
  ])('are not had with %s', async (_, authorization) => {
    const { status } = await api.program(null, '192.0.2.80').get('/status', { authorization });
    expect([400, 401]).toContain(status);
  });
});
