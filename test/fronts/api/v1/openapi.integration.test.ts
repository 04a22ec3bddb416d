import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { isRoute } from '../../../../src/fronts/shared/access.ts';
import { decide, handIn, holdCase, recordFailure, sourceState } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import { mailId } from '../../../support/ids.ts';
import { startDesk, type TestDesk } from '../../web/support/desk.ts';
import { type Answer, type Program, startApi, type TestApi } from './support.ts';

type Content = Record<string, { schema: object }>;
interface Operation {
  responses: Record<string, { content: Content }>;
  requestBody?: { content: Content };
}
type Paths = Record<string, Record<string, Operation>>;

describe('the OpenAPI document', () => {
  let desk: TestDesk;
  let api: TestApi;
  let program: Program;
  let document: { openapi: string; paths: Paths };
  let paths: Paths; // without references
  let id: CaseId;
  beforeAll(async () => {
    desk = await startDesk();
    api = startApi(desk);
    await desk.signedInAs('reviewer'); // someone to hand over to
    program = await api.programAs('admin', 'lead');
    id = await desk.addCase({
      from: '田中 <tanaka@example.com>',
      subject: 'お見積り',
      headers: 'Date: Fri, 3 Jul 2026 08:00:00 +0900\r\n',
      body: '本当に無能ですね。殺すぞ。\r\n',
      found: [
        { text: '無能', act: 'insult-person', points: 5 },
        { text: '殺すぞ', act: 'physical-violence', points: 8 },
      ],
    });
    document = (await api.program(null).get('/openapi.json')).json;
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toMatchObject({ valid: true });
    paths = (validator.resolveRefs() as typeof document).paths;
  });
  afterAll(() => desk.stop());

  it('is valid OpenAPI 3.1 and needs a token for everything', () => {
    expect(document.openapi).toBe('3.1.0');
    for (const operations of Object.values(document.paths))
      for (const operation of Object.values(operations)) expect(operation).toMatchObject({ security: [{ token: [] }] });
  });

  it('tells every route that there is, itself left out', () => {
    const told = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const routes = new Set(api.app.routes.filter(isRoute).map(({ method, path }) => `${method} ${path}`));
    routes.delete('GET /api/v1/openapi.json');
    expect(told.sort()).toEqual([...routes].sort());
  });

  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  function expectAsTold(method: 'get' | 'post', path: string, { status, headers, json }: Answer): void {
    const type = headers.get('content-type')!;
    const content = paths[`/api/v1${path}`]![method]!.responses[status]?.content[type];
    expect(content, `${method} ${path} says nothing of ${status} ${type}`).toBeDefined();
    const check = ajv.compile(closed(content!.schema));
    expect(check(json), `${JSON.stringify(check.errors)} in ${JSON.stringify(json)}`).toBe(true);
  }

  it('is kept by every answer: those that go well', async () => {
    await desk.addUnreadable(Buffer.from('???'));
    const unread = { mailId: mailId('2'), attempt: 1, at: desk.clock.now, code: 'memory', message: 'x' };
    await recordFailure(desk.db, unread);
    await sourceState(desk.db, 'sales').report('サーバーがありません');
    const person = (await program.get('/people')).json.people[0].id;
    const posts = [
      ['/cases/{id}/decisions', { kind: 'hand-over', to: { kind: 'person', id: person } }, 201],
      ['/cases/{id}/decisions', { kind: 'approve', severity: 2, note: '事実のみ' }, 201],
      ['/cases/{id}/decisions', { kind: 'reopen' }, 201],
      ['/cases/{id}/decisions', { kind: 'dismiss', reason: 'joke' }, 201],
      ['/cases/{id}/hold', { hold: true }, 200],
      ['/cases/{id}/comments', { words: '確認しました' }, 201],
      ['/cases/{id}/watch', { until: '2026-08-01' }, 201],
      ['/cases/{id}/file/notes', { kind: 'fact', on: '2026-07-01', words: '電話があった' }, 201],
      ['/cases/{id}/file/notes', { kind: 'person', as: 'present', relation: 'partner', name: '山田', words: '' }, 201],
      ['/cases/{id}/decisions', { kind: 'reopen' }, 201],
      ['/cases/{id}/assignment', { to: person }, 200],
      ['/counterparties', { kind: 'person', name: '田中', addresses: ['tanaka@example.com'] }, 201],
      ['/counterparties/1', { version: 1, clause: { agreedOn: '2026-04-01', document: '第12条' } }, 200],
      ['/cases/{id}/counterparty', { counterparty: '1' }, 200],
      ['/decisions', { kind: 'dismiss', reason: 'joke', cases: [id, '999'] }, 200],
    ] as const;
    for (const [path, body, status] of posts) {
      const told = path.replace('/counterparties/1', '/counterparties/{counterparty}');
      const asked = paths[`/api/v1${told}`]!.post!.requestBody!.content['application/json']!.schema;
      expect({ body, fits: ajv.validate(asked, body) }).toEqual({ body, fits: true });
      const answer = await program.post(path.replace('{id}', id), body);
      expect({ path, body, status: answer.status }).toEqual({ path, body, status });
      expectAsTold('post', told, answer);
    }
    const around = ['/comments', '/file', '/letters', '/measures'].map((one) => `/cases/{id}${one}`);
    const lists = ['/people', '/numbers', '/status', '/operations', '/failed-mails', '/watches', '/measures'];
    for (const path of [
      '/cases',
      '/cases/{id}',
      ...around,
      ...lists,
      '/counterparties',
      '/counterparties/{counterparty}',
    ]) {
      const answer = await program.get(path.replace('{id}', id).replace('{counterparty}', '1'));
      expect({ path, status: answer.status }).toEqual({ path, status: 200 });
      expectAsTold('get', path, answer);
    }
    expectAsTold('get', '/cases/{id}', await program.get('/cases/2')); // one that cannot be read
    const { caseId } = await desk.db.transaction((tx) =>
      handIn(tx, newConsultation({ id: person, name: '社員' }), desk.clock.now),
    );
    expectAsTold('get', '/cases/{id}', await program.get(`/cases/${caseId}`)); // one that a person handed in
    expectAsTold('post', '/failed-mails/retry', await program.post('/failed-mails/retry', {}));
  });

  it.each([
    ['get', '/cases', '/cases?limit=0', null, 400, 'wrong-request'],
    ['get', '/cases', '/cases?since=yesterday', null, 400, 'wrong-request'],
    ['get', '/numbers', '/numbers?per=year', null, 400, 'wrong-request'],
    ['get', '/cases/{id}', '/cases/999', null, 404, 'no-such-case'],
    ['get', '/cases/{id}', "/cases/1'", null, 404, 'no-such-case'],
    ['post', '/cases/{id}/hold', '/cases/999/hold', { hold: true }, 404, 'no-such-case'],
    ['post', '/cases/{id}/hold', '/cases/1/hold', { hold: 'yes' }, 400, 'wrong-request'],
    ['post', '/cases/{id}/decisions', '/cases/999/decisions', { kind: 'dismiss', reason: 'joke' }, 404, 'no-such-case'],
    ['post', '/cases/{id}/decisions', '/cases/1/decisions', { kind: 'delete' }, 400, 'wrong-request'],
    ['post', '/cases/{id}/decisions', '/cases/1/decisions', { kind: 'approve' }, 400, 'wrong-request'],
    [
      'post',
      '/cases/{id}/decisions',
      '/cases/1/decisions',
      { kind: 'hand-over', to: { kind: 'person', id: 'nobody' } },
      400,
      'wrong-request',
    ],
    ['post', '/cases/{id}/decisions', '/cases/1/decisions', { kind: 'reopen', more: 1 }, 400, 'wrong-request'],
    ['post', '/failed-mails/retry', '/failed-mails/retry', { mail: 7 }, 400, 'wrong-request'],
    ['post', '/cases/{id}/assignment', '/cases/999/assignment', { to: null }, 404, 'no-such-case'],
    ['post', '/cases/{id}/watch', '/cases/1/watch', { until: '2026-02-31' }, 400, 'wrong-request'],
    ['post', '/cases/{id}/comments', '/cases/1/comments', { words: '' }, 400, 'wrong-request'],
    ['post', '/decisions', '/decisions', { kind: 'approve', cases: ['1'] }, 400, 'wrong-request'],
    ['post', '/watches/{watch}/end', '/watches/x/end', {}, 404, 'not-found'],
    ['get', '/cases/{id}/file', '/cases/999/file', null, 404, 'no-such-case'],
    ['get', '/counterparties/{counterparty}', '/counterparties/x', null, 404, 'no-such-counterparty'],
    [
      'post',
      '/counterparties',
      '/counterparties',
      { kind: 'company', name: 'x', domains: ['..'] },
      400,
      'sender-shape',
    ],
    ['get', '/cases/{id}/letters/{letter}/files/{file}', '/cases/1/letters/9/files/pdf', null, 404, 'not-found'],
  ] as const)('is kept by what is refused: %s %s at %s', async (method, path, address, body, status, code) => {
    const answer = method === 'get' ? await program.get(address) : await program.post(address, body);
    expect({ status: answer.status, code: answer.json.code }).toEqual({ status, code });
    expectAsTold(method, path, answer);
  });

  it('is kept by a conflict and by a refusal', async () => {
    await holdCase(desk.db, id, null);
    const other = await desk.addCase({ from: 'a@example.com', subject: 's', body: 'b' });
    await decide(desk.db, other, { kind: 'dismiss', reason: 'joke', note: '' }, 'x', desk.clock.now);
    const again = await program.post(`/cases/${other}/decisions`, { kind: 'dismiss', reason: 'joke' });
    expect(again.json).toMatchObject({ status: 409, code: 'case-status' });
    expectAsTold('post', '/cases/{id}/decisions', again);
    const auditor = await api.programAs('auditor');
    expectAsTold('get', '/cases', await auditor.get('/cases'));
    expectAsTold('get', '/cases', await api.program(null).get('/cases'));
  });

  it('answers in the same way where there is nothing', async () => {
    expect(await program.get('/nothing')).toMatchObject({ status: 404, json: { code: 'not-found' } });
    expect((await api.program(null).get('/nothing')).status).toBe(401);
  });
});

/** The same schema, with nothing allowed that it does not name. */
function closed<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(closed) as T;
  if (schema === null || typeof schema !== 'object') return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return ('properties' in inner ? { ...inner, additionalProperties: false } : inner) as T;
}
