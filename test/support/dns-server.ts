import { createSocket } from 'node:dgram';
import { promises as dns } from 'node:dns';
import { once } from 'node:events';

/** What a name has: addresses, servers for its mail with their priority, services, and the name that an address has. */
export interface TestRecords {
  readonly a?: readonly string[];
  readonly mx?: readonly (readonly [priority: number, exchange: string])[];
  readonly srv?: readonly (readonly [port: number, host: string])[];
  readonly ptr?: string;
}

export interface TestDnsServer {
  /** A resolver that asks this server alone. */
  readonly names: dns.Resolver;
  readonly asked: readonly string[]; // names, in order
  /** Whether it answers at all. */
  silent: boolean;
  stop(): Promise<void>;
}

const TYPES = { a: 1, ptr: 12, mx: 15, srv: 33 } as const;

/** A name server (RFC 1035) for a few names; of all others it says that they do not exist. */
export async function startDnsServer(records: Readonly<Record<string, TestRecords>>): Promise<TestDnsServer> {
  const asked: string[] = [];
  const state = { silent: false };
  const socket = createSocket('udp4');
  socket.on('message', (question, { port, address }) => {
    const { name, end } = readName(question, 12);
    asked.push(name);
    if (state.silent) return;
    const type = question.readUInt16BE(end);
    const of = records[name];
    const answers = of === undefined ? [] : dataFor(of, type);
    const head = Buffer.alloc(12);
    question.copy(head, 0, 0, 2);
    head.writeUInt16BE(of === undefined ? 0x8183 : 0x8180, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(answers.length, 6);
    socket.send(
      Buffer.concat([head, question.subarray(12, end + 4), ...answers.map((data) => answer(type, data))]),
      port,
      address,
    );
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const names = new dns.Resolver({ timeout: 300, tries: 1 });
  names.setServers([`127.0.0.1:${socket.address().port}`]);
  return Object.assign(state, {
    names,
    asked,
    async stop() {
      socket.close();
      await once(socket, 'close');
    },
  });
}

function dataFor({ a = [], mx = [], srv = [], ptr }: TestRecords, type: number): Buffer[] {
  switch (type) {
    case TYPES.a:
      return a.map((one) => Buffer.from(one.split('.').map(Number)));
    case TYPES.mx:
      return mx.map(([priority, exchange]) => Buffer.concat([numbers(priority), writeName(exchange)]));
    case TYPES.srv:
      return srv.map(([port, host]) => Buffer.concat([numbers(0, 0, port), writeName(host)]));
    case TYPES.ptr:
      return ptr === undefined ? [] : [writeName(ptr)];
    default:
      return [];
  }
}

function answer(type: number, data: Buffer): Buffer {
  return Buffer.concat([numbers(0xc00c, type, 1, 0, 60, data.length), data]); // the name asked for, IN, a minute
}

function numbers(...of: readonly number[]): Buffer {
  const written = Buffer.alloc(of.length * 2);
  for (const [i, one] of of.entries()) written.writeUInt16BE(one, i * 2);
  return written;
}

const writeName = (name: string): Buffer =>
  Buffer.concat([
    ...name
      .split('.')
      .filter(Boolean)
      .map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.from([0]),
  ]);

function readName(packet: Buffer, at: number): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let next = at;
  for (let length = packet[next]!; length > 0; length = packet[next]!) {
    labels.push(packet.toString('latin1', next + 1, next + 1 + length));
    next += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: next + 1 };
}
