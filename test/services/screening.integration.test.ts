import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { type JobQueue, openQueue } from '../../src/jobs/index.ts';
import { AbortedAttemptError } from '../../src/screening/aborted-attempt.ts';
import { createSpool } from '../../src/screening/job/spool.ts';
import type { AssessMail } from '../../src/screening/pipeline.ts';
import { openPool } from '../../src/screening/pool/index.ts';
import { SLOW_AT_ONCE, startScreening } from '../../src/services/screening.ts';
import { type Store, sourceState } from '../../src/store/index.ts';
import { verdict } from '../../src/store/schema/core.ts';
import { FLAGGED, fewRules, packed, rawMail, silent } from '../screening/pool/support.ts';
import { eventually } from '../support/eventually.ts';
import { openTestStore } from '../support/store.ts';

const LARGE = 4;
const LARGE_BYTES = 4_000_000;

let folder: string;
let store: Store;
let queue: JobQueue;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'komainu-lanes-'));
  store = await openTestStore(folder);
  queue = await openQueue(store.engine, { log: silent, attempts: 3 });
});
afterAll(async () => {
  await queue.close();
  await store.close();
  await rm(folder, { recursive: true });
});

/** A report in quoted-printable, as a mail program writes Japanese text that its server could not take. */
function largeMail(n: number): Buffer {
  const line = `${[...Buffer.from(`${n}日目の記録です。`)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')}\r\n`;
  return Buffer.from(
    `From: nagai${n}@example.com\r\nMessage-ID: <large-${n}@example.com>\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Transfer-Encoding: quoted-printable\r\n\r\n${line.repeat(Math.ceil(LARGE_BYTES / line.length))}`,
  );
}

const bring = (raws: readonly Buffer[], from: number) =>
  sourceState(store.db, 'support').commit(
    raws.map((raw, n) => ({ uidValidity: 1n, uid: from + n, receivedAt: new Date(), raw })),
    { uidValidity: 1n, lastUid: from + raws.length - 1 },
  );

it('a small mail is judged while large ones are, which came before it; one that failed comes last of all', {
  timeout: 240_000,
}, async () => {
  const { config } = loadConfig(null, {}, folder);
  const rules = packed(fewRules());
  await using small = openPool({ threads: 1, rules: () => rules, log: silent });
  await using slow = openPool({ threads: SLOW_AT_ONCE, rules: () => rules, log: silent, asNeeded: true });
  const begun: string[] = [];
  let failed = false;
  const screenSlow: AssessMail = async (mail, historyOf) => {
    const name = /Message-ID: <([^@]+)/.exec(Buffer.from(mail.bytes.subarray(0, 200)).toString('latin1'))![1]!;
    begun.push(name);
    if (name === 'large-0' && !failed) {
      failed = true;
      throw new AbortedAttemptError('deadline');
    }
    return slow.screen(mail, historyOf);
  };
  const spool = createSpool(store.db, queue);
  const keys = { hash: (value: string) => value };
  await using _screening = await startScreening({
    config: { ...config, settings: { ...config.settings, screenConcurrency: 1 } },
    ...{ db: store.db, queue, spool, keys, screen: small.screen, screenSlow, log: silent },
  });
  await bring(
    Array.from({ length: LARGE }, (_, n) => largeMail(n)),
    1,
  );
  await spool.fill();
  await eventually(() => begun.length >= SLOW_AT_ONCE);
  await bring([rawMail(FLAGGED)], LARGE + 1);
  await spool.fill();
  await eventually(async () => (await store.db.$count(verdict)) > 0);
  expect(await store.db.select({ mail: verdict.mailId, band: verdict.band }).from(verdict)).toEqual([
    { mail: `${LARGE + 1}`, band: 'urgent' },
  ]);
  await eventually(async () => (await store.db.$count(verdict)) === LARGE + 1);
  expect(begun).toHaveLength(LARGE + 1);
  expect(begun.at(-1)).toBe('large-0');
});
