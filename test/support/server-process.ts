import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, fchownSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serverUser, temporaryFolder } from './system.ts';

/** A server that a test owns. After `stop()` nothing of it is left. */
export interface TestServer {
  /** SIGKILL to the server and its children; resolves when the server is gone. */
  kill(): Promise<void>;
  /** Starts it again, after `kill()` or while it runs, on the same port and the same data. */
  restart(): Promise<void>;
  /** SIGSTOP: it holds its connections and answers nothing, until `resume()`. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

export interface ServerCommand {
  readonly folder: string; // from serverFolder()
  readonly command: readonly [string, ...string[]];
  readonly stopSignal: 'SIGTERM' | 'SIGQUIT'; // stops without leaving shared memory behind
  /** Rejects as long as the server does not answer. */
  ready(): Promise<void>;
}

const READY_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 10_000;
const STARTS = 5; // after a kill -9, PostgreSQL refuses to start until the last of its children is gone

/** A temporary folder that belongs to the user the servers run as. */
export function serverFolder(kind: string): string {
  const folder = mkdtempSync(join(temporaryFolder(), `komainu-test-${kind}-`));
  const { ids } = serverUser();
  if (ids) chownSync(folder, ids.uid, ids.gid);
  return folder;
}

/** What a process run as the servers' user gets: no privileges, no environment of ours. */
export const unprivileged = (folder: string) => ({
  cwd: folder,
  env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8' },
  ...serverUser().ids,
});

/** Starts `server` and resolves when it answers; its folder is removed when it stops or this process ends. */
export async function startServer(server: ServerCommand): Promise<TestServer> {
  const guard = startGuard(server);
  let running = await start();

  async function start(): Promise<ChildProcess> {
    for (let attempt = 1; ; attempt++) {
      const child = spawnServer(server);
      guard.watch(child);
      if (await answers(server, child)) return child;
      await signal(child, 'SIGKILL');
      if (attempt < STARTS) continue;
      const output = readFileSync(join(server.folder, 'output.log'), 'utf8').slice(-2000);
      guard.end();
      throw new Error(`${server.command[0]} did not start:\n${output}`);
    }
  }

  return {
    kill: () => signal(running, 'SIGKILL'),
    pause: () => signalGroup(running.pid!, 'SIGSTOP'),
    resume: () => signalGroup(running.pid!, 'SIGCONT'),
    async restart() {
      await signal(running, server.stopSignal);
      running = await start();
    },
    async stop() {
      await signal(running, server.stopSignal);
      rmSync(server.folder, { recursive: true, force: true, maxRetries: 5 });
      guard.end();
    },
  };
}

function spawnServer({ folder, command: [program, ...args] }: ServerCommand): ChildProcess {
  const output = openSync(join(folder, 'output.log'), 'a');
  const { ids } = serverUser();
  if (ids) fchownSync(output, ids.uid, ids.gid); // Dovecot opens it again by itself
  const child = spawn(program, args, { ...unprivileged(folder), detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  child.on('error', () => {}); // answers() sees that it has no pid
  child.unref();
  return child;
}

async function answers(server: ServerCommand, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (child.pid !== undefined && !isGone(child) && Date.now() < deadline) {
    try {
      await server.ready();
      return true;
    } catch {
      await pause(30);
    }
  }
  await pause(300);
  return false;
}

const isGone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Sends `name` to the server's process group and waits until the server has ended, by SIGKILL at last. */
async function signal(child: ChildProcess, name: NodeJS.Signals): Promise<void> {
  if (child.pid === undefined) return;
  signalGroup(child.pid, name);
  const deadline = Date.now() + STOP_WITHIN_MS;
  while (!isGone(child) && Date.now() < deadline) await pause(10);
  signalGroup(child.pid, 'SIGKILL');
  while (!isGone(child)) await pause(10);
}

function signalGroup(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch {
    // nobody of the group is left
  }
}

/**
 * A shell that outlives this process, whatever ends it: when its standard input closes it stops the server named last
 * and removes the folder. Exit handlers alone would miss SIGTERM and SIGKILL, by which test runners end their workers.
 */
function startGuard({ folder, stopSignal }: ServerCommand): { watch(child: ChildProcess): void; end(): void } {
  const script = `while read -r line; do group=$line; done
    if [ -n "$group" ] && kill -s "$2" -- "-$group"; then sleep 1; kill -s KILL -- "-$group"; fi
    rm -rf "$1"`;
  const guard = spawn('sh', ['-c', script, 'guard', folder, stopSignal.slice(3)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  (guard.stdin as unknown as { unref(): void }).unref(); // a socket, typed as a plain stream
  return {
    watch: (child) => guard.stdin.write(`${child.pid ?? ''}\n`),
    end: () => guard.stdin.end('\n'),
  };
}
