import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { serverFolder, startServer, type TestServer, unprivileged } from './server-process.ts';
import { findProgram, freePort, isExecutable } from './system.ts';

const VERSION = 17; // the oldest that the tests run on
const HASTY = ['fsync', 'synchronous_commit', 'full_page_writes'].flatMap((name) => ['-c', `${name}=off`]);
const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** Folder with initdb and postgres of the oldest good version, null when there is none. */
export function findPostgres(): string | null {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER).map(Number) : [];
  const folders = versions
    .filter((version) => version >= VERSION)
    .sort((a, b) => a - b)
    .map((version) => join(DEBIAN_FOLDER, String(version), 'bin'));
  const inPath = findProgram('initdb');
  if (inPath !== null && versionOf(inPath) >= VERSION) folders.push(dirname(inPath));
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => isExecutable(join(folder, name)))) ?? null;
}

const versionOf = (program: string): number =>
  Number(/\d+/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[0] ?? 0);

/**
 * An empty PostgreSQL; `url` names a superuser who needs no password. By default what is committed survives a kill; one
 * that nobody kills need not wait for the disk.
 */
export async function startPostgres({ durable = true } = {}): Promise<TestServer & { readonly url: string }> {
  const programs = findPostgres();
  if (programs === null) throw new Error(`PostgreSQL ${VERSION} or newer is not installed.`);
  const folder = serverFolder('postgres');
  const data = join(folder, 'data');
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'komainu', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...unprivileged(folder), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const port = await freePort();
  const url = `postgres://komainu@127.0.0.1:${port}/postgres`;
  const server = await startServer({
    folder,
    command: [
      join(programs, 'postgres'),
      '-D',
      data,
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '-k',
      '',
      ...(durable ? [] : HASTY),
    ],
    stopSignal: 'SIGQUIT', // SIGTERM would wait for every client to leave
    ready: () => ping(url),
  });
  return { ...server, url };
}

async function ping(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end().catch(() => {});
  }
}
