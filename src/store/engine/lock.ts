import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError, StoreLockedError } from './errors.ts';
import { type ShortPath, shortPath } from './short-path.ts';

/**
 * The exclusive lock on a data directory. PGlite has none, and two processes on one directory lose rows silently.
 *
 * Announce, then look: a process first listens on a unix socket of its very own name in `<directory>/lock/`, then
 * looks whether another one listens there, and if so withdraws. Of two processes the one that looks last sees the
 * other, so they never both own. When a process dies, kill -9 included, the kernel closes its socket; the file that is
 * left refuses connections and anyone may delete it, for its name is never used again. So there is no stale lock to
 * take over, no race for it, and no pid that means another process by now. It also holds between containers on one
 * machine that share the directory, not between machines that share it over a network.
 */
export interface DirectoryLock {
  release(): Promise<void>;
}

const SOON_MS = 400; // two that start together may both withdraw; an owner that is shutting down may need a moment
const LONGEST_PAUSE_MS = 150;

/**
 * @param patienceMs how long to wait for an owner to let go of it.
 * @throws StoreLockedError when another live process owns the directory, StoreError when it cannot be written.
 */
export async function lockDirectory(directory: string, patienceMs = SOON_MS): Promise<DirectoryLock> {
  const folder = join(directory, 'lock');
  let near: ShortPath;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    near = await shortPath(folder);
  } catch (cause) {
    throw unwritable(directory, cause);
  }
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const name = `${randomUUID().slice(0, 13)}.sock`;
    const server = await announce(join(near.path, name)).catch(async (cause) => {
      await near.release();
      throw unwritable(directory, cause);
    });
    const withdraw = async () => {
      server.close();
      await rm(join(folder, name), { force: true });
    };
    if (await isAlone(near.path, name)) {
      return {
        release: async () => {
          await withdraw();
          await near.release();
        },
      };
    }
    await withdraw();
    if (Date.now() > deadline) break;
    await sleep(Math.random() * LONGEST_PAUSE_MS);
  }
  await near.release();
  throw new StoreLockedError(
    `${directory}: another komainu process uses this directory. Stop it, or give this one another store.path.`,
  );
}

async function announce(path: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy()).listen(path);
  server.unref(); // the lock lasts as long as the process, not the other way round
  await once(server, 'listening');
  return server;
}

/** Looks at everyone who announced, and deletes what the dead have left. */
async function isAlone(folder: string, own: string): Promise<boolean> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sock'));
  let alone = names.includes(own); // else another saw us between bind and listen, and took us for dead
  for (const name of names.filter((other) => other !== own)) {
    const path = join(folder, name);
    if (await isListening(path)) alone = false;
    else await rm(path, { force: true });
  }
  return alone;
}

function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => answer(true));
    // Any other error, such as a full backlog, says nothing about death: rather refuse than share.
    socket.once('error', (error: NodeJS.ErrnoException) =>
      answer(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'),
    );
  });
}

function unwritable(directory: string, cause: unknown): StoreError {
  const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
  return new StoreError(`${directory}: cannot be written${code}. Give it to the user that runs komainu.`, { cause });
}
