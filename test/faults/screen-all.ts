import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { loadConfig } from '../../src/config/index.ts';
import { loadKeys } from '../../src/config/keys.ts';
import { MAX_MAIL_BYTES } from '../../src/intake/index.ts';
import { openQueue } from '../../src/jobs/index.ts';
import { createSpool } from '../../src/screening/job/spool.ts';
import { packRules } from '../../src/screening/packed-rules.ts';
import { type AssessMail, noHistory } from '../../src/screening/pipeline.ts';
import { openPool } from '../../src/screening/pool/index.ts';
import { readRuleFiles } from '../../src/screening/rule-files.ts';
import { startScreening } from '../../src/services/screening.ts';
import { sourceState, spoolDepth } from '../../src/store/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { openTestStore } from '../support/store.ts';
import { type Fate, fateOf, type Slowest } from './fate.ts';
import type { HostileMail } from './hostile.ts';

const AT_ONCE = 100; // mails in the spool at a time
const LOOK_EVERY_MS = 50;
const log = pino({ level: 'silent' });

/** The part `screen` as it ships, with its threads, queue and store, on mails that an intake would have spooled. */
export async function screenAll(mails: Iterable<HostileMail>): Promise<Fate> {
  const folder = await mkdtemp(join(tmpdir(), 'komainu-faults-'));
  const { config } = loadConfig(null, {}, folder);
  const keys = await loadKeys(folder, {});
  const rules = packRules(await readRuleFiles(config), await loadTokenizer());
  const store = await openTestStore(folder);
  const queue = await openQueue(store.engine, { log, attempts: config.settings.attempts });
  const screening = openPool({ threads: config.settings.screenConcurrency, rules: () => rules, log });
  await screening.screen({ bytes: Buffer.from('Subject: a\r\n\r\n'), receivedAt: new Date(), source: 'a' }, noHistory); // makes ready
  const { screen, slowest } = timed(screening.screen);
  const spool = createSpool(store.db, queue);
  const part = await startScreening({ config, db: store.db, queue, keys, spool, screen, screenSlow: screen, log });
  const names = new Map<string, string>(); // by UID, and by the hash of what was spooled
  const { commit } = sourceState(store.db, 'faults');
  const isBelow = async (mails: number) => {
    await spool.fill();
    while ((await spoolDepth(store.db)) >= mails) await pause(LOOK_EVERY_MS);
  };
  let uid = 0;
  let bytes = 0;
  try {
    for (const mail of mails) {
      const raw = mail.raw().subarray(0, MAX_MAIL_BYTES);
      uid += 1;
      bytes += raw.length;
      names.set(String(uid), mail.name).set(sha256(raw), mail.name);
      await commit([{ uidValidity: 1n, uid, receivedAt: new Date(), raw }], { uidValidity: 1n, lastUid: uid });
      if (uid % AT_ONCE === 0) await isBelow(AT_ONCE);
    }
    await isBelow(1);
    const { ms, name } = slowest();
    return { ...(await fateOf(store.db, names)), mails: uid, bytes, slowest: { ms, name: names.get(name) ?? name } };
  } finally {
    await part[Symbol.asyncDispose]();
    await screening[Symbol.asyncDispose]();
    await queue.close();
    await store.close();
    await rm(folder, { recursive: true });
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function timed(screen: AssessMail): { readonly screen: AssessMail; readonly slowest: () => Slowest } {
  let slowest: Slowest = { ms: 0, name: '' };
  return {
    slowest: () => slowest,
    async screen(mail, historyOf) {
      const began = performance.now();
      try {
        return await screen(mail, historyOf);
      } finally {
        const ms = performance.now() - began;
        if (ms > slowest.ms) slowest = { ms, name: sha256(mail.bytes) };
      }
    },
  };
}
