import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { JobQueue, ScreenPayload } from '../../../src/jobs/index.ts';
import { FLOOD, WINDOW } from '../../../src/screening/job/groups.ts';
import { createSpool } from '../../../src/screening/job/spool.ts';
import { type Db, mailsOfJob, sourceState, writeUnreadable } from '../../../src/store/index.ts';
import { screenJob } from '../../../src/store/schema/jobs.ts';
import { at } from '../../store/samples.ts';
import { describeStores } from '../../store/stores.ts';
import { mailId } from '../../support/ids.ts';

interface Told {
  readonly lane: string;
  readonly key: string;
  readonly payload: ScreenPayload;
  readonly tried: number;
}

/** Remembers jobs, in order, and forgets a key that is there already as a queue does. */
function recorder() {
  const jobs: Told[] = [];
  const queue = {
    addMany: async (lane: string, more: readonly Omit<Told, 'lane'>[]) => {
      for (const job of more) if (!jobs.some(({ key }) => key === job.key)) jobs.push({ lane, ...job });
    },
  } as unknown as JobQueue;
  return { jobs, queue };
}

/** @param arrived when the mails came; those of now came as we watched */
async function bring(db: Db, source: string, mails: number, { from = 0, arrived = at(0) } = {}): Promise<void> {
  const deliveries = Array.from({ length: mails }, (_, index) => ({
    uidValidity: 1n,
    uid: from + index + 1,
    receivedAt: arrived,
    raw: new Uint8Array(1),
  }));
  await sourceState(db, source).commit(deliveries, { uidValidity: 1n, lastUid: from + mails });
}

const judge = (db: Db, id: string) => writeUnreadable(db, { mailId: mailId(id), at: at(1), reason: 'test' });

/** The mails of jobs, in the order of the jobs and of the mails in them. */
async function mailsOf(db: Db, jobs: readonly Told[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { key } of jobs) ids.push(...(await mailsOfJob(db, key)).map(({ id }) => id));
  return ids;
}

const now = () => new Date();

