import { connect } from 'node:net';
import { serverFolder, startServer, type TestServer } from './server-process.ts';
import { findProgram, freePort } from './system.ts';

export const findRedis = (): string | null => findProgram('redis-server') ?? findProgram('valkey-server');

/** An empty Redis, or Valkey where that is what is installed; keeps its data over a kill by its append-only file. */
export async function startRedis(): Promise<TestServer & { readonly url: string }> {
  const program = findRedis();
  if (program === null) throw new Error('Neither redis-server nor valkey-server is installed.');
  const folder = serverFolder('redis');
  const port = await freePort();
  const options = { port, bind: '127.0.0.1', dir: folder, appendonly: 'yes', save: '', daemonize: 'no' };
  const server = await startServer({
    folder,
    command: [program, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])],
    stopSignal: 'SIGTERM',
    ready: () => ping(port),
  });
  return { ...server, url: `redis://127.0.0.1:${port}` };
}

/** Rejects while the server is absent or still loads its data. */
const ping = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed')));
    socket.once('data', (answer) => {
      socket.destroy();
      if (answer.toString('latin1').startsWith('+PONG')) resolve();
      else reject(new Error('not ready'));
    });
  });
