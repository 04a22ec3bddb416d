import { readFile } from 'node:fs/promises';
import { ImapFlow, type ImapFlowOptions, type MailboxObject } from 'imapflow';
import type { ImapSourceConfig } from '../config.ts';
import { ImapTroubleError } from './imap-trouble.ts';
import { MAX_MAIL_BYTES } from './source.ts';

const CONNECT_WITHIN_MS = 30_000;
const SILENCE_MS = 90_000; // of a socket with a command under way: the connection is dead
const IDLE_AT_MOST_MS = 5 * 60_000; // then IDLE is begun anew; servers and NAT drop connections that say nothing

/** What a session needs besides the configuration. */
export interface ImapLogin {
  readonly config: ImapSourceConfig;
  readonly password: string | null;
}

/**
 * A logged-in client. An ImapFlow object works for one connection only, so each session makes its own.
 *
 * @param signal closes the connection when it aborts, whatever is under way.
 */
export async function connectImap({ config, password }: ImapLogin, signal: AbortSignal): Promise<ImapFlow> {
  if (password === null) throw new ImapTroubleError('no-password');
  const client = new ImapFlow(await optionsFor(config, password));
  client.on('error', () => {}); // 'close' follows, and the command under way rejects
  const close = (): void => client.close();
  signal.addEventListener('abort', close, { once: true });
  client.once('close', () => signal.removeEventListener('abort', close));
  try {
    signal.throwIfAborted();
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** EXAMINE: nothing that is read here marks a mail as seen or recent. */
export const openFolder = (client: ImapFlow, { folder }: ImapSourceConfig): Promise<MailboxObject> =>
  client.mailboxOpen(folder, { readOnly: true });

async function optionsFor(config: ImapSourceConfig, pass: string): Promise<ImapFlowOptions> {
  const { host, port, user, security, ca } = config;
  return {
    host,
    port,
    auth: { user, pass },
    ...transportFor(security),
    tls: ca === undefined ? {} : { ca: await readAuthority(ca) },
    logger: false, // its lines carry addresses and subjects
    clientInfo: { name: 'komainu' },
    disableAutoIdle: true,
    maxIdleTime: IDLE_AT_MOST_MS,
    connectionTimeout: CONNECT_WITHIN_MS,
    socketTimeout: SILENCE_MS,
    maxLiteralSize: MAX_MAIL_BYTES + 1024,
  };
}

function transportFor(security: ImapSourceConfig['security']): Pick<ImapFlowOptions, 'secure' | 'doSTARTTLS'> {
  switch (security) {
    case 'tls':
      return { secure: true };
    case 'starttls':
      return { secure: false, doSTARTTLS: true }; // required, not merely taken when offered
    case 'none':
      return { secure: false, doSTARTTLS: false };
  }
}

async function readAuthority(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new ImapTroubleError('ca-file', { cause });
  }
}
