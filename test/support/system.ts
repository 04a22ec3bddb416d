import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

/** Absolute path of a program, searched in PATH and where Debian keeps daemons; null when there is none. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/bin'];
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whom the servers run as: never root. `ids` is null when this process is unprivileged itself. */
export interface ServerUser {
  readonly user: string;
  readonly group: string;
  readonly ids: { readonly uid: number; readonly gid: number } | null;
}

export function serverUser(): ServerUser {
  const mine = userInfo();
  if (mine.uid !== 0) return { user: mine.username, group: groupName(mine.gid), ids: null };
  const [, , uid, gid] = entries('/etc/passwd').find(([name]) => name === 'nobody') ?? [];
  if (uid === undefined || gid === undefined) throw new Error('No user "nobody" to run test servers as.');
  return { user: 'nobody', group: groupName(Number(gid)), ids: { uid: Number(uid), gid: Number(gid) } };
}

/** root's own TMPDIR may lie where an unprivileged user cannot go. */
export const temporaryFolder = (): string => (userInfo().uid === 0 ? (memoryFolder() ?? '/tmp') : tmpdir());

const MEMORY = '/dev/shm';
const ROOM = 4 * 1024 ** 3; // bytes

/**
 * A folder in memory for what tests write and remove again; null where there is none with room. Each store is 1,400 files, and a disk
 * takes some fifty times the work for them.
 */
export function memoryFolder(): string | null {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM ? MEMORY : null;
  } catch {
    return null;
  }
}

const groupName = (gid: number): string =>
  entries('/etc/group').find(([, , id]) => id === String(gid))?.[0] ?? String(gid);

const entries = (file: string): string[][] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.split(':'))
    : [];

/**
 * A free port below the range from which systems take the local end of outgoing connections. Inside it, a client that
 * calls a server that is down can be given that very port, reach itself, and keep the server from coming back.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 17_000);
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
