import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { type Config, ConfigError } from '../config/index.ts';

export type Fetch = (request: Request, env: unknown) => Response | Promise<Response>;

/** @throws ConfigError when the port is taken or may not be used. */
export async function listen({ web: { host, port } }: Config, fetch: Fetch): Promise<Server> {
  const server = createAdaptorServer({ fetch }) as Server;
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`;
    throw new ConfigError(`${host}:${port} ${reason}. Set another web.port, or PORT in the environment.`, { cause });
  }
  return server;
}

/** Ends open connections too. */
export async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

export const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');

/** Where people reach the review app, as far as a process that does not serve it can know. */
export function webUrl({ web: { url, host, hosts, port } }: Config, servedPort = port): string {
  const name = host === '0.0.0.0' || host === '::' ? (hosts[0] ?? 'localhost') : host;
  return url ?? `http://${name.includes(':') ? `[${name}]` : name}:${servedPort}`;
}
