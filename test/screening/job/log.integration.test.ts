import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createScreenJob } from '../../../src/screening/job/screen-job.ts';
import { type AssessMail, screen } from '../../../src/screening/pipeline.ts';
import { compileRules } from '../../../src/screening/rules.ts';
import { mailsWithoutVerdict, type Store, sourceState } from '../../../src/store/index.ts';
import { failure } from '../../../src/store/schema/jobs.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { openTestStore } from '../../support/store.ts';
import { FLAGGED, fewRules } from '../pool/support.ts';

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'komainu-log-'));
  store = await openTestStore(folder);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const FORGED = '\u001b[2J\n{"level":60,"msg":"forged"}';
const MAIL = Buffer.from(
  `From: =?utf-8?B?${Buffer.from(`秘密の名前${FORGED}`).toString('base64')}?= <secret@example.com>\r\nSubject: =?utf-8?B?${Buffer.from(
    `秘密の件名${FORGED}`,
  ).toString('base64')}?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${FLAGGED}秘密の本文${FORGED}\r\n`,
);

/** What a fault of a library may hold. */
class Telling extends Error {
  override readonly name = 'Telling';
  override readonly message = `cannot read ${MAIL}`;
}

it.each<[string, (judge: AssessMail) => AssessMail]>([
  ['judged', (judge) => judge],
  [
    'failing',
    () => () => {
      throw new Telling();
    },
  ],
])('says nothing of a mail that ends up %s, at any level, nor do the failures that are kept', async (_, how) => {
  const rules = compileRules(fewRules(), await loadTokenizer());
  const said: string[] = [];
  const { commit } = sourceState(store.db, `support-${_}`);
  await commit([{ uidValidity: 1n, uid: 1, receivedAt: new Date(), raw: MAIL }], { uidValidity: 1n, lastUid: 1 });
  const [mailId] = await mailsWithoutVerdict(store.db, { limit: 1 });
  const job = createScreenJob({
    db: store.db,
    keys: { hash: (value) => value },
    screen: how((mail, historyOf) => screen(mail, rules, historyOf)),
    counterpartyOf: (address) => address,
    now: () => new Date(),
    log: pino({ level: 'trace' }, { write: (line: string) => void said.push(line) }),
  });
  await job({ mailId: mailId! }, { number: 3, last: true });
  const kept = JSON.stringify(await store.db.select().from(failure));
  expect(said).toHaveLength(1);
  expect(said.join('') + kept).not.toMatch(/秘密|土下座|secret@|forged|\\u001b/);
});
