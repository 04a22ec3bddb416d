import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ROLES } from '../../src/cases/index.ts';
import { isRoute } from '../../src/fronts/shared/access.ts';
import { startApi, tokenFor } from './api/v1/support.ts';
import type { Browser } from './web/support/browser.ts';
import { startDesk, type TestDesk } from './web/support/desk.ts';

const atLength = inject('atLength');
const seed = Date.now() % 3; // in short, other values in other fields each time

/** What breaks programs, as it stands in an address: NUL, no text, years and numbers out of range, a name that every object has. */
const NASTIEST = ['a%00b', '%f0%9f%90%95%ff', '0000-01-01', '9223372036854775808', '__proto__', 'a'.repeat(201)];
const NASTY: readonly string[] = [
  ...NASTIEST,
  '9999-12-31',
  ...(atLength
    ? [
        ...['%00', '%', '%ed%a0%80', '%27%3b--', '%e3%81%82'.repeat(200), 'toString', 'me', 'month', 'csv'],
        ...['0001-01-01', '2026-02-31', '2000-01-01', '2099-12-31'],
        ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59'],
        ...['-1', '007', '1e309', '9007199254740993', '123456'],
      ]
    : []),
];
const decoded = (one: string): string => new URLSearchParams(`v=${one}`).get('v')!;

/** What may come back. 5xx may not. */
const FINE = [200, 201, 204, 302, 303, 400, 401, 403, 404, 409, 410, 413, 415, 422, 429];

interface Form {
  readonly action: string;
  readonly method: string;
  readonly fields: readonly (readonly [string, string])[]; // each control with a value that it may have
}

