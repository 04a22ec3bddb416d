import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Image } from './buildah.ts';

const run = promisify(execFile);

/** A part of Komainu in a container. */
export interface Container {
  /** What it has written so far. */
  readonly output: () => string;
  readonly hasEnded: () => boolean;
  /** Runs our program beside it, in the same container, and gives its standard output. */
  exec(...args: string[]): Promise<string>;
  /** What a process in it is told by the kernel: user, capabilities, whether it may gain more. */
  status(): Promise<string>;
  /** SIGTERM, as an engine stops it; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** crun wants cgroups of the second kind, even to leave them alone; a mount that nobody else sees gives them on any machine. */
const ALONE = [
  '--mount',
  'sh',
  '-c',
  'umount -lR /sys/fs/cgroup && mount -t cgroup2 none /sys/fs/cgroup && exec crun "$@"',
  'crun',
];

interface Start {
  readonly name: string;
  readonly folder: string; // for what describes it
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Path in the container → folder or file of this machine; only what is `rw` may be written. */
  readonly mounts: Readonly<Record<string, { readonly from: string; readonly rw?: boolean }>>;
}

/** Whom the image runs as. */
export function userOf({ root, user }: Image): { readonly uid: number; readonly gid: number } {
  const line = readFileSync(join(root, 'etc/passwd'), 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${user}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error(`The image has no user ${user}.`);
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * Starts the image as a strict engine would: its own user, a root file system that nobody can write, no capabilities, no new privileges.
 * It shares the network of this machine, where its servers are.
 */
export async function startContainer(image: Image, { name, folder, args, env, mounts }: Start): Promise<Container> {
  const bundle = join(folder, name);
  const user = userOf(image);
  const variables = [...image.env, ...Object.entries(env).map(([key, value]) => `${key}=${value}`)];
  const process_ = {
    user,
    args: [...image.entrypoint, ...args],
    env: variables,
    cwd: '/app',
    capabilities: { bounding: [], effective: [], permitted: [], inheritable: [], ambient: [] },
    noNewPrivileges: true,
  };
  mkdirSync(bundle, { recursive: true });
  writeFileSync(
    join(bundle, 'config.json'),
    JSON.stringify({
      ociVersion: '1.0.2',
      process: process_,
      root: { path: image.root, readonly: true },
      mounts: [
        { destination: '/proc', type: 'proc', source: 'proc', options: ['nosuid', 'noexec', 'nodev'] },
        { destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'mode=755', 'size=64k'] },
        ...Object.entries(mounts).map(([destination, { from, rw = false }]) => ({
          ...{ destination, type: 'bind', source: from },
          options: ['bind', 'nosuid', 'nodev', rw ? 'rw' : 'ro'],
        })),
      ],
      linux: { namespaces: [{ type: 'mount' }, { type: 'pid' }, { type: 'ipc' }, { type: 'uts' }] },
    }),
  );
  const crun = [...ALONE, '--root', join(folder, 'crun'), '--cgroup-manager=disabled'];
  const child: ChildProcess = spawn('unshare', [...crun, 'run', '--bundle', bundle, name], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let hasEnded = false;
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => (output += text));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  void ended.then(() => (hasEnded = true));
  const within = async (...command: string[]) => {
    const options = ['--cwd', '/app', '--user', `${user.uid}:${user.gid}`];
    const { stdout } = await run('unshare', [
      ...crun,
      'exec',
      ...options,
      ...variables.flatMap((one) => ['--env', one]),
      name,
      ...command,
    ]);
    return stdout;
  };
  return {
    output: () => output,
    hasEnded: () => hasEnded,
    exec: (...words) => within(...image.entrypoint, ...words),
    status: () => within('cat', '/proc/1/status'),
    async stop() {
      await run('unshare', [...crun, 'kill', name, 'TERM']).catch(() => {}); // it may have ended by itself
      const [code] = await ended;
      await run('unshare', [...crun, 'delete', '--force', name]).catch(() => {});
      return code;
    },
  };
}
