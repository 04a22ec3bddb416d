import { expect, it } from 'vitest';
import type { JobQueue } from '../../../src/jobs/index.ts';
import { createSpool, WINDOW } from '../../../src/screening/job/spool.ts';
import { type Db, sourceState, writeUnreadable } from '../../../src/store/index.ts';
import { at } from '../../store/samples.ts';
import { describeStores } from '../../store/stores.ts';
import { mailId } from '../../support/ids.ts';

/** Remembers which mails were given a job, in order, and forgets a key that is there already as a queue does. */
function recorder() {
  const jobs: string[] = [];
  const queue = {
    addMany: async (_: string, more: readonly { payload: { mailId: string } }[]) => {
      for (const { payload } of more) if (!jobs.includes(payload.mailId)) jobs.push(payload.mailId);
    },
  } as unknown as JobQueue;
  return { jobs, queue };
}

async function bring(db: Db, source: string, mails: number, from = 0): Promise<void> {
  const deliveries = Array.from({ length: mails }, (_, index) => ({
    uidValidity: 1n,
    uid: from + index + 1,
    receivedAt: at(0),
    raw: new Uint8Array(1),
  }));
  await sourceState(db, source).commit(deliveries, { uidValidity: 1n, lastUid: from + mails });
}

const judge = (db: Db, id: string) => writeUnreadable(db, { mailId: mailId(id), at: at(1), reason: 'test' });

describeStores('the spool', (store) => {
  it('gives jobs to a window of mails, and to the next ones as those are judged', async () => {
    const { jobs, queue } = recorder();
    const spool = createSpool(store().db, queue);
    await bring(store().db, 'flood', WINDOW + 10);
    await spool.fill();
    expect(jobs).toHaveLength(WINDOW);
    for (const id of jobs.slice(0, 4)) await judge(store().db, id);
    await spool.fill();
    expect(jobs).toHaveLength(WINDOW + 4);
  });

  it('lets no mail of one source wait behind a flood in another', async () => {
    const { jobs, queue } = recorder();
    const spool = createSpool(store().db, queue);
    await bring(store().db, 'flood', 3 * WINDOW);
    await spool.fill();
    await bring(store().db, 'quiet', 2);
    await bring(store().db, 'flood', 50, 3 * WINDOW);
    await spool.fill();
    expect(jobs.slice(WINDOW)).toEqual([String(3 * WINDOW + 1), String(3 * WINDOW + 2)]);
  });

  it('takes the sources in turn, each from its oldest mail on', async () => {
    const { jobs, queue } = recorder();
    await bring(store().db, 'a', 3);
    await bring(store().db, 'b', 2);
    await bring(store().db, 'c', 1);
    await createSpool(store().db, queue).sweep();
    expect(jobs).toEqual(['1', '4', '6', '2', '5', '3']);
  });

  it('gives all of them jobs anew when the queue was emptied', async () => {
    const { jobs, queue } = recorder();
    const spool = createSpool(store().db, queue);
    await bring(store().db, 'a', 3);
    await spool.fill();
    jobs.length = 0;
    await spool.fill();
    expect(jobs).toEqual([]); // it cannot know
    await spool.sweep();
    expect(jobs).toEqual(['1', '2', '3']);
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
    expect(jobs).toEqual(['1', '2']);
  });
});
