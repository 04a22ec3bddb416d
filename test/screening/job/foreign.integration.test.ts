import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMetrics } from '../../../src/health/index.ts';
import type { JobQueue } from '../../../src/jobs/index.ts';
import { createScreenJob } from '../../../src/screening/job/screen-job.ts';
import { screen } from '../../../src/screening/pipeline.ts';
import {
  foreignMails,
  listCases,
  loadCase,
  mailsWithoutVerdict,
  type Store,
  sourceState,
} from '../../../src/store/index.ts';
import { shippedRules } from '../../support/shipped-rules.ts';
import { openTestStore } from '../../support/store.ts';
import { rawMail, silent } from '../pool/support.ts';

let store: Store;
let uid = 0;
beforeAll(async () => {
  store = await openTestStore(await mkdtemp(join(tmpdir(), 'komainu-foreign-')));
});
afterAll(() => store.close());

const KOREAN =
  '안녕하세요. 지난주에 주문한 상품이 아직 도착하지 않았습니다. 언제쯤 받을 수 있는지 알려 주시면 감사하겠습니다.';
const JAPANESE = 'お世話になっております。先週注文した商品がまだ届きません。いつごろ届くか教えていただけますか。';

async function judge(body: string, otherLanguages: 'ordinary' | 'grey' = 'ordinary'): Promise<void> {
  uid += 1;
  const raw = rawMail(body, { Subject: '' });
  await sourceState(store.db, 'support').commit([{ uidValidity: 1n, uid, receivedAt: new Date(), raw }], {
    uidValidity: 1n,
    lastUid: uid,
  });
  const rules = await shippedRules();
  const { dictionary } = rules;
  const asked = { ...rules, dictionary: { ...dictionary, scoring: { ...dictionary.scoring, otherLanguages } } };
  const [mailId] = await mailsWithoutVerdict(store.db, { limit: 1 });
  const job = createScreenJob({
    db: store.db,
    keys: { hash: (value) => value },
    screen: (mail, historyOf) => screen(mail, asked, historyOf),
    counterpartyOf: (address) => address,
    now: () => new Date(),
    log: silent,
  });
  await job({ mailId: mailId! }, { number: 3, last: true });
}

it('a mail in a language without a judge is counted; where that is asked for it is a case, which says so', {
  timeout: 120_000,
}, async () => {
  const began = new Date(Date.now() - 1000);
  const metrics = createMetrics({
    db: store.db,
    queue: { trouble: async () => null, depth: async () => 0 } as unknown as JobQueue,
    sources: () => [],
    now: () => new Date(began.getTime() + (uid === 0 ? 0 : 3_600_000)),
  });
  await judge(JAPANESE);
  expect(await foreignMails(store.db, new Date())).toBe(0);
  await judge(KOREAN);
  expect(await foreignMails(store.db, new Date())).toBe(1);
  expect(await foreignMails(store.db, new Date(Date.now() + 31 * 86_400_000))).toBe(0);
  expect((await listCases(store.db, { limit: 10, offset: 0 })).cases).toEqual([]);
  expect(await metrics.render()).toContain('komainu_foreign_mails_total 1\n');

  await judge(`${KOREAN}\n수고하세요.`, 'grey');
  const { cases } = await listCases(store.db, { limit: 10, offset: 0 });
  const found = (await loadCase(store.db, cases[0]!.id))!;
  expect(found).toMatchObject({ band: 'grey' });
  expect(found.items[0]!.warnings).toContain('foreign');
});
