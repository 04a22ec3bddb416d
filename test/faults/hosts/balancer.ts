import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A reverse proxy before several hosts, as a load balancer is: each request goes to the next one, and on to another where one is not there. */
export interface Balancer extends AsyncDisposable {
  readonly url: string;
}

const ASK_EVERY_MS = 1_000;
const ANSWER_WITHIN_MS = 2_000;

/**
 * @param ports of the hosts, on this machine
 * @param asks whether it asks each second who is ready (`/readyz`), and gives the others nothing
 */
export async function startBalancer(ports: readonly number[], { asks = false } = {}): Promise<Balancer> {
  let turn = 0;
  let ready = ports;
  const closing = new AbortController();
  const asking = asks ? ask() : null;
  async function ask(): Promise<void> {
    while (!closing.signal.aborted) {
      const well = await Promise.all(ports.map(isReady));
      ready = ports.filter((_, i) => well[i]);
      await pause(ASK_EVERY_MS, undefined, { signal: closing.signal }).catch(() => {});
    }
  }
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    turn += 1;
    const hosts = ready;
    for (const offset of hosts.keys())
      if (await passOn(incoming, Buffer.concat(chunks), hosts[(turn + offset) % hosts.length]!, outgoing)) return;
    outgoing.writeHead(503).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await asking;
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).then(
    ({ status }) => status === 200,
    () => false,
  );

/** @returns false when the host did not take the request: another may have it. What was cut off in its answer is cut off. */
function passOn({ method, url, headers }: IncomingMessage, body: Buffer, port: number, outgoing: ServerResponse) {
  return new Promise<boolean>((resolve) => {
    const { socket } = outgoing;
    const forwarded = { ...headers, 'x-forwarded-for': socket?.remoteAddress ?? '', connection: 'close' };
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers: forwarded }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.once('end', () => resolve(true)).once('error', () => resolve(true));
    });
    passed.once('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'ECONNREFUSED') return resolve(false);
      if (!outgoing.headersSent) outgoing.writeHead(502).end();
      resolve(true);
    });
    passed.end(body);
  });
}
