import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAuditLog } from '../../src/actions/audit-log.ts';
import { perform, retryMails } from '../../src/actions/index.ts';
import type { Config } from '../../src/config/index.ts';
import { type JobQueue, openQueue } from '../../src/jobs/index.ts';
import { createSpool } from '../../src/screening/job/spool.ts';
import { type AssessMail, type Rules, screen } from '../../src/screening/pipeline.ts';
import { compileRules } from '../../src/screening/rules.ts';
import { startScreening } from '../../src/services/screening.ts';
import { failedMails, listCases, type Store, sourceState, verdictCounts } from '../../src/store/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { FLAGGED, fewRules, rawMail, silent } from '../screening/pool/support.ts';
import { eventually } from '../support/eventually.ts';
import { openTestStore } from '../support/store.ts';

let folder: string;
let store: Store;
let queue: JobQueue;
let rules: Rules;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'komainu-retry-'));
  store = await openTestStore(folder);
  queue = await openQueue(store.engine, { log: silent, attempts: 1 });
  rules = compileRules(fewRules(), await loadTokenizer());
});
afterAll(async () => {
  await queue.close();
  await store.close();
  await rm(folder, { recursive: true });
});

it('mails that were given up are screened again when someone asks, and each gets its one verdict', {
  timeout: 180_000,
}, async () => {
  const { db } = store;
  const mails = 5;
  const deliveries = Array.from({ length: mails }, (_, i) => ({
    uidValidity: 1n,
    uid: i + 1,
    receivedAt: new Date('2026-11-24T10:00:00+09:00'),
    raw: rawMail(FLAGGED, { 'Message-ID': `<${i}@example.com>` }),
  }));
  await sourceState(db, 'support').commit(deliveries, { uidValidity: 1n, lastUid: mails });
  let broken = true;
  const judge: AssessMail = async (mail, historyOf) => {
    if (broken) throw new TypeError('broken');
    return screen(mail, rules, historyOf);
  };
  const spool = createSpool(db, queue);
  const settings = { freeMailDomains: [], screenConcurrency: 2, sweepSeconds: 3600 } as unknown as Config['settings'];
  await using _screening = await startScreening({
    config: { settings } as Config,
    db,
    queue,
    spool,
    keys: { hash: (value) => value },
    screen: judge,
    screenSlow: judge,
    log: silent,
  });
  await eventually(async () => (await verdictCounts(db)).unreadable === mails);
  expect(await failedMails(db, new Date(), 99)).toMatchObject(Array(mails).fill({ state: 'given-up', attempts: 1 }));

  const numbers = async () => (await listCases(db, { limit: 99, offset: 0 })).cases.map(({ id }) => id).sort();
  const before = await numbers();
  broken = false;
  const audit = openAuditLog({ db, key: 'k', dataPath: folder, log: silent });
  const company = { timeZone: 'Asia/Tokyo' };
  const deps = { db, audit, read: async () => null, now: () => new Date(), company };
  const ask = () =>
    perform(retryMails, { ...deps, refill: () => spool.sweep() }, { kind: 'operator', name: 'test' }, {});
  const asked = await Promise.all([ask(), ask(), ask()]);
  expect(asked.reduce((sum, one) => sum + one)).toBe(mails);
  await eventually(async () => (await verdictCounts(db)).urgent === mails);
  expect(await verdictCounts(db)).toMatchObject({ urgent: mails, unreadable: 0 });
  const { cases } = await listCases(db, { limit: 99, offset: 0 });
  expect(cases.map(({ kind, mails }) => ({ kind, mails }))).toEqual(Array(mails).fill({ kind: 'mail', mails: 1 }));
  expect(await numbers()).toEqual(before);
  expect(await failedMails(db, new Date(), 99)).toEqual([]);
});
