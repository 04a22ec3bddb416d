import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openQueue } from '../../../src/jobs/index.ts';
import { createBatchJob, createInHand, createSpool } from '../../../src/screening/job/index.ts';
import { loadMail, mailsWithoutVerdict, sourceState, verdictCounts } from '../../../src/store/index.ts';
import { caseMail } from '../../../src/store/schema/core.ts';
import { failure } from '../../../src/store/schema/jobs.ts';
import { eventually } from '../../support/eventually.ts';
import { openTestStore } from '../../support/store.ts';
import { FLAGGED, openPoisonable, rawMail, silent } from './support.ts';

const ATTEMPTS = 3;
const RECEIVED = new Date('2026-11-24T10:00:00+09:00');

it('a mail that kills each attempt is a case that says so, with its original, and the others have their verdicts', {
  timeout: 240_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'komainu-poison-'));
  const store = await openTestStore(folder);
  const { db } = store;
  const queue = await openQueue(store.engine, { log: silent, attempts: ATTEMPTS });
  try {
    await using screening = openPoisonable({ deadlineMs: 2_000 });
    const bodies = Array.from({ length: 20 }, (_, i) => (i % 5 === 0 ? FLAGGED : '見積書をお送りください。'));
    // Each of a sender of its own: many mails of one in a day count by themselves.
    const mails = bodies.map((body, i) =>
      rawMail(body, { From: `kyaku${i}@example.com`, 'Message-ID': `<${i}@example.com>` }),
    );
    mails.splice(3, 0, rawMail('本文', { 'X-Poison': 'loop' }), rawMail('本文', { 'X-Poison': 'crash' }));
    const deliveries = mails.map((raw, i) => ({ uidValidity: 1n, uid: i + 1, receivedAt: RECEIVED, raw }));
    await sourceState(db, 'support').commit(deliveries, { uidValidity: 1n, lastUid: mails.length });
    const ids = await mailsWithoutVerdict(db, { limit: 100 });

    const spool = createSpool(db, queue);
    const job = createBatchJob({
      db,
      spool,
      inHand: createInHand(),
      keys: { hash: (value) => value },
      screen: screening.screen,
      counterpartyOf: (address) => address,
      now: () => new Date(),
      log: silent,
    });
    await using _working = await queue.work('backlog', job, { concurrency: 2 });
    await using _again = await queue.work('slow', job, { concurrency: 1 }); // what failed once keeps nobody waiting
    await spool.fill(); // batches of three
    await eventually(async () => (await mailsWithoutVerdict(db, { limit: 1 })).length === 0);

    const found = { verdicts: await verdictCounts(db), waiting: await mailsWithoutVerdict(db, { limit: 100 }) };
    expect(found).toEqual({ verdicts: { ordinary: 16, grey: 0, review: 0, urgent: 4, unreadable: 2 }, waiting: [] });
    const failures = await db.select().from(failure);
    for (const [place, code] of [
      [3, 'deadline'],
      [4, 'crash'],
    ] as const) {
      const mailId = ids[place]!;
      const own = failures.filter((one) => one.mailId === mailId);
      expect(own.map((one) => [one.attempt, one.code])).toEqual([1, 2, 3].map((attempt) => [attempt, code]));
      const stored = await loadMail(db, mailId);
      expect(Buffer.from(stored!.raw!).equals(mails[place]!)).toBe(true);
      expect((await db.select().from(caseMail)).some((one) => one.mailId === mailId)).toBe(true);
    }
    const poisonous = [ids[3], ids[4]];
    const others = failures.filter(({ mailId }) => !poisonous.includes(mailId));
    expect(others.filter(({ code }) => code !== 'deadline')).toEqual([]); // on a busy machine one may be late, and is tried again
  } finally {
    await queue.close();
    await store.close();
    await rm(folder, { recursive: true });
  }
});
