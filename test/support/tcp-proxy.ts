import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A proxy before a server that speaks in plain text, for what real servers do on bad days. It offers no compression. */
export interface TcpProxy {
  readonly port: number;
  /** What clients have said, line by line. */
  readonly said: string[];
  /** From the next connection on: hang up after so many bytes of the server's; null: do not. */
  cutAfter: number | null;
  /** Bytes the server has sent over the last connection. */
  readonly sent: number;
  stop(): Promise<void>;
}

/** @param hidden a capability of the server's that clients shall not know */
export async function startProxy(target: number, hidden: string | null = null): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const said: string[] = [];
  const state = { cutAfter: null as number | null, sent: 0 };
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    const limit = state.cutAfter;
    let sent = 0;
    const hangUp = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', hangUp).on('close', hangUp);
    }
    client.on('data', (chunk) => {
      said.push(
        ...chunk
          .toString('latin1')
          .split('\r\n')
          .filter((line) => line !== ''),
      );
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      const bytes = Buffer.from(without(chunk.toString('latin1'), ['COMPRESS=DEFLATE', hidden]), 'latin1');
      const rest = limit === null ? bytes : bytes.subarray(0, Math.max(0, limit - sent));
      sent += bytes.length;
      state.sent = sent;
      if (limit !== null && sent >= limit) client.end(rest);
      else client.write(rest);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    said,
    get cutAfter() {
      return state.cutAfter;
    },
    set cutAfter(bytes) {
      state.cutAfter = bytes;
    },
    get sent() {
      return state.sent;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const without = (text: string, words: readonly (string | null)[]): string =>
  words.reduce<string>((rest, word) => (word === null ? rest : rest.replaceAll(` ${word}`, '')), text);

/** An IMAP server that says `greeting`, and to each command what `answer` gives. */
export async function startFakeImap(greeting: string, answer: (tag: string, command: string) => string) {
  const server = createServer((client) => {
    client.on('error', () => {});
    client.write(`${greeting}\r\n`);
    if (greeting.startsWith('* BYE')) client.end();
    client.on('data', (chunk) => {
      for (const line of chunk
        .toString('latin1')
        .split('\r\n')
        .filter((one) => one !== '')) {
        const [tag = '', command = ''] = line.split(' ');
        client.write(`${answer(tag, command.toUpperCase())}\r\n`);
      }
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { port: (server.address() as AddressInfo).port, stop: async () => void server.close() };
}
