import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { type Config, ConfigError } from '../config/index.ts';

export type Fetch = (request: Request, env: unknown) => Response | Promise<Response>;

/** Where people reach the review app, whoever serves it: one may follow another without an address that nobody answers at. */
export interface Door extends AsyncDisposable {
  readonly address: AddressInfo;
  /** Requests from here on are this one's; those before are answered by whoever had them. */
  serve(fetch: Fetch): void;
  /** Resolves when it has answered all it was asked, or takes too long for that. */
  answered(fetch: Fetch): Promise<void>;
}

const ANSWERED_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 50;

/** @throws ConfigError when the port is taken or may not be used. */
export async function openDoor({ web: { host, port } }: Pick<Config, 'web'>): Promise<Door> {
  let current: Fetch = () => new Response(null, { status: 503 }); // until somebody serves
  const inHand = new Map<Fetch, Set<Promise<unknown>>>();
  const server = createAdaptorServer({
    async fetch(request, env) {
      const fetch = current;
      const answering = (async () => fetch(request, env))();
      const own = inHand.get(fetch) ?? new Set();
      inHand.set(fetch, own.add(answering));
      return answering.finally(() => own.delete(answering));
    },
  }) as Server;
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`;
    throw new ConfigError(`${host}:${port} ${reason}. Set another web.port, or PORT in the environment.`, { cause });
  }
  return {
    address: server.address() as AddressInfo,
    serve(fetch) {
      current = fetch;
    },
    async answered(fetch) {
      const all = Promise.allSettled(inHand.get(fetch) ?? []);
      await Promise.race([all, sleep(ANSWERED_WITHIN_MS, undefined, { ref: false })]);
      inHand.delete(fetch);
    },
    [Symbol.asyncDispose]: () => close(server),
  };
}

/** Takes no more, answers what it was asked unless that takes too long, and ends what is still open. */
async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const answered = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS);
  await Promise.race([closed, sleep(ANSWERED_WITHIN_MS, undefined, { ref: false })]);
  clearInterval(answered);
  server.closeAllConnections();
  await closed;
}

export const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');

/** Where people reach the review app, as far as a process that does not serve it can know. */
export function webUrl({ web: { url, host, hosts, port } }: Config, servedPort = port): string {
  const name = host === '0.0.0.0' || host === '::' ? (hosts[0] ?? 'localhost') : host;
  return url ?? `http://${name.includes(':') ? `[${name}]` : name}:${servedPort}`;
}
