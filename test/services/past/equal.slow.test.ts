import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { PastRow } from '../../../src/cases/index.ts';
import { loadConfig } from '../../../src/config/index.ts';
import { readCorpus } from '../../../src/lab/index.ts';
import { readThreading, toRawMail } from '../../../src/mail/index.ts';
import { compiledRules, loadRules, readRuleFiles, screen } from '../../../src/screening/index.ts';
import { createScreenJob, hashesOf } from '../../../src/screening/job/index.ts';
import { mailsWithoutVerdict, recordAnswer, type Store, sourceState } from '../../../src/store/index.ts';
import { mail as mailTable, verdict } from '../../../src/store/schema/core.ts';
import { shipped } from '../../../src/util/paths.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../../support/servers.ts';
import { openTestStore } from '../../support/store.ts';
import { DAY_MS, pastFolder } from './mailbox.ts';
import { readPastHere } from './read-here.ts';

const MAILS = inject('atLength') ? 3_000 : 300;
const FILES = ['train-public', 'train-voices1', 'train-voices2', 'train-b2b', 'train-consumer'];

/** Mails of forty senders, each again and again, some in threads, some answered, some delivered twice. */
interface Delivered {
  readonly raw: Uint8Array;
  readonly at: Date;
  readonly folder: 'INBOX' | 'Sent';
}

function mailboxOf(mails: number): Delivered[] {
  const rows = FILES.flatMap((name) => {
    const file = `test/corpus/${name}.jsonl`;
    return readCorpus(readFileSync(shipped(file), 'utf8'), file).rows;
  });
  const start = Math.floor(Date.now() / 1000) * 1000 - 40 * DAY_MS;
  const step = Math.floor((39 * DAY_MS) / mails / 1000) * 1000;
  return Array.from({ length: mails }, (_, n): Delivered => {
    const at = new Date(start + n * step);
    const which = n % 29 === 28 ? n - 1 : n; // the same once more
    const row = rows[(which * 7) % rows.length]!;
    const isSent = n % 11 === 10;
    const raw = toRawMail({
      ...row,
      id: `m${which}`,
      message_id: `m${which}@example.com`,
      in_reply_to: which % 3 === 2 ? `m${which - 2}@example.com` : null,
      from: isSent ? 'support@example.jp' : `kyaku${which % 40}@example.com`,
      date: new Date(start + which * step).toISOString().replace('Z', '+00:00'),
    });
    return { raw, at, folder: isSent ? 'Sent' : 'INBOX' };
  });
}

describeWithServer('dovecot', 'a reading of the past over IMAP', () => {
  let server: TestDovecot;
  let place: ReturnType<typeof pastFolder>;
  let store: Store;
  const delivered = mailboxOf(MAILS);
  beforeAll(async () => {
    server = await startDovecot();
    place = pastFolder(server);
    store = await openTestStore(place.path);
    for (const { raw, at, folder } of delivered) await server.deliver(raw, folder, server.user, at);
  }, 300_000);
  afterAll(async () => {
    await store.close();
    place.remove();
    await server.stop();
  });

  it('judges each mail as a fresh screening of the same mails does', { timeout: 900_000 }, async () => {
    const shippedConfig = loadConfig(null, {}, shipped('test')).config;
    const packed = await compiledRules(await readRuleFiles(shippedConfig), shippedConfig.dataPath);
    const until = new Date();
    const read = await readPastHere({
      ...{ config: place.config, secrets: place.secrets, source: 'support', packed },
      span: { since: new Date(until.getTime() - 60 * DAY_MS), until },
      signal: new AbortController().signal,
    });
    const fresh = await screenAfresh(await loadRules(shippedConfig));
    const incoming = read.filter(({ kind }) => kind !== 'answer');
    expect(incoming).toHaveLength(fresh.length);
    expect(read.length).toBe(MAILS);
    expect(incoming.map(told)).toEqual(fresh);
    const bands = new Set(incoming.flatMap(({ verdict: one }) => one?.band ?? []));
    expect(bands.size).toBeGreaterThan(2);
    expect(incoming.some(({ kind }) => kind === 'duplicate')).toBe(true);
  });

  /** One after the other into the store, as a worker that had been there all the time. */
  async function screenAfresh(rules: Awaited<ReturnType<typeof loadRules>>) {
    const { db } = store;
    const keys = { hash: (value: string) => `h ${value}` };
    const job = createScreenJob({
      ...{
        db,
        keys,
        counterpartyOf: (address: string) => address,
        now: () => new Date(),
        log: pino({ level: 'silent' }),
      },
      screen: (mail, historyOf) => screen(mail, rules, historyOf),
    });
    const source = sourceState(db, 'support');
    let uid = 0;
    for (const { raw, at, folder } of delivered) {
      uid += 1;
      if (folder === 'Sent') {
        const { messageId, references } = hashesOf(keys, { ...readThreading(raw), from: null });
        await recordAnswer(db, { source: 'sent', uidValidity: 1n, uid, messageId, references, at });
        continue;
      }
      await source.commit([{ uidValidity: 1n, uid, receivedAt: at, raw }], { uidValidity: 1n, lastUid: uid });
      const [mailId] = await mailsWithoutVerdict(db, { limit: 1 });
      await job({ mailId: mailId! }, { number: 1, last: true });
    }
    const rows = await db
      .select({
        band: verdict.band,
        probability: verdict.probability,
        entries: verdict.entries,
        duplicateOf: verdict.duplicateOf,
      })
      .from(verdict)
      .innerJoin(mailTable, eq(mailTable.id, verdict.mailId))
      .orderBy(mailTable.uid);
    return rows.map(({ band, probability, entries, duplicateOf }) =>
      duplicateOf === null
        ? { kind: 'judged', band, probability, entries: [...entries].sort() }
        : { kind: 'duplicate' },
    );
  }
});

function told({ kind, verdict: one }: PastRow) {
  return one === null
    ? { kind }
    : { kind, band: one.band, probability: one.probability, entries: [...one.entries].sort() };
}
