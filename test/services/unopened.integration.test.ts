import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { type JobQueue, openQueue } from '../../src/jobs/index.ts';
import { createSpool } from '../../src/screening/job/spool.ts';
import { openPool } from '../../src/screening/pool/index.ts';
import { startScreening } from '../../src/services/screening.ts';
import { listCases, type Store, sourceState } from '../../src/store/index.ts';
import { verdict } from '../../src/store/schema/core.ts';
import { fewRules, packed, silent } from '../screening/pool/support.ts';
import { eventually } from '../support/eventually.ts';
import { file, mail } from '../support/mime.ts';
import { openTestStore } from '../support/store.ts';

const SOURCES = `
sources:
  - { name: support, kind: directory, path: in }
  - { name: orders, kind: directory, path: orders, unopened: case }
`;

let folder: string;
let store: Store;
let queue: JobQueue;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'komainu-unopened-'));
  store = await openTestStore(folder);
  queue = await openQueue(store.engine, { log: silent, attempts: 3 });
});
afterAll(async () => {
  await queue.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const scan = (n: number): Buffer =>
  mail(file(`scan${n}.jpg`, Buffer.from([n, 2, 3, 0]), 'image/jpeg'), { From: 'scanner@example.jp', Subject: `${n}` });
const encrypted = (n: number): Buffer =>
  mail(file('smime.p7m', Buffer.from([n, 2, 3, 0]), 'application/pkcs7-mime; smime-type=enveloped-data'), {
    From: 'scanner@example.jp',
    Subject: `${n}`,
  });

const bring = (source: string, raws: readonly Buffer[]) =>
  sourceState(store.db, source).commit(
    raws.map((raw, n) => ({ uidValidity: 1n, uid: n + 1, receivedAt: new Date(), raw })),
    { uidValidity: 1n, lastUid: raws.length },
  );

it('a scanner that sends all day is one row; encrypted mails, and a source that asks for it, have a case each', {
  timeout: 240_000,
}, async () => {
  const path = join(folder, 'komainu.yaml');
  await writeFile(path, SOURCES);
  const { config } = loadConfig(path, {}, folder);
  const rules = packed(fewRules());
  await using pool = openPool({ threads: 1, rules: () => rules, log: silent });
  const { screen } = pool;
  const spool = createSpool(store.db, queue);
  const keys = { hash: (value: string) => value };
  await using _screening = await startScreening({
    ...{ config, db: store.db, queue, spool, keys, screen, screenSlow: screen, log: silent },
  });
  await bring('support/INBOX', [scan(1), scan(2), scan(3), encrypted(4), encrypted(5)]);
  await bring('orders', [scan(6), scan(7)]);
  await spool.fill();
  await eventually(async () => (await store.db.$count(verdict)) === 7);
  const { cases } = await listCases(store.db, { limit: 99, offset: 0 });
  expect(cases.every(({ kind }) => kind === 'unreadable')).toBe(true);
  expect(cases.map(({ mails }) => mails).sort()).toEqual([1, 1, 1, 1, 3]);
});
