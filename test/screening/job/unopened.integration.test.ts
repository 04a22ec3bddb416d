import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createScreenJob } from '../../../src/screening/job/screen-job.ts';
import { screen } from '../../../src/screening/pipeline.ts';
import { compileRules } from '../../../src/screening/rules.ts';
import { listCases, loadCase, mailsWithoutVerdict, type Store, sourceState } from '../../../src/store/index.ts';
import { failure } from '../../../src/store/schema/jobs.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { file, mail } from '../../support/mime.ts';
import { openTestStore } from '../../support/store.ts';
import { fewRules, silent } from '../pool/support.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore(await mkdtemp(join(tmpdir(), 'komainu-unopened-')));
});
afterAll(() => store.close());

it('a mail that holds an image alone is a case 判定不能 with sender, subject, attachment and reason, at the first attempt', async () => {
  const raw = mail(file('photo.jpg', Buffer.from([1, 2, 3, 0]), 'image/jpeg'), {
    From: 'kyaku@example.com',
    Subject: 'scan',
  });
  await sourceState(store.db, 'support').commit([{ uidValidity: 1n, uid: 1, receivedAt: new Date(), raw }], {
    uidValidity: 1n,
    lastUid: 1,
  });
  const [mailId] = await mailsWithoutVerdict(store.db, { limit: 1 });
  const rules = compileRules(fewRules(), await loadTokenizer());
  const job = createScreenJob({
    db: store.db,
    keys: { hash: (value) => value },
    screen: (received, historyOf) => screen(received, rules, historyOf),
    counterpartyOf: (address) => address,
    now: () => new Date(),
    log: silent,
  });
  await job({ mailId: mailId! }, { number: 1, last: false });

  const { cases } = await listCases(store.db, { limit: 10, offset: 0 });
  expect(cases).toMatchObject([{ kind: 'unreadable', band: null, from: 'kyaku@example.com', subject: 'scan' }]);
  const found = (await loadCase(store.db, cases[0]!.id))!;
  expect(found).toMatchObject({ counterparty: 'kyaku@example.com' });
  expect(found.items).toMatchObject([
    { kept: true, failure: 'unopened-image', message: { attachments: [{ filename: 'photo.jpg' }] } },
  ]);
  expect(await store.db.select().from(failure)).toEqual([]); // nothing went wrong
});
