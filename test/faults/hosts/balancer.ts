import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A reverse proxy before several hosts, as a load balancer is: each request goes to the next one, and on to another where one is not there. */
export interface Balancer extends AsyncDisposable {
  readonly url: string;
}

/** @param ports of the hosts, on this machine */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  let turn = 0;
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    turn += 1;
    for (const offset of ports.keys())
      if (await passOn(incoming, Buffer.concat(chunks), ports[(turn + offset) % ports.length]!, outgoing)) return;
    outgoing.writeHead(502).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

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
