// A worker process: judges the mails of the store and the queue named in argv, as quickly as a mail tells it to, until nobody waits.
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { openQueue } from '../../../dist/jobs/index.js';
import { readCorrespondence } from '../../../dist/mail/index.js';
import { createBatchJob, createInHand, createSpool, createTurns } from '../../../dist/screening/job/index.js';
import { mailsWithoutVerdict, openStore } from '../../../dist/store/index.js';

const [folder, database, redis] = process.argv.slice(2);
const log = pino({ level: 'silent' });
const store = await openStore(
  database === undefined ? { kind: 'pglite', path: `${folder}/store` } : { kind: 'postgres', url: database },
  folder,
  10_000,
);
const queue = await openQueue(redis === undefined ? store.engine : { kind: 'redis', url: redis }, { log, attempts: 3 });
const spool = createSpool(store.db, queue);
const turns = createTurns(3);
const common = {
  ...{ db: store.db, spool, inHand: createInHand(), log },
  keys: {
    hash: (value) => (value.startsWith('coin ') ? createHash('sha256').update(value).digest('base64url') : value),
    session: '',
    audit: '',
  },
  spotChecks: { oneIn: 4, days: 30, readers: 1, perDay: 10, exceptSources: [] },
  counterpartyOf: (address) => address,
  now: () => new Date(),
};
const nothing = {
  ...{
    format: 2,
    atLeast: null,
    grave: 0,
    pressing: false,
    unjudged: false,
    acts: [],
    worry: [],
    matches: [],
    notes: [],
  },
  odds: { base: -4, sentences: [], others: 0, dictionaries: 0, frequency: 0, sum: -4 },
  judge: { by: 'dictionaries', why: 'off' },
};

async function screen({ bytes, receivedAt }, historyOf) {
  process.stdout.write('judging\n');
  const header = readCorrespondence(bytes);
  await historyOf(header);
  await pause(Math.random() * 10);
  const band = header.messageId.startsWith('flagged') ? 'urgent' : 'ordinary';
  const text = { subject: 'test', parts: [{ id: 'body', text: 'x' }], attachments: [], headers: [], to: [], cc: [] };
  const message = { ...header, ...text, segments: new Map(), warnings: [], contentHash: header.messageId, receivedAt };
  return { message, assessment: { ...nothing, band, probability: 0, dictionary: 'test' } };
}

for (const [lane, concurrency] of [
  ['screen', 4],
  ['backlog', 2],
]) {
  const job = createBatchJob({ ...common, screen: turns(lane, screen) });
  await queue.work(lane, (payload, attempt) => job(payload, attempt).finally(() => spool.fill().catch(() => {})), {
    concurrency,
  });
}
await spool.sweep();
for (let looked = 1; (await mailsWithoutVerdict(store.db, { limit: 1 })).length > 0; looked++) {
  await pause(200);
  if (looked % 10 === 0) await spool.sweep().catch(() => {});
}
process.exit(0);
