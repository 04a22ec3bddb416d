import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openStore, type Store, sourceState, verdictCounts } from '../../../src/store/index.ts';
import { caseFile, caseMail, mail, verdict } from '../../../src/store/schema/core.ts';
import { failure, screenJob } from '../../../src/store/schema/jobs.ts';
import { reading } from '../../../src/store/schema/reading.ts';
import { spotCheck } from '../../../src/store/schema/spot-check.ts';
import { createDatabase, describeWithServer, startRedis } from '../../support/servers.ts';
import { openTestStore } from '../../support/store.ts';
import { rawMail } from '../pool/support.ts';

const MAILS = 600; // batches of up to 60
const KILLS = 6;
const ARRIVED = new Date('2026-10-01T09:00:00+09:00');

/** Every tenth is flagged, three of those in a thread; every twentieth comes twice. */
function raw(n: number): Buffer {
  const flagged = n % 10 === 0;
  const which = n % 20 === 19 ? n - 1 : n;
  return rawMail('本文', {
    From: `kyaku${which}@example.com`,
    'Message-ID': `<${flagged ? 'flagged' : 'ordinary'}-${which}@example.com>`,
    ...(flagged && { References: `<thread-${Math.floor(n / 30)}@example.com>`, From: 'taro@example.co.jp' }),
  });
}

async function bring({ db }: Store): Promise<void> {
  const deliveries = Array.from({ length: MAILS }, (_, n) => ({
    ...{ uidValidity: 1n, uid: n + 1, receivedAt: ARRIVED },
    raw: raw(n),
  }));
  await sourceState(db, 'support').commit(deliveries, { uidValidity: 1n, lastUid: MAILS });
}

function start(...where: readonly string[]): ChildProcess {
  const program = fileURLToPath(new URL('batch-child.mjs', import.meta.url));
  return spawn(process.execPath, [program, ...where], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Kills workers in the middle of their work, then lets them come to their end. */
async function killAgainAndAgain(workers: number, where: readonly string[]): Promise<void> {
  for (let kill = 0; kill < KILLS; kill++) {
    const children = Array.from({ length: workers }, () => start(...where));
    await Promise.race(children.map((child) => once(child.stdout!, 'data')));
    for (const child of children) child.stdout!.resume();
    await pause(Math.random() * 300);
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(children.map((child) => child.signalCode ?? child.exitCode ?? once(child, 'exit')));
  }
  const last = Array.from({ length: workers }, () => start(...where));
  for (const child of last) child.stdout!.resume();
  const ends = await Promise.all(last.map((child) => once(child, 'exit'))); // one may end before the other
  for (const end of ends) expect(end).toEqual([0, null]);
}

/** Which ordinary mails were kept to be read: those that the coin says, each once, with their text. */
async function spotChecks(db: Store['db']): Promise<string[]> {
  const ordinary = await db
    .select({ id: verdict.mailId })
    .from(verdict)
    .where(and(eq(verdict.band, 'ordinary'), isNull(verdict.duplicateOf)));
  const coin = (id: string) => createHash('sha256').update(`coin ${id}`).digest().readUIntBE(0, 6) / 2 ** 48;
  const expected = ordinary.flatMap(({ id }) => (coin(id) < 1 / 4 ? [String(id)] : [])).sort();
  const kept = await db
    .select({ id: spotCheck.mailId })
    .from(spotCheck)
    .innerJoin(reading, eq(reading.mailId, spotCheck.mailId));
  expect(kept.map(({ id }) => id!).sort()).toEqual(expected);
  return expected;
}

async function account({ db }: Store): Promise<void> {
  expect(await verdictCounts(db)).toEqual({ ordinary: 540, grey: 0, review: 0, urgent: 60, unreadable: 0 });
  expect(await db.$count(verdict, isNotNull(verdict.duplicateOf))).toBe(MAILS / 20);
  const cases = await db
    .select({ mails: count() })
    .from(caseMail)
    .innerJoin(caseFile, eq(caseFile.id, caseMail.caseId))
    .groupBy(caseFile.id);
  expect(cases).toEqual(Array.from({ length: 20 }, () => ({ mails: 3 })));
  const drawn = await spotChecks(db);
  expect(drawn.length).toBeGreaterThan(80);
  expect(await db.$count(mail, isNull(mail.raw))).toBe(540 - drawn.length);
  expect([await db.$count(mail, eq(mail.waiting, true)), await db.$count(screenJob)]).toEqual([0, 0]);
  expect(await db.select().from(failure)).toEqual([]);
}

it('a worker that is killed again and again gives each mail one verdict, on PGlite', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'komainu-killed-'));
  const store = await openTestStore(folder);
  await bring(store);
  await store.close();
  await killAgainAndAgain(1, [folder]);
  const after = await openStore({ kind: 'pglite', path: join(folder, 'store') }, folder);
  try {
    await account(after);
  } finally {
    await after.close();
    await rm(folder, { recursive: true });
  }
});

describeWithServer('postgres', 'PostgreSQL', () => {
  /** Two workers on a database of their own; without Redis it has the queue, too. */
  async function twoWorkers(redis: string | null): Promise<void> {
    const database = await createDatabase();
    const store = await openStore({ kind: 'postgres', url: database.url }, tmpdir());
    try {
      await bring(store);
      await killAgainAndAgain(2, [tmpdir(), database.url, ...(redis === null ? [] : [redis])]);
      await account(store);
    } finally {
      await store.close();
      await database.stop();
    }
  }

  it('two workers that are killed again and again give each mail one verdict', { timeout: 300_000 }, () =>
    twoWorkers(null),
  );

  describeWithServer('redis', 'and Redis', () => {
    it('two workers that are killed again and again give each mail one verdict', { timeout: 300_000 }, async () => {
      const redis = await startRedis();
      try {
        await twoWorkers(redis.url);
      } finally {
        await redis.stop();
      }
    });
  });
});