describeStores('the spool', (store) => {
  it('gives each mail a job of its own when there are few, and a hundred together when there are many', async () => {
    const few = recorder();
    await bring(store().db, 'a', 10);
    await createSpool(store().db, few.queue).fill();
    expect(few.jobs.map(({ key, payload }) => [key, payload])).toEqual(
      Array.from({ length: 10 }, (_, n) => [`mail-${n + 1}`, { mailId: `${n + 1}` }]),
    );
    const many = recorder();
    await bring(store().db, 'b', WINDOW.backlog);
    await createSpool(store().db, many.queue).fill();
    expect(many.jobs).toHaveLength(10);
    expect((await mailsOfJob(store().db, many.jobs[0]!.key)).map(({ id }) => Number(id))).toEqual(
      Array.from({ length: 100 }, (_, n) => n + 11),
    );
  });

  it('gives jobs to a window of mails, and to the next ones as those are judged', async () => {
    const { jobs, queue } = recorder();
    const spool = createSpool(store().db, queue);
    await bring(store().db, 'flood', WINDOW.backlog + 30);
    await spool.fill();
    expect(await mailsOf(store().db, jobs)).toHaveLength(WINDOW.backlog);
    for (const id of ['1', '2', '3', '4']) await judge(store().db, id);
    await spool.fill();
    expect((await mailsOfJob(store().db, jobs.at(-1)!.key)).map(({ id }) => Number(id))).toEqual(
      [1, 2, 3, 4].map((n) => WINDOW.backlog + n),
    );
  });

  it('puts no mail into two jobs, however many processes fill and sweep', async () => {
    const { jobs, queue } = recorder();
    const spools = Array.from({ length: 3 }, () => createSpool(store().db, queue));
    await bring(store().db, 'a', 300);
    await Promise.all(spools.flatMap((spool) => [spool.fill(), spool.sweep()]));
    const ids = await mailsOf(store().db, jobs);
    expect(ids).toHaveLength(300);
    expect(new Set(ids).size).toBe(300);
  });

  it('takes the sources in turn, each from its oldest mail on', async () => {
    const { jobs, queue } = recorder();
    await bring(store().db, 'a', 3);
    await bring(store().db, 'b', 2);
    await bring(store().db, 'c', 1);
    await createSpool(store().db, queue).sweep();
    expect(await mailsOf(store().db, jobs)).toEqual(['1', '4', '6', '2', '5', '3']);
  });

  it('lets a living mail go before a backlog, in a lane of its own', async () => {
    const { jobs, queue } = recorder();
    const spool = createSpool(store().db, queue);
    await bring(store().db, 'full', WINDOW.backlog + 500);
    await spool.fill();
    await bring(store().db, 'full', 1, { from: 5000, arrived: now() });
    await bring(store().db, 'quiet', 1, { arrived: now() });
    await spool.fill();
    const living = jobs.filter(({ lane }) => lane === 'screen');
    expect(await mailsOf(store().db, living)).toEqual([`${WINDOW.backlog + 501}`, `${WINDOW.backlog + 502}`]);
  });

  it('takes a flood of living mails for a backlog, so that other sources go first', async () => {
    const { jobs, queue } = recorder();
    const spool = createSpool(store().db, queue);
    await bring(store().db, 'noisy', 10 * FLOOD, { arrived: now() });
    await bring(store().db, 'quiet', 2, { arrived: now() });
    await spool.fill();
    expect(
      await mailsOf(
        store().db,
        jobs.filter(({ lane }) => lane === 'screen'),
      ),
    ).toEqual([1, 2].map((n) => `${10 * FLOOD + n}`));
    expect(await mailsOf(store().db, jobs)).toHaveLength(10 * FLOOD + 2);
  });

  it('lets a large mail go alone, in a lane of its own', async () => {
    const { jobs, queue } = recorder();
    const raw = (size: number) => new Uint8Array(size).fill(97);
    const deliveries = Array.from({ length: 30 }, (_, n) => ({
      ...{ uidValidity: 1n, uid: n + 1, receivedAt: at(0) },
      raw: raw(n === 4 ? 2 * 1024 ** 2 : 10),
    }));
    await sourceState(store().db, 'a').commit(deliveries, { uidValidity: 1n, lastUid: 30 });
    await createSpool(store().db, queue).fill();
    expect(jobs.filter(({ payload }) => 'mailId' in payload).map(({ key, lane }) => [lane, key])).toEqual([
      ['slow', 'mail-5'],
    ]);
    expect(await mailsOf(store().db, jobs)).toHaveLength(30);
  });

  it('lets the smaller of large mails go first, and a small one past a flood of them', async () => {
    const { jobs, queue } = recorder();
    const arrived = now();
    const large = Array.from({ length: WINDOW.slow + FLOOD }, (_, n) => ({
      ...{ uidValidity: 1n, uid: n + 1, receivedAt: arrived },
      raw: new Uint8Array((n === 30 ? 2 : 3) * 1024 ** 2).fill(97),
    }));
    await sourceState(store().db, 'a').commit(large, { uidValidity: 1n, lastUid: large.length });
    await bring(store().db, 'a', 1, { from: large.length, arrived });
    await createSpool(store().db, queue).fill();
    const keysIn = (lane: string) => jobs.filter((job) => job.lane === lane).map(({ key }) => key);
    expect(keysIn('screen')).toEqual([`mail-${large.length + 1}`]);
    expect(keysIn('slow')).toHaveLength(WINDOW.slow);
    expect(keysIn('slow').slice(0, 2)).toEqual(['mail-31', 'mail-1']);
  });

  it('has a mail that failed wait in the slow lane, under another key each time', async () => {
    const { jobs, queue } = recorder();
    const spool = createSpool(store().db, queue);
    await bring(store().db, 'a', 1);
    await spool.fill();
    await spool.tryLast(mailId('1'), 1);
    await spool.tryLast(mailId('1'), 1); // once more, after a crash
    await spool.tryLast(mailId('1'), 2);
    expect(jobs.slice(1)).toEqual([
      { lane: 'slow', key: 'mail-1-1', payload: { mailId: '1' }, tried: 1 },
      { lane: 'slow', key: 'mail-1-2', payload: { mailId: '1' }, tried: 2 },
    ]);
  });

  it('gives the same jobs anew when the queue was emptied', async () => {
    const { jobs, queue } = recorder();
    const spool = createSpool(store().db, queue);
    await bring(store().db, 'a', 30);
    await spool.fill();
    const before = jobs.splice(0);
    await spool.fill();
    expect(jobs).toEqual([]); // it cannot know
    await spool.sweep();
    expect(jobs.map(({ key }) => key).sort()).toEqual(before.map(({ key }) => key).sort());
  });

  it('gives jobs of which the queue was never told: the process had died', async () => {
    const { jobs, queue } = recorder();
    const dead = { addMany: () => new Promise(() => {}) } as unknown as JobQueue;
    await bring(store().db, 'a', 30);
    void createSpool(store().db, dead).fill();
    await expect.poll(() => store().db.$count(screenJob)).toBe(30);
    await createSpool(store().db, queue).sweep();
    expect(await mailsOf(store().db, jobs)).toHaveLength(30);
  });

  it('tries again what the queue could not take', async () => {
    const { jobs, queue } = recorder();
    const down = { addMany: () => Promise.reject(new Error('away')) } as unknown as JobQueue;
    let current = down;
    const spool = createSpool(store().db, { addMany: (...job) => current.addMany(...job) } as JobQueue);
    await bring(store().db, 'a', 2);
    await expect(spool.fill()).rejects.toThrow('away');
    current = queue;
    await spool.fill();
    expect(jobs.map(({ key }) => key)).toEqual(['mail-1', 'mail-2']);
  });

  it('gives a mail of a batch a job of its own, which knows of the attempt before', async () => {
    const { jobs, queue } = recorder();
    const spool = createSpool(store().db, queue);
    await bring(store().db, 'a', 20);
    await spool.fill();
    const [{ key }] = jobs as [Told];
    await spool.setApart(key, { mails: [mailId('2')], tried: 1 });
    expect(jobs.at(-1)).toEqual({ lane: 'backlog', key: 'mail-2', payload: { mailId: '2' }, tried: 1 });
    expect((await mailsOfJob(store().db, key)).map(({ id }) => id)).toEqual(['1']);
    await spool.setApart(key, { mails: [mailId('2')], tried: 1 }); // once more, after a crash
    expect(jobs.filter((job) => job.key === 'mail-2')).toHaveLength(1);
  });

  it('forgets the job of a mail with its verdict', async () => {
    const { queue } = recorder();
    await bring(store().db, 'a', 2);
    await createSpool(store().db, queue).fill();
    await judge(store().db, '1');
    expect(
      await store()
        .db.select()
        .from(screenJob)
        .where(eq(screenJob.mailId, mailId('1'))),
    ).toEqual([]);
  });
});