describe('whatever stands in a parameter', { timeout: 300_000 }, () => {
  let desk: TestDesk;
  let api: ReturnType<typeof startApi>;
  let browser: Browser;
  let token: string;
  beforeAll(async () => {
    desk = await startDesk();
    api = startApi(desk);
    for (let i = 0; i < 3; i++) await desk.addCase({ from: 'a@example.com', subject: 's', body: 'b' });
    await desk.addUnreadable(Buffer.from('From: a@example.com\r\n\r\n'));
    browser = await desk.signedInAs(...ROLES);
    token = await tokenFor(desk, 'fuzz', ROLES);
  });
  afterAll(() => desk.stop());

  const signedIn = () => ({
    cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    origin: 'http://desk.example.jp',
  });

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const isApi = path.startsWith('/api/');
    const own = isApi ? { authorization: `Bearer ${token}` } : signedIn();
    const headers = { ...own, ...(init.headers as Record<string, string>) };
    const env = { incoming: { socket: { remoteAddress: '192.0.2.90' } } };
    return (isApi ? api.app : desk.app).request(`http://desk.example.jp${path}`, { ...init, headers }, env);
  }

  /** @returns what was answered with a failure. */
  async function failing(path: string, init: RequestInit = {}): Promise<string[]> {
    const { status } = await ask(path, init);
    return FINE.includes(status) ? [] : [`${status} ${init.method ?? 'GET'} ${path} ${init.body ?? ''}`.slice(0, 300)];
  }

  const routes = (method: string) =>
    [...desk.app.routes, ...api.app.routes]
      .filter(isRoute)
      .filter((route) => route.method === method && route.path !== '/sign-out') // it ends the session that asks
      .map(({ path }) => path)
      .filter((path, i, all) => all.indexOf(path) === i);

  it('an address of every route is answered', async () => {
    const failures: string[] = [];
    for (const method of ['GET', 'POST'])
      for (const path of routes(method).filter((one) => one.includes(':')))
        for (const nasty of NASTY)
          for (const filled of new Set([
            path.replace(/:\w+/g, nasty),
            path.replace(/:id(?=.*:)/, '1').replace(/:\w+/g, nasty),
          ]))
            failures.push(
              ...(await failing(filled, { method, ...(method === 'POST' && { body: new URLSearchParams() }) })),
            );
    expect(failures).toEqual([]);
  });

  /** The parameters that the handler of a page looks at. */
  async function queryOf(path: string): Promise<string[]> {
    const names = new Set<string>();
    const found = new Proxy({}, { get: (_, name) => void names.add(String(name)), has: () => false });
    const { HonoRequest } = await import('hono/request');
    const { query } = HonoRequest.prototype;
    HonoRequest.prototype.query = function (this: unknown, name?: string) {
      if (name === undefined) return found;
      names.add(name);
      return undefined;
    } as typeof query;
    try {
      await ask(path);
    } finally {
      HonoRequest.prototype.query = query;
    }
    return [...names];
  }

  it('a query of every page is answered', async () => {
    const failures: string[] = [];
    let tried = 0;
    for (const route of routes('GET').filter((one) => !one.startsWith('/api/'))) {
      const path = route.replace(':id', '1').replace(':mail', '1').replace(':index', '0');
      for (const name of await queryOf(path))
        for (const nasty of NASTY) {
          tried += 1;
          failures.push(...(await failing(`${path}?${name}=${nasty}`)));
        }
    }
    expect(failures).toEqual([]);
    expect(tried).toBeGreaterThan(20 * NASTY.length); // the parameters were found
  });

  it('a query of every route of the API is answered', async () => {
    const failures: string[] = [];
    const { paths } = (await (await ask('/api/v1/openapi.json')).json()) as {
      paths: Record<string, { get?: { parameters?: { in: string; name: string }[] } }>;
    };
    for (const [path, { get }] of Object.entries(paths))
      for (const { name } of get?.parameters?.filter((one) => one.in === 'query') ?? [])
        for (const nasty of NASTY) failures.push(...(await failing(`${path.replace('{id}', '1')}?${name}=${nasty}`)));
    expect(failures).toEqual([]);
  });

  function formsOf(html: string, page: string): Form[] {
    const forms: { action: string; method: string; fields: [string, string][] }[] = [];
    const parser = new Parser({
      onopentag(tag, { name, value, action, method, formaction, type }) {
        if (tag === 'form') forms.push({ action: action ?? page, method: (method ?? 'get').toUpperCase(), fields: [] });
        const form = forms.at(-1);
        if (form === undefined) return;
        if (name !== undefined) form.fields.push([name, value ?? (type === 'checkbox' ? 'on' : '')]);
        if (formaction !== undefined) forms.push({ ...form, action: formaction });
      },
    });
    parser.end(html);
    return forms.filter(({ action }) => !action.startsWith('/sign-out'));
  }

  it(`every form is answered, whichever of its fields is nasty (seed ${seed})`, async () => {
    const forms = new Map<string, Form>();
    const invitation = await desk.accounts.invite({ email: 'new@example.jp', name: '', roles: [] }, desk.by());
    const handedIn = /reports\/([\w-]+)/.exec(
      (
        await browser.post('/hand-in', {
          channel: 'phone',
          happened: '2026-07-03T08:00',
          words: '電話で大声を出されました',
        })
      ).location ?? '',
    )?.[1];
    const person = /href="(\/people\?person=[^"#]+)#person"/.exec((await browser.get('/people')).text)![1]!;
    const pages = [
      ...['/', '/cases/1', '/cases/2', '/cases/4', '/cases/1?tab=body&similar=1', person, `/welcome/${invitation}`],
      ...routes('GET').filter((path) => !path.includes(':') && !path.startsWith('/api/')),
      ...(handedIn === undefined ? [] : [`/reports/${handedIn}`]),
    ];
    for (const page of pages) {
      const { headers, text } = await browser.get(page);
      if (headers.get('content-type')?.startsWith('text/html'))
        for (const form of formsOf(text, page)) forms.set(`${form.method} ${form.action.split('?')[0]}`, form);
    }
    expect([...forms.keys()].length).toBeGreaterThan(25);
    const failures: string[] = [];
    for (const { action, method, fields } of forms.values())
      for (const index of fields.map(([name]) => name).flatMap((name, i, all) => (all.indexOf(name) === i ? [i] : [])))
        for (const nasty of atLength ? NASTY : NASTIEST.filter((_, i) => (i + index + seed) % 3 === 0)) {
          const filled = fields.map(([one, value], i): [string, string] => [one, i === index ? decoded(nasty) : value]);
          const body = new URLSearchParams(filled);
          if (method === 'GET') failures.push(...(await failing(`${action}?${body}`)));
          else failures.push(...(await failing(action, { method, body })));
        }
    expect(failures).toEqual([]);
    expect(await desk.accounts.person(new Headers(signedIn()))).not.toBeNull(); // it was somebody whose forms were looked at
  });

  it('the same for whatever chance brings, in JSON too', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 300 });
    const inAddress = fc.oneof(
      fc.constantFrom(...NASTY),
      anyText.map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))),
    );
    const names = [
      'q',
      'from',
      'to',
      'since',
      'before',
      'assignee',
      'source',
      'page',
      'last',
      'limit',
      'offset',
      'after',
    ];
    const query = fc.array(fc.tuple(fc.constantFrom(...names), inAddress), { maxLength: 4 });
    const known = fc.constantFrom('kind', 'note', 'to', 'id', 'reason', 'hold', 'mail', 'acts', 'severity', 'elements');
    const shaped = fc.dictionary(
      known,
      fc.oneof(anyText, fc.constantFrom('approve', 'hand-over', 'person'), fc.jsonValue()),
    );
    const body = fc.oneof(shaped, fc.jsonValue()).map((value) => JSON.stringify(value));
    const handOver = anyText.map((id) => JSON.stringify({ kind: 'hand-over', to: { kind: 'person', id }, note: id }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes('GET')),
        fc.constantFrom(...routes('POST').filter((path) => path.startsWith('/api/'))),
        fc.array(inAddress, { minLength: 3, maxLength: 3 }),
        query,
        fc.oneof(body, handOver, anyText),
        async (get, post, values, asked, json) => {
          const filled = (path: string) => values.reduce((left, value) => left.replace(/:\w+/, () => value), path);
          const headers = { 'content-type': 'application/json' };
          const search = asked.map(([name, value]) => `${name}=${value}`).join('&');
          expect(await failing(`${filled(get)}?${search}`)).toEqual([]);
          expect(await failing(filled(post), { method: 'POST', headers, body: json })).toEqual([]);
          expect(await failing(post.replace(':id', '2'), { method: 'POST', headers, body: json })).toEqual([]);
        },
      ),
      { numRuns: atLength ? 300 : 30 },
    );
  });
});
