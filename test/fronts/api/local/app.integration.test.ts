import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../../src/actions/audit-log.ts';
import { lateReading } from '../../../../src/actions/index.ts';
import { openAccounts } from '../../../../src/actions/sign-in/index.ts';
import { loadConfig } from '../../../../src/config/index.ts';
import { compileDictionary } from '../../../../src/detect/index.ts';
import { type LocalApi, localApi } from '../../../../src/fronts/api/local/index.ts';
import { ACT_LABELS } from '../../../../src/fronts/shared/index.ts';
import { claimCase, decide, type Store } from '../../../../src/store/index.ts';
import { loadTokenizer } from '../../../../src/text/index.ts';
import { openLab } from '../../../../src/tuning/index.ts';
import { createLogger } from '../../../../src/util/log.ts';
import { reviewers } from '../../../store/reviewers.ts';
import { judgedMail } from '../../../store/samples.ts';
import { smallDictionary } from '../../../support/dictionary.ts';
import { openTestStore } from '../../../support/store.ts';

const tokenize = await loadTokenizer();

describe('the local API', () => {
  const now = new Date('2026-10-02T00:00:00Z');
  let folder: string;
  let store: Store;
  let api: LocalApi;
  let backlog = async () => 3;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komainu-api-'));
    store = await openTestStore(folder);
    const audit = openAuditLog({ db: store.db, key: 'k', dataPath: folder, log: createLogger('silent') });
    api = localApi({
      db: store.db,
      store,
      audit,
      accounts: openAccounts({ store, audit, secret: 'x'.repeat(32), baseUrl: 'http://desk.example.jp' }),
      company: { name: '例示商事', timeZone: 'Asia/Tokyo' },
      acts: ACT_LABELS,
      sharedDomains: [],
      baseUrl: 'http://desk.example.jp',
      backlog: () => backlog(),
      read: lateReading(store.db),
      refill: async () => {},
      checkSetUp: async () => [],
      urgentChannels: () => [],
      lab: openLab({
        config: loadConfig(null, {}, folder).config,
        db: store.db,
        rules: async () => ({ dictionary: compileDictionary(smallDictionary(), tokenize), tokenize }),
      }),
      retention: {
        verdictDays: 180,
        greyDays: 30,
        dismissedDays: 90,
        approvedDays: 1826,
        unopenedDays: 14,
        reportDays: 90,
        registerDays: 1826,
      },
      now: () => now,
      log: createLogger('silent'),
    });
    await judgedMail(store.db, 1);
    await judgedMail(store.db, 2);
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const as = (actor: string) => ({ 'x-komainu-actor': encodeURIComponent(actor) });
  const get = (path: string) => api.request(path, { headers: as('cli:taro') });
  const post = (path: string, body: unknown, actor = 'cli:taro') =>
    api.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...as(actor) },
      body: JSON.stringify(body),
    });

  it('lists cases page by page', async () => {
    const page = await (await api.request('/cases?status=open&limit=1&offset=1')).json();
    expect(page).toMatchObject({ total: 2, cases: [{ id: '2', status: 'open', subject: '至急' }] });
  });

  it('shows a case with its mails', async () => {
    const found = (await (await get('/cases/1')).json()) as { items: unknown[] };
    expect(found.items).toMatchObject([{ kept: true, message: { subject: '至急', parts: [{ text: '土下座しろ' }] } }]);
  });

  it('records a decision with who made it and when', async () => {
    const approval = { kind: 'approve', severity: 2, note: '' };
    expect((await post('/cases/1/decisions', approval, 'cli:検査 太郎')).status).toBe(200);
    expect(await (await get('/cases/1')).json()).toMatchObject({
      status: 'approved',
      decidedBy: 'cli:検査 太郎',
      acts: ['insult-person'],
      decisions: [
        {
          decision: { kind: 'approve', acts: ['insult-person'], declaration: true, severity: 2, note: '' },
          by: 'cli:検査 太郎',
          at: now.toISOString(),
        },
      ],
    });
  });

  it('takes what an approval found', async () => {
    const { caseId } = await judgedMail(store.db, 3);
    const found = {
      acts: ['summons'],
      severity: 3,
      elements: ['customer', 'beyond', 'harmed'],
      declaration: false,
      ownCause: 'no',
    };
    const path = `/cases/${caseId}/decisions`;
    expect((await post(path, { kind: 'approve', note: '', ...found })).status).toBe(200);
    expect(await (await get(`/cases/${caseId}`)).json()).toMatchObject({
      acts: ['summons'],
      decisions: [{ decision: { ...found, elements: { customer: 'met', beyond: 'met', harmed: 'met' } } }],
    });
    expect((await post(path, { kind: 'approve', note: '', severity: 4 })).status).toBe(400);
  });

  it('leaves a case to the person who is at it', async () => {
    const [reviewer] = await reviewers(store.db, '花子');
    const { caseId } = await judgedMail(store.db, 4);
    await claimCase(store.db, caseId!, reviewer!, now);
    const response = await post(`/cases/${caseId}/decisions`, { kind: 'dismiss', reason: 'joke', note: '' });
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 409,
      body: { code: 'case-claimed' },
    });
    await decide(store.db, caseId!, { kind: 'dismiss', reason: 'joke', note: '' }, '花子', now, {
      person: reviewer!.id,
    });
  });

  it.each([
    ['a case that is not there', '/cases/99/decisions', { kind: 'approve', note: '' }, 404, 'no-such-case'],
    ['an id that is no number', '/cases/1%3B/decisions', { kind: 'approve', note: '' }, 404, 'no-such-case'],
    ['a second decision', '/cases/1/decisions', { kind: 'approve', severity: 1, note: '' }, 409, 'case-status'],
    ['an unknown decision', '/cases/2/decisions', { kind: 'delete', note: '' }, 400, 'wrong-request'],
    ['a dismissal without reason', '/cases/2/decisions', { kind: 'dismiss', note: '' }, 400, 'wrong-request'],
    [
      'a role that does not exist',
      '/users',
      { email: 'a@example.jp', name: 'A', roles: ['boss'] },
      400,
      'wrong-request',
    ],
    ['a reset for a stranger', '/users/reset', { email: 'stranger@example.jp' }, 404, 'no-such-account'],
  ])('refuses %s', async (_what, path, body, status, code) => {
    const response = await post(path, body);
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: { code } });
  });

  it.each([
    ['nobody', ''],
    ['a person of the desk', '山田'],
    ['control characters', 'cli:a\nb'],
    ['an endless name', `cli:${'a'.repeat(65)}`],
  ])('takes no decision from %s', async (_what, actor) => {
    expect((await post('/cases/2/decisions', { kind: 'approve', note: '' }, actor)).status).toBe(400);
  });

  it('gives one-time links', async () => {
    const response = await post('/users', { email: 'New@example.jp', name: '新人', roles: ['reviewer'] });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      link: expect.stringMatching(/^http:\/\/desk\.example\.jp\/welcome\/[\w-]{20,}$/),
    });
  });

  it('tells how the store and the queue are', async () => {
    expect(await (await api.request('/status')).json()).toMatchObject({ cases: { review: 1 }, waiting: 0 });
    expect(await (await api.request('/queue')).json()).toEqual({ waiting: 3 });
  });

  it('tells in a sentence that the queue is down', async () => {
    backlog = () => Promise.reject(new Error('Redis cannot be reached.'));
    const response = await api.request('/queue');
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'Service Unavailable',
      status: 503,
      detail: 'Redis cannot be reached.',
      code: 'queue-down',
    });
  });
});
