import { beforeAll, expect, it } from 'vitest';
import type { JobQueue } from '../../../src/jobs/index.ts';
import { AbortedAttemptError } from '../../../src/screening/aborted-attempt.ts';
import { createBatchJob, createInHand, createSpool } from '../../../src/screening/job/index.ts';
import { type AssessMail, type Rules, screen } from '../../../src/screening/pipeline.ts';
import { compileRules } from '../../../src/screening/rules.ts';
import {
  type Db,
  listCases,
  loadCase,
  mailsWithoutVerdict,
  sourceState,
  verdictCounts,
} from '../../../src/store/index.ts';
import { verdict } from '../../../src/store/schema/core.ts';
import { failure, screenJob } from '../../../src/store/schema/jobs.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { at } from '../../store/samples.ts';
import { describeStores } from '../../store/stores.ts';
import type { Headers } from '../../support/mime.ts';
import { FLAGGED, fewRules, rawMail, silent } from '../pool/support.ts';

const ORDINARY = '見積書をお送りください。';
const FIRST = { number: 1, last: false };
const SECOND = { number: 2, last: false };

let rules: Rules;
beforeAll(async () => {
  rules = compileRules(fewRules(), await loadTokenizer());
});
const judge: AssessMail = (mail, historyOf) => screen(mail, rules, historyOf);

interface Written {
  readonly body?: string;
  readonly headers?: Headers;
}

/** As many mails as make batches of `size`, each of a sender and thread of its own unless `of` says otherwise. */
async function bring(db: Db, size: number, of: (n: number) => Written = () => ({})): Promise<void> {
  const deliveries = Array.from({ length: 10 * size }, (_, n) => {
    const { body = ORDINARY, headers = {} } = of(n);
    const raw = rawMail(body, { From: `kyaku${n}@example.com`, 'Message-ID': `<${n}@example.com>`, ...headers });
    return { uidValidity: 1n, uid: n + 1, receivedAt: at(n), raw };
  });
  await sourceState(db, 'support').commit(deliveries, { uidValidity: 1n, lastUid: deliveries.length });
}

/** A worker whose queue only remembers the keys it was given. */
async function worker(db: Db, assess: AssessMail = judge) {
  const keys: string[] = [];
  const tried = new Map<string, number>();
  const lanes = new Map<string, string>();
  const queue = {
    addMany: async (lane: string, jobs: readonly { key: string; tried: number }[]) => {
      for (const job of jobs) {
        if (!keys.includes(job.key)) keys.push(job.key);
        tried.set(job.key, job.tried);
        lanes.set(job.key, lane);
      }
    },
  } as unknown as JobQueue;
  const spool = createSpool(db, queue);
  await spool.sweep();
  const job = createBatchJob({
    db,
    keys: { hash: (value) => value },
    spool,
    inHand: createInHand(),
    screen: assess,
    counterpartyOf: (address) => address,
    now: () => new Date(),
    log: silent,
  });
  const run = (key: string, attempt = FIRST) =>
    job(key.startsWith('mail-') ? { mailId: key.split('-')[1]! } : { batch: key }, attempt);
  return { keys, tried, lanes, spool, run };
}

const waiting = (db: Db) => mailsWithoutVerdict(db, { limit: 1_000 });

