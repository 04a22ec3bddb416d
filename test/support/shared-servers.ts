import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { openStore } from '../../src/store/index.ts';
import { startPostgres } from './postgres.ts';

/** Database of the shared PostgreSQL that holds all tables and no row, for others to be copied from. */
export const EMPTY_DATABASE = 'komainu_empty';

interface Shared {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Servers that test files share, each started when the first file asks for it. Files run in processes that come and go,
 * so the process of the whole run owns them and is asked over HTTP.
 */
export async function serveSharedServers(): Promise<Shared> {
  const running = new Map<string, Promise<Shared>>();
  const starts: Readonly<Record<string, () => Promise<Shared>>> = { '/postgres': startSharedPostgres };
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const start = starts[path];
    if (start === undefined) return void response.writeHead(404).end();
    try {
      const started = running.get(path) ?? start();
      running.set(path, started);
      response.end((await started).url);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      for (const started of running.values()) await started.then((one) => one.stop()).catch(() => {});
    },
  };
}

async function startSharedPostgres(): Promise<Shared> {
  const server = await startPostgres({ durable: false });
  await query(server.url, `create database ${EMPTY_DATABASE}`);
  const empty = await openStore({ kind: 'postgres', url: databaseUrl(server.url, EMPTY_DATABASE) }, tmpdir());
  await empty.close(); // a database that somebody is connected to cannot be copied
  return { url: server.url, stop: () => server.stop() };
}

/** The same server, another database. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = name;
  return other.href;
}

/** One statement over a connection of its own, and its rows. */
export async function query(connectionString: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {}); // a server that dies is told by the query
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
