import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Handler, type JobName, type JobQueue, openQueue, type ScreenPayload } from '../../src/jobs/index.ts';
import { eventually } from '../support/eventually.ts';
import { describeWithServer, startRedis } from '../support/servers.ts';
import { contents, describeBackends } from './backends.ts';

const log = pino({ level: 'silent' });
const ATTEMPTS = 3;
const one = { key: 'mail-1' };

const idOf = (payload: ScreenPayload): string => ('mailId' in payload ? payload.mailId : '');

const add = (queue: JobQueue, name: JobName, payload: { mailId: string }, { key }: { key: string }): Promise<void> =>
  queue.addMany(name, [{ key, payload }]);

/** A promise and the way to end it from outside. */
function gate(): { passed: Promise<void>; open(): void } {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

describeBackends('a queue', (backend) => {
  let opened: Awaited<ReturnType<ReturnType<typeof backend>['open']>>;
  let queue: JobQueue;
  const workers: AsyncDisposable[] = [];
  const open = async () => {
    opened = await backend().open();
    queue = await openQueue(opened.backend, { log, attempts: ATTEMPTS });
  };
  const close = async () => {
    for (const worker of workers.splice(0)) await worker[Symbol.asyncDispose]();
    await queue.close();
    await opened.close();
  };
  const work = async (handle: Handler<'screen'>, concurrency = 1) => {
    const worker = await queue.work('screen', handle, { concurrency });
    workers.push(worker);
    return worker;
  };
  const isEmpty = async () => (await queue.depth('screen')) === 0;
  beforeEach(open);
  afterEach(close);

  it('gives a job to the worker and forgets it when it is done', async () => {
    const seen: unknown[] = [];
    await work(async (payload, attempt) => void seen.push(payload, attempt));
    await add(queue, 'screen', { mailId: '77' }, { key: 'mail-77' });
    await eventually(() => seen.length > 0);
    await eventually(isEmpty);
    expect(seen).toEqual([{ mailId: '77' }, { number: 1, last: false }]);
  });

  it('names the server that it needs besides the database', async () => {
    expect(await queue.server()).toEqual(
      backend().kind === 'redis' ? expect.stringMatching(/^(Redis|Valkey) \d+\.\d/) : null,
    );
  });

  it('keeps the two kinds of jobs apart', async () => {
    await add(queue, 'mark', { mailId: '5' }, { key: 'mark-5' });
    expect([await queue.depth('screen'), await queue.depth('mark')]).toEqual([0, 1]);
    const marking = await queue.work('mark', async () => {}, { concurrency: 1 });
    await eventually(async () => (await queue.depth('mark')) === 0);
    await marking[Symbol.asyncDispose]();
  });

  it('counts jobs that wait, run and wait for another attempt', async () => {
    const running = gate();
    const end = gate();
    await work(async (payload, { number }) => {
      if (idOf(payload) === '1' && number === 1) throw new Error('again');
      running.open();
      await end.passed;
    });
    await add(queue, 'screen', { mailId: '1' }, one);
    await queue.addMany('screen', [
      { key: 'mail-2', payload: { mailId: '2' } },
      { key: 'mail-3', payload: { mailId: '3' } },
    ]);
    await running.passed;
    expect(await queue.depth('screen')).toBe(3);
    expect(await queue.counts('screen')).toEqual({ waiting: 1, active: 1, failed: 1 });
    end.open();
    await eventually(isEmpty);
  });

  it('takes a key that waits or runs once only, by one or by many', async () => {
    const running = gate();
    const end = gate();
    let runs = 0;
    await add(queue, 'screen', { mailId: '1' }, one);
    await add(queue, 'screen', { mailId: '1' }, one);
    expect(await queue.depth('screen')).toBe(1);
    await work(async () => {
      runs++;
      running.open();
      await end.passed;
    });
    await running.passed;
    await add(queue, 'screen', { mailId: '1' }, one);
    await queue.addMany('screen', [{ ...one, payload: { mailId: '1' } }]);
    expect(await queue.depth('screen')).toBe(1);
    end.open();
    await eventually(isEmpty);
    expect(runs).toBe(1);
  });

  it('takes a finished key again', async () => {
    let runs = 0;
    await work(async () => void runs++);
    for (let round = 1; round <= 3; round++) {
      await add(queue, 'screen', { mailId: '1' }, one);
      await eventually(async () => runs === round && (await isEmpty()));
    }
  });

  it('tries a failing job again, says which attempt is the last, and forgets it then', async () => {
    const attempts: object[] = [];
    await work(async (_, attempt) => {
      attempts.push(attempt);
      throw new Error('fails');
    });
    await add(queue, 'screen', { mailId: '1' }, one);
    await eventually(async () => attempts.length === ATTEMPTS && (await isEmpty()));
    expect(attempts).toEqual([
      { number: 1, last: false },
      { number: 2, last: false },
      { number: 3, last: true },
    ]);
    await add(queue, 'screen', { mailId: '1' }, one);
    await eventually(() => attempts.length > ATTEMPTS);
    expect(attempts[ATTEMPTS]).toEqual({ number: 1, last: false });
    await eventually(isEmpty);
  });

  it('keeps the code of a failure, never its words', async () => {
    await work(async (_, { last }) => {
      if (!last) throw Object.assign(new Error('words-of-a-mail'), { code: 'E_TEST' });
    });
    await add(queue, 'screen', { mailId: '1' }, one);
    await eventually(async () => (await contents(opened.backend)).includes('E_TEST'));
    expect(await contents(opened.backend)).not.toContain('words-of-a-mail');
    await eventually(isEmpty);
  });

  it('runs as many jobs at a time as it may', async () => {
    let running = 0;
    let most = 0;
    await queue.addMany(
      'screen',
      Array.from({ length: 12 }, (_, n) => ({ key: `mail-${n}`, payload: { mailId: String(n) } })),
    );
    await work(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running--;
    }, 3);
    await eventually(isEmpty);
    expect(most).toBe(3);
  });

  it('waits for the job in hand when a worker is disposed, and starts no other', async () => {
    const running = gate();
    const end = gate();
    const done: string[] = [];
    const worker = await work(async (payload) => {
      running.open();
      await end.passed;
      done.push(idOf(payload));
    });
    await add(queue, 'screen', { mailId: '1' }, one);
    await running.passed;
    await add(queue, 'screen', { mailId: '2' }, { key: 'mail-2' });
    const disposed = worker[Symbol.asyncDispose]();
    end.open();
    await disposed;
    expect(done).toEqual(['1']);
    expect(await queue.depth('screen')).toBe(1);
    await work(async (payload) => void done.push(idOf(payload)));
    await eventually(isEmpty);
    expect(done).toEqual(['1', '2']);
  });

  it('hands the job of a worker that was killed with -9 to another, as a further attempt', async () => {
    const program = fileURLToPath(new URL('queue-child.mjs', import.meta.url));
    if (backend().kind === 'pglite') await close();
    else await add(queue, 'screen', { mailId: '1' }, one);
    const child = spawn(process.execPath, [program, ...backend().arguments], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    if (backend().kind === 'pglite') await open();
    expect(await queue.depth('screen')).toBe(1);
    const attempts: object[] = [];
    await work(async (_, attempt) => void attempts.push(attempt));
    await eventually(isEmpty);
    expect(attempts).toEqual([{ number: 2, last: false }]);
  });

  it('goes on after its server was killed and started again', async ({ skip }) => {
    const { away } = backend();
    if (away === null) return skip('PGlite runs inside the process');
    const seen: string[] = [];
    await work(async (payload) => void seen.push(idOf(payload)));
    await add(queue, 'screen', { mailId: '1' }, one);
    await eventually(isEmpty);
    await away(async () => {});
    await eventually(() =>
      add(queue, 'screen', { mailId: '2' }, { key: 'mail-2' }).then(
        () => true,
        () => false,
      ),
    );
    await eventually(() => seen.includes('2'));
    await eventually(isEmpty);
  });

  it('refuses to add while its server is away, instead of waiting for ever', async ({ skip }) => {
    const { away } = backend();
    if (away === null) return skip('PGlite runs inside the process');
    await away(async () => {
      await expect(add(queue, 'screen', { mailId: '1' }, one)).rejects.toThrow();
    });
    await work(async () => {});
    await eventually(() => isEmpty().catch(() => false));
  });

  it('ends its worker while its server is away, and does not wait for it to come back', async ({ skip }) => {
    const { away } = backend();
    if (away === null) return skip('PGlite runs inside the process');
    const worker = await work(async () => {});
    await away(async () => {
      await pause(1_500); // it tries to connect again, and waits between two attempts
      await worker[Symbol.asyncDispose]();
    });
  });
});

describeWithServer('redis', 'a queue on Redis', () => {
  it('goes on after everything in it was deleted, when the jobs are added again', async () => {
    const server = await startRedis();
    const queue = await openQueue({ kind: 'redis', url: server.url }, { log, attempts: ATTEMPTS });
    const running = gate();
    const end = gate();
    const seen: string[] = [];
    const worker = await queue.work(
      'screen',
      async (payload) => {
        running.open();
        if (seen.push(idOf(payload)) === 1) await end.passed;
      },
      { concurrency: 1 },
    );
    await add(queue, 'screen', { mailId: '1' }, one);
    await running.passed;
    await add(queue, 'screen', { mailId: '2' }, { key: 'mail-2' });
    const redis = new Redis(server.url);
    await redis.flushall();
    expect(await queue.depth('screen')).toBe(0);
    end.open();
    for (const mailId of ['1', '2', '3']) await add(queue, 'screen', { mailId }, { key: `mail-${mailId}` });
    await eventually(async () => seen.includes('2') && seen.includes('3') && (await queue.depth('screen')) === 0);
    await worker[Symbol.asyncDispose]();
    await redis.quit();
    await queue.close();
    await server.stop();
  });

  it('that does not answer is refused in one sentence without the password', async () => {
    const opening = openQueue({ kind: 'redis', url: 'redis://:secret@127.0.0.1:1' }, { log, attempts: 1 });
    await expect(opening).rejects.toMatchObject({ name: 'QueueError', message: expect.not.stringContaining('secret') });
  });
});