describeStores('a batch', (store) => {
  it('gives each of its mails one verdict, and those that surface their cases', async () => {
    await bring(store().db, 4, (n) => (n % 5 === 0 ? { body: FLAGGED } : {}));
    const { keys, run } = await worker(store().db);
    expect(keys).toHaveLength(10);
    for (const key of keys) await run(key);
    expect(await verdictCounts(store().db)).toMatchObject({ ordinary: 32, urgent: 8, unreadable: 0 });
    expect((await listCases(store().db, { limit: 1, offset: 0 })).total).toBe(8);
    expect(await store().db.$count(screenJob)).toBe(0);
    expect(await waiting(store().db)).toEqual([]);
  });

  it('may run again after its verdicts are written: nothing changes', async () => {
    await bring(store().db, 2, () => ({ body: FLAGGED }));
    const { keys, run } = await worker(store().db);
    for (const key of keys) await run(key);
    for (const key of keys) await run(key, SECOND);
    expect(await verdictCounts(store().db)).toMatchObject({ urgent: 20 });
    expect((await listCases(store().db, { limit: 1, offset: 0 })).total).toBe(20);
  });

  it('loses a mail that fails, which is tried again alone; the others have their verdicts', async () => {
    await bring(store().db, 3);
    const bad: AssessMail = (mail, historyOf) =>
      mail.receivedAt.getTime() === at(1).getTime()
        ? Promise.reject(new AbortedAttemptError('crash'))
        : judge(mail, historyOf);
    const { keys, tried, lanes, run } = await worker(store().db, bad);
    await run(keys[0]!);
    expect(await verdictCounts(store().db)).toMatchObject({ ordinary: 2, unreadable: 0 });
    expect([keys.at(-1), tried.get('mail-2-1'), lanes.get('mail-2-1')]).toEqual(['mail-2-1', 1, 'slow']);
    expect(await store().db.select().from(failure)).toMatchObject([{ mailId: '2', attempt: 1, code: 'crash' }]);
    await run('mail-2-1', SECOND);
    expect([keys.at(-1), tried.get('mail-2-2'), lanes.get('mail-2-2')]).toEqual(['mail-2-2', 2, 'slow']);
    await run('mail-2-1', SECOND); // once more, after a crash
    expect(keys.at(-1)).toBe('mail-2-2');
    await run('mail-2-2', { number: 3, last: true });
    expect(await verdictCounts(store().db)).toMatchObject({ ordinary: 2, unreadable: 1 });
  });

  it('does not let a mail that takes long hold up the verdicts of the others', async () => {
    await bring(store().db, 3);
    let goOn = () => {};
    const slow: AssessMail = async (mail, historyOf) => {
      if (mail.receivedAt.getTime() === at(1).getTime())
        await new Promise<void>((go) => {
          goOn = go;
        });
      return judge(mail, historyOf);
    };
    const { keys, run } = await worker(store().db, slow);
    const running = run(keys[0]!);
    await expect.poll(() => store().db.$count(verdict), { timeout: 30_000 }).toBe(2);
    goOn();
    await running;
    expect(await store().db.$count(verdict)).toBe(3);
  });

  it('goes on mail by mail when the process was killed before its commit', async () => {
    await bring(store().db, 3);
    const dead = await worker(store().db, () => new Promise(() => {}));
    void dead.run(dead.keys[0]!); // never comes to its end
    const { keys, tried, run } = await worker(store().db);
    await run(dead.keys[0]!, SECOND);
    const own = keys.filter((key) => key.startsWith('mail-'));
    expect(own).toEqual(['mail-1', 'mail-2', 'mail-3']);
    expect(own.map((key) => tried.get(key))).toEqual([1, 1, 1]);
    await run(dead.keys[0]!, { number: 3, last: true }); // killed before the queue knew that it had ended
    for (const key of own) await run(key, SECOND);
    expect(await verdictCounts(store().db)).toMatchObject({ ordinary: 3, unreadable: 0 });
  });

  it('that two workers have at the same time is judged once', async () => {
    await bring(store().db, 5, (n) => ({ body: n % 2 === 0 ? FLAGGED : ORDINARY }));
    const [one, other] = [await worker(store().db), await worker(store().db)];
    expect(other.keys.toSorted()).toEqual(one.keys.toSorted());
    for (const key of one.keys) await Promise.all([one.run(key), other.run(key)]);
    expect(await verdictCounts(store().db)).toMatchObject({ ordinary: 25, urgent: 25 });
    expect((await listCases(store().db, { limit: 1, offset: 0 })).total).toBe(25);
  });

  it('and others at the same time, over the same threads, come to one case for each thread', async () => {
    const thread = (n: number) => ({ References: `<root${n % 3}@example.com>`, From: `taro${n % 3}@example.co.jp` });
    await bring(store().db, 4, (n) => ({ body: FLAGGED, headers: thread(n) }));
    const { keys, run } = await worker(store().db);
    const apart = await worker(store().db); // another process: it knows nothing of what the first has in hand
    await Promise.all(keys.map((key, n) => (n % 2 === 0 ? run(key) : apart.run(key))));
    const { cases, total } = await listCases(store().db, { limit: 9, offset: 0 });
    expect(total).toBe(3);
    expect(cases.map(({ mails }) => mails).sort()).toEqual([13, 13, 14]);
  });

  it('with the same message twice has one mail with two deliveries', async () => {
    const twice = { 'Message-ID': '<same@example.com>', From: 'same@example.com' };
    await bring(store().db, 3, (n) => (n < 2 ? { body: FLAGGED, headers: twice } : {}));
    const { keys, run } = await worker(store().db);
    await run(keys[0]!);
    const { cases } = await listCases(store().db, { limit: 9, offset: 0 });
    expect(cases).toMatchObject([{ mails: 1 }]);
    expect((await loadCase(store().db, cases[0]!.id))!.items).toMatchObject([{ mailId: '1', deliveries: 2 }]);
  });

  it('judges a mail with what came before it, in the same batch too', async () => {
    const seen: number[] = [];
    const looking: AssessMail = (mail, historyOf) =>
      judge(mail, async (about) => {
        const history = await historyOf(about);
        if (about.from?.address === 'same@example.com') seen.push(history.length);
        return history;
      });
    await bring(store().db, 4, (n) => (n < 4 ? { headers: { From: 'same@example.com' } } : {}));
    const { keys, run } = await worker(store().db, looking);
    await run(keys[0]!);
    expect(seen).toEqual([0, 1, 2, 3]);
  });

  it('that the store refuses for one of its mails has the others written', async () => {
    await bring(store().db, 3);
    const odd: AssessMail = async (mail, historyOf) => {
      const screened = await judge(mail, historyOf);
      if (mail.receivedAt.getTime() !== at(1).getTime()) return screened;
      const segments = new Map([['body', [{ start: 0, end: 1e12, kind: 'own' }]]]) as never; // more than a column holds
      return { ...screened, message: { ...screened.message, segments } };
    };
    const { keys, run } = await worker(store().db, odd);
    await run(keys[0]!);
    expect(keys.filter((key) => key.startsWith('mail-'))).toEqual(['mail-1', 'mail-2', 'mail-3']);
    await run('mail-1');
    await run('mail-3');
    await run('mail-2');
    expect(keys.at(-1)).toBe('mail-2-1');
    await run('mail-2-1', { number: 3, last: true });
    expect(await verdictCounts(store().db)).toMatchObject({ ordinary: 2, unreadable: 1 });
  });
});
