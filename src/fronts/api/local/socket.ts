import { once } from 'node:events';
import { lstat, mkdir, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { dirname } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { createAdaptorServer } from '@hono/node-server';
import { answers, type SocketAddress, socketAddress } from './socket-path.ts';

/** The socket cannot be had; the message says why in one sentence. */
export class SocketError extends Error {
  override readonly name = 'SocketError';
  readonly code = 'socket';
}

/**
 * Serves `app` on a unix socket that only its owner may open (mode 0600; its folder, when it is made here, 0700). A
 * socket left behind by a killed process is replaced. Disposing lets requests end, closes and removes the file.
 *
 * @throws SocketError when another process answers there, or the path holds something else.
 */
export async function serveLocalApi(
  app: { fetch(request: Request): Response | Promise<Response> },
  socketPath: string,
): Promise<AsyncDisposable> {
  await mkdir(dirname(socketPath), { recursive: true, mode: 0o700 });
  const address = await socketAddress(socketPath);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  try {
    await removeStale(address, socketPath);
    const listening = once(server, 'listening'); // rejects on 'error'
    withOwnerOnlyMask(() => server.listen(address.path));
    await listening;
  } catch (error) {
    await address[Symbol.asyncDispose]();
    throw error;
  }
  return {
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
      await rm(socketPath, { force: true });
      await address[Symbol.asyncDispose]();
    },
  };
}

/** The file is made inside `listen`, synchronously: with this mask nobody else can open it even for a moment. */
function withOwnerOnlyMask(listen: () => void): void {
  const mask = isMainThread ? process.umask(0o177) : null; // the process's own; a worker thread may not change it
  try {
    listen();
  } finally {
    if (mask !== null) process.umask(mask);
  }
}

async function removeStale(address: SocketAddress, socketPath: string): Promise<void> {
  const found = await lstat(address.path).catch(() => null);
  if (found === null) return;
  if (!found.isSocket()) throw new SocketError(`${socketPath} is in the way; remove it.`);
  if (await answers(address)) throw new SocketError(`Another komainu already listens on ${socketPath}.`);
  await rm(address.path);
}
