import { readFileSync } from 'node:fs';
import { connect } from 'node:tls';

/** Rejects while no IMAP greeting comes over TLS on a port of this machine. */
export const imapGreeting = (port: number, caFile: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, ca: readFileSync(caFile) });
    socket.setTimeout(5000, () => socket.destroy());
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed')));
    socket.once('data', () => {
      socket.destroy();
      resolve();
    });
  });
