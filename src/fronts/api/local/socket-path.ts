import { connect } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { shortPath } from '../../../store/index.ts';

/** Where the process that owns `dataPath` listens for commands. */
export const localSocketPath = (dataPath: string): string => join(dataPath, 'komainu.sock');

/** A way to a socket that is short enough for the operating system; valid until disposed. */
export interface SocketAddress extends AsyncDisposable {
  readonly path: string;
}

export async function socketAddress(socketPath: string): Promise<SocketAddress> {
  const folder = await shortPath(dirname(socketPath));
  return { path: join(folder.path, basename(socketPath)), [Symbol.asyncDispose]: folder.release };
}

/** Whether a process listens there. */
export function answers({ path }: SocketAddress): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
