import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { deliverTo } from './maildir.ts';
import { serverFolder, unprivileged } from './server-process.ts';

/**
 * A Courier with one mailbox, in plain text and signed in already (PREAUTH): its daemons look for their settings in /etc, but
 * the program that speaks IMAP needs none of them.
 */
export interface TestCourier {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  deliver(raw: Uint8Array): Promise<void>;
  stop(): Promise<void>;
}

/** Where the tests unpack it beside a Dovecot that is installed. */
export const COURIER_UNPACKED = '/var/cache/komainu-tests/courier';

/** The root of a file tree with a Courier that runs; null when there is none. */
export function findCourier(): string | null {
  const isThere = (root: string): boolean =>
    existsSync(join(root, 'usr/bin/maildirmake.courier')) &&
    /PREAUTH|BYE/.test(speak(root, { cwd: '/', env: {} }).stdout);
  return ['/', COURIER_UNPACKED].find(isThere) ?? null;
}

/** One session that ends at once. */
const speak = (root: string, run: { readonly cwd: string; readonly env: Record<string, string | undefined> }) =>
  spawnSync(join(root, 'usr/bin/imapd'), ['./Maildir'], {
    ...run,
    env: { ...run.env, ...environment(root) },
    input: 'a LOGOUT\r\n',
    encoding: 'utf8',
  });

function environment(root: string): Record<string, string> {
  const lib = join(root, 'usr/lib');
  const machine = readdirSync(lib).find((name) => name.endsWith('-linux-gnu')) ?? '.';
  return {
    LD_LIBRARY_PATH: [lib, join(lib, machine), join(lib, 'courier-authlib')].join(':'),
    AUTHENTICATED: 'taro',
    PROTOCOL: 'IMAP',
    IMAP_CAPABILITY: 'IMAP4rev1 UIDPLUS CHILDREN NAMESPACE IDLE',
    IMAP_EMPTYTRASH: '',
    IMAP_KEYWORDS: '1',
  };
}

export async function startCourier(): Promise<TestCourier> {
  const root = findCourier();
  if (root === null) throw new Error('Courier is not there.');
  const folder = serverFolder('courier');
  const run = { ...unprivileged(folder), env: { ...unprivileged(folder).env, ...environment(root) } };
  execFileSync(join(root, 'usr/bin/maildirmake.courier'), ['Maildir'], run);
  const sockets = new Set<Socket>();
  const ended: Promise<unknown>[] = []; // of every session: until then it writes into its Maildir
  const server = createServer((socket) => {
    const session = spawn(join(root, 'usr/bin/imapd'), ['./Maildir'], { ...run, stdio: ['pipe', 'pipe', 'ignore'] });
    sockets.add(socket);
    ended.push(new Promise((resolve) => session.once('close', resolve)));
    socket.on('error', () => {}).on('close', () => session.kill());
    session.stdin.on('error', () => {});
    session.on('error', () => socket.destroy());
    socket.pipe(session.stdin);
    session.stdout.pipe(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    user: 'taro',
    deliver: (raw) => deliverTo(join(folder, 'Maildir'), raw),
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await Promise.all([once(server, 'close'), ...ended]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
