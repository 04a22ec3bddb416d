import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';
import { shipped } from '../../util/paths.ts';
import type { Store } from '../engine/db.ts';
import { StoreError } from '../engine/errors.ts';
import { keepingLog } from '../engine/tidy.ts';
import { dumpStore } from './backup.ts';

/** What the thread is told: to copy the files, then to copy the log and give the lines, then to go on with them. */
export type ToCopier =
  | { readonly log: { readonly label: string; readonly first: string; readonly last: string } }
  | 'more';

/** What it says: that the files are copied, lines, that there are no more, or why there are none. */
export type FromCopier = 'copied' | 'end' | { readonly lines: string } | { readonly failed: string };

/**
 * `dumpStore` of a store that goes on serving: a call of `write` may carry several lines. PostgreSQL has a session for it. PGlite has only one, in which
 * everybody else would wait for the end. So its files are copied while it goes on writing, as PostgreSQL's own online backup does, and another
 * thread opens the copy, brings it to one moment by the log of that time, and reads it.
 *
 * @throws StoreError when the copy cannot be made (there must be room for a second store) or one is being made already
 */
export async function dumpService(
  { db, engine }: Pick<Store, 'db' | 'engine'>,
  at: Date,
  write: (lines: string) => Promise<void>,
): Promise<void> {
  if (engine.kind === 'postgres') return dumpStore(db, at, write);
  const { client } = engine;
  const path = client.dataDir!;
  const aside = `${path}.copy`;
  await keepingLog(client, async (closing) => {
    await client.query(`select pg_backup_start('komainu', true)`); // before the first file is copied
    const thread = new Worker(shipped('dist/store/upkeep/copy-thread.js'), { workerData: { path, aside, at } });
    const stop = () => void thread.terminate();
    if (closing.aborted) stop();
    closing.addEventListener('abort', stop);
    try {
      await copyAndRead(client, thread, write);
    } finally {
      await thread.terminate();
      await rm(aside, { recursive: true, force: true });
    }
  }).catch((cause: unknown) => {
    throw new StoreError('The store could not be copied. There must be room for a second one beside it.', { cause });
  });
}

async function copyAndRead(client: PGlite, thread: Worker, write: (lines: string) => Promise<void>): Promise<void> {
  const heard = messagesOf(thread);
  const tell = (message: ToCopier) => thread.postMessage(message);
  let isCopied = false;
  try {
    isCopied = (await heard.next()) === 'copied';
  } finally {
    const log = await stopCopying(client);
    if (isCopied) tell({ log });
  }
  for (;;) {
    const message = await heard.next();
    if (message === 'end') return;
    if (typeof message !== 'object' || 'failed' in message) throw new Error(JSON.stringify(message));
    await Promise.race([write(message.lines), heard.ended]); // nobody may be reading any more
    tell('more');
  }
}

/** What the copy needs of the log, and where it begins. */
async function stopCopying(client: PGlite): Promise<{ label: string; first: string; last: string }> {
  const [row] = (
    await client.query<{ label: string; last: string }>(
      `select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(false)`,
    )
  ).rows;
  const { label, last } = row!;
  return { label, first: /\(file ([0-9A-F]{24})\)/.exec(label)![1]!, last };
}

/** One message after the other, until the thread has ended: `ended` rejects then, and `next` when all have been heard. */
function messagesOf(thread: Worker): { next(): Promise<FromCopier>; readonly ended: Promise<never> } {
  const messages: FromCopier[] = [];
  let wake: () => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    const end = (cause: unknown) => reject(new Error('The thread that reads the copy has ended.', { cause }));
    thread.on('error', end);
    thread.on('exit', end);
  });
  ended.catch(() => {}); // whoever waits for something is told
  thread.on('message', (message: FromCopier) => {
    messages.push(message);
    wake();
  });
  return {
    ended,
    async next() {
      if (messages.length === 0) {
        const more = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await Promise.race([more, ended]);
      }
      return messages.shift()!;
    },
  };
}
