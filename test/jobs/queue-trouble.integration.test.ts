import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { watchQueue } from '../../src/health/index.ts';
import { JOB_NAMES, type JobQueue, openQueue } from '../../src/jobs/index.ts';
import { eventually } from '../support/eventually.ts';
import { describeWithServer, startRedis } from '../support/servers.ts';

const SOON_MS = 20_000; // of five looks one after the other that each take three seconds, on a machine that may do much else

describeWithServer('redis', 'a queue on Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let queue: JobQueue;
  const lines: { msg: string; trouble?: string; code?: string }[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const add = () => queue.addMany('screen', [{ key: 'mail-1', payload: { mailId: '1' } }]);
  const took = async (ask: () => Promise<unknown>) => {
    const began = performance.now();
    await ask();
    return performance.now() - began;
  };
  const look = () => Promise.allSettled([...JOB_NAMES.map((name) => queue.depth(name)), queue.server(), add()]);

  beforeAll(async () => {
    redis = await startRedis();
    queue = await openQueue({ kind: 'redis', url: redis.url }, { log, attempts: 3 });
  });
  afterAll(async () => {
    await queue.close();
    await redis.stop();
  });

  it('that is well says so', async () => {
    expect(await queue.trouble()).toBeNull();
  });

  it('that is paused keeps nobody waiting, and goes on', { timeout: 120_000 }, async () => {
    redis.pause();
    try {
      expect(await took(look)).toBeLessThan(SOON_MS);
      expect((await look()).every(({ status }) => status === 'rejected')).toBe(true);
      expect(await queue.trouble()).toBe('away');
    } finally {
      redis.resume();
    }
    await eventually(async () => (await queue.trouble()) === null);
    await add();
    expect(await queue.depth('screen')).toBe(1);
  });

  it('that is stopped keeps nobody waiting, and is told of once a minute', { timeout: 120_000 }, async () => {
    await redis.kill();
    using watch = watchQueue(queue, log, 50);
    for (let n = 0; n < 3; n++) expect(await took(look)).toBeLessThan(SOON_MS);
    expect(await queue.trouble()).toBe('away');
    await eventually(() => watch.state()?.trouble === 'away');
    await redis.restart();
    await eventually(() => watch.state() === null);
    // Paused and stopped, within a minute: a paused server is given up, too.
    expect(lines.filter(({ msg }) => msg.includes('lost its server'))).toHaveLength(1);
    expect(lines.filter(({ trouble }) => trouble !== undefined)).toMatchObject([{ trouble: 'away' }]);
    expect(lines.at(-1)).toMatchObject({ msg: 'the queue takes jobs again' });
  });

  it('that is full says that it takes nothing in, though it answers', { timeout: 120_000 }, async () => {
    const admin = new Redis(redis.url);
    await admin.config('SET', 'maxmemory-policy', 'noeviction');
    await admin.config('SET', 'maxmemory', '1mb');
    expect(await queue.depth('screen')).toBeGreaterThanOrEqual(0);
    await expect(add()).rejects.toThrow();
    expect(await queue.trouble()).toBe('refuses');
    await admin.config('SET', 'maxmemory', '0');
    expect(await queue.trouble()).toBeNull();
    admin.disconnect();
  });
});
