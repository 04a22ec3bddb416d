import { Worker } from 'node:worker_threads';
import { loadIpadic } from '../../text/index.ts';
import type { AbortCode } from '../aborted-attempt.ts';
import type { FromThread, FromWorkerProcess, ToThread, ToWorkerProcess, WorkerProcessArguments } from './protocol.ts';

// Runs as a process of its own: loads kuromoji's dictionary once, starts threads that share it, and passes messages on.

const { thread: file, threads: most, heapMb, processMb, idleMs }: WorkerProcessArguments = JSON.parse(process.argv[2]!);
const WATCH_MEMORY_MS = 200;

type Told<K extends ToWorkerProcess['kind']> = Extract<ToWorkerProcess, { kind: K }>;
type GivenRules = Extract<ToThread, { kind: 'rules' }>;

interface Thread {
  readonly worker: Worker;
  rules: GivenRules | null; // the last it was given
  state: 'warming' | 'idle' | 'busy';
  attempt: number | null; // while busy
  since: number; // when its state began, in milliseconds
}

// The service is gone, or goes while we start. An orderly end would wait for threads that loop.
const die = () => void process.kill(process.pid, 'SIGKILL');
process.on('disconnect', die);
if (!process.connected) die();
// Meant for the service, which ends us when its jobs are done.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});

const ipadic = await loadIpadic();
const threads = new Set<Thread>();
const queue: Told<'mail'>[] = [];
let rules: GivenRules | null = null;

const send = (message: FromWorkerProcess): void => void process.send?.(message, () => {});
const busyWith = (id: number): Thread | undefined => [...threads].find(({ attempt }) => attempt === id);
const inState = (state: Thread['state']): Thread[] => [...threads].filter((thread) => thread.state === state);

function start(): void {
  const resourceLimits = { maxOldGenerationSizeMb: heapMb };
  const worker = new Worker(file, { workerData: ipadic, resourceLimits });
  const thread: Thread = { worker, rules: null, state: 'warming', attempt: null, since: performance.now() };
  worker.on('message', (reply: FromThread) => hear(thread, reply));
  worker.on('error', (error: NodeJS.ErrnoException) =>
    lose(thread, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash'),
  );
  worker.on('exit', () => lose(thread, 'crash'));
  threads.add(thread);
  release(thread);
}

function hear(thread: Thread, reply: FromThread): void {
  if (!threads.has(thread)) return; // its last words before it was killed
  if (reply.kind !== 'ready') send(reply);
  if (reply.kind !== 'asks') release(thread);
}

/** Has nothing in hand: it takes the next mail, after newer rules if there are any. */
function release(thread: Thread): void {
  const upToDate = thread.rules === rules;
  thread.attempt = null;
  thread.since = performance.now();
  thread.state = upToDate ? 'idle' : 'warming';
  thread.rules = rules;
  if (!upToDate) thread.worker.postMessage(rules);
  assign();
}

function assign(): void {
  for (const thread of inState('idle')) {
    const mail = queue.shift();
    if (mail === undefined) return;
    thread.state = 'busy';
    thread.attempt = mail.id;
    send({ kind: 'begins', id: mail.id });
    thread.worker.postMessage(mail);
  }
  while (queue.length > inState('warming').length && threads.size < most) start();
}

/** A thread that cannot even start fails the mail that waits for it, so that it is not started for ever. */
function lose(thread: Thread, code: AbortCode): void {
  if (!threads.delete(thread)) return;
  const attempt = thread.attempt ?? (thread.state === 'warming' ? queue.shift()?.id : null) ?? null;
  if (attempt !== null) send({ kind: 'died', id: attempt, code });
  if (thread.state === 'busy') start();
  assign();
}

process.on('message', (message: ToWorkerProcess) => {
  switch (message.kind) {
    case 'rules':
      rules = { kind: 'rules', rules: { tables: shared(message.tables), timeZone: message.timeZone } };
      for (const thread of inState('idle')) release(thread);
      if (threads.size === 0) start();
      break;
    case 'mail':
      queue.push(message);
      assign();
      break;
    case 'history': {
      const thread = busyWith(message.id);
      if (thread === undefined) send({ kind: 'died', id: message.id, code: 'crash' });
      else thread.worker.postMessage(message);
      break;
    }
    case 'let-go': {
      const thread = busyWith(message.id);
      if (thread !== undefined) release(thread);
      break;
    }
    case 'kill': {
      const waiting = queue.findIndex(({ id }) => id === message.id);
      if (waiting >= 0) queue.splice(waiting, 1);
      const thread = busyWith(message.id);
      if (thread === undefined) break;
      threads.delete(thread);
      void thread.worker.terminate();
      start();
      break;
    }
  }
});

/** A copy that all threads read. */
function shared(bytes: Uint8Array): SharedArrayBuffer {
  const copy = new SharedArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** A heap that is not used stays as large as it was; the next mail starts a thread in a fraction of a second. */
function endIdle(): void {
  const [longest] = inState('idle').sort((a, b) => a.since - b.since);
  if (longest === undefined || performance.now() - longest.since < idleMs) return;
  threads.delete(longest);
  void longest.worker.terminate();
}

// Buffers lie outside the heaps that V8 limits.
setInterval(() => {
  if (process.memoryUsage.rss() > processMb * 1024 * 1024) die();
  endIdle();
}, WATCH_MEMORY_MS);
