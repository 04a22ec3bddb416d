import { once } from 'node:events';
import { copyFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Db } from '../engine/db.ts';
import { SMALL } from '../engine/pglite-memory.ts';
import { makePrivate } from '../engine/private.ts';
import { dumpStore } from './backup.ts';
import type { FromCopier, ToCopier } from './dump-service.ts';

// Runs as a worker thread: copies an embedded database that goes on being written, and reads the copy.

const AT_ONCE = 128 * 1024; // UTF-16 units of lines in a message

const { path, aside, at } = workerData as { path: string; aside: string; at: Date };
const port = parentPort!;
const say = (message: FromCopier) => port.postMessage(message);
const told = async (): Promise<ToCopier> => (await once(port, 'message'))[0];

/** All but the log, and what belongs to the process that has the database open. */
const copyFiles = (): Promise<void> =>
  cp(path, aside, {
    recursive: true,
    filter: (from) => {
      const [first, ...below] = relative(path, from).split(sep);
      return first !== 'postmaster.pid' && (first !== 'pg_wal' || below.length === 0);
    },
  });

async function copyLog({ label, first, last }: { label: string; first: string; last: string }): Promise<void> {
  const log = join(path, 'pg_wal');
  for (const name of await readdir(log))
    if (/^[0-9A-F]{24}$/.test(name) && name >= first && name <= last)
      await copyFile(join(log, name), join(aside, 'pg_wal', name));
  await writeFile(join(aside, 'backup_label'), label);
  await makePrivate(aside);
}

async function readCopy(): Promise<void> {
  const client = await PGlite.create(aside, { startParams: SMALL });
  try {
    let lines: string[] = [];
    let size = 0;
    const flush = async () => {
      const more = told();
      say({ lines: lines.join('\n') });
      [lines, size] = [[], 0];
      await more;
    };
    await dumpStore(drizzle(client) as unknown as Db, at, async (line) => {
      lines.push(line);
      size += line.length;
      if (size > AT_ONCE) await flush();
    });
    if (lines.length > 0) await flush();
  } finally {
    await client.close();
  }
}

try {
  await rm(aside, { recursive: true, force: true }); // of a service that was killed
  await mkdir(aside, { mode: 0o700 });
  await copyFiles();
  const next = told();
  say('copied');
  const message = await next;
  if (message !== 'more') await copyLog(message.log);
  await readCopy();
  say('end');
} catch (error) {
  say({ failed: (error as Error).message });
}
