import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AbortedAttemptError } from '../../../src/screening/aborted-attempt.ts';
import { createScreenJob } from '../../../src/screening/job/screen-job.ts';
import { type AssessMail, screen } from '../../../src/screening/pipeline.ts';
import { compileRules } from '../../../src/screening/rules.ts';
import { listCases, loadCase, mailsWithoutVerdict, type Store, sourceState } from '../../../src/store/index.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { openTestStore } from '../../support/store.ts';
import { FLAGGED, fewRules, rawMail, silent } from '../pool/support.ts';

let store: Store;
let uid = 0;
beforeAll(async () => {
  store = await openTestStore(await mkdtemp(join(tmpdir(), 'komainu-in-part-')));
});
afterAll(() => store.close());

/** Screens, unless the mail is as large as what killed the service. */
const limited = async (most: number): Promise<AssessMail> => {
  const rules = compileRules(fewRules(), await loadTokenizer());
  return (mail, historyOf) => {
    if (mail.bytes.length > most) throw new AbortedAttemptError('memory');
    return screen(mail, rules, historyOf);
  };
};

async function lastAttempt(raw: Uint8Array, assess: AssessMail) {
  uid += 1;
  await sourceState(store.db, 'support').commit([{ uidValidity: 1n, uid, receivedAt: new Date(), raw }], {
    uidValidity: 1n,
    lastUid: uid,
  });
  const [mailId] = await mailsWithoutVerdict(store.db, { limit: 1 });
  const job = createScreenJob({
    db: store.db,
    keys: { hash: (value) => value },
    screen: assess,
    counterpartyOf: (address) => address,
    now: () => new Date(),
    log: silent,
  });
  await job({ mailId: mailId! }, { number: 3, last: true });
  const { cases } = await listCases(store.db, { limit: 100, offset: 0 });
  const [newest] = cases.map(({ id }) => id).sort((a, b) => Number(b) - Number(a));
  return (await loadCase(store.db, newest!))!;
}

const QUOTED = '> > > 引用\n'.repeat(200_000); // 3 MB

it('is as urgent as its beginning when the whole cannot be judged, and says so', async () => {
  const found = await lastAttempt(rawMail(`${FLAGGED}\n${QUOTED}`), await limited(1_000_000));
  expect(found).toMatchObject({ kind: 'mail', band: 'urgent' });
  expect(found.items[0]!.warnings).toContain('in-part');
});

it('is as urgent as its end', async () => {
  const found = await lastAttempt(rawMail(`${QUOTED}\n${FLAGGED}\n`), await limited(1_000_000));
  expect(found).toMatchObject({ kind: 'mail', band: 'urgent' });
});

it('goes to a person when beginning and end show nothing', async () => {
  expect(await lastAttempt(rawMail(`本文です。\n${QUOTED}`), await limited(1_000_000))).toMatchObject({
    kind: 'unreadable',
    band: null,
  });
});

it('goes to a person when not even these can be judged', async () => {
  expect(await lastAttempt(rawMail(`${FLAGGED}\n${QUOTED}`), await limited(100))).toMatchObject({ kind: 'unreadable' });
});
