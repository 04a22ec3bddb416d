import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { databaseUrl, EMPTY_DATABASE, query } from './shared-servers.ts';

/**
 * A database of one's own on the PostgreSQL that all test files share, with all tables and no row, or nothing at all. For tests that kill or
 * restart the server there is `startPostgres`.
 */
export async function createDatabase({
  migrated = true,
} = {}): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = await sharedServer('postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await query(server, `create database ${name} template ${migrated ? EMPTY_DATABASE : 'template0'}`);
  return {
    url: databaseUrl(server, name),
    stop: async () => void (await query(server, `drop database ${name} with (force)`)),
  };
}

/** @throws when the server does not start. */
async function sharedServer(kind: 'postgres'): Promise<string> {
  const response = await fetch(`${inject('sharedServers')}/${kind}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`The shared ${kind} did not start: ${text}`);
  return text;
}
