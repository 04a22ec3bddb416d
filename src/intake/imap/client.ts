import { readFile } from 'node:fs/promises';
import type { ImapFlow, ImapFlowOptions, MailboxObject } from 'imapflow';
import type { ImapSourceConfig } from '../../config/index.ts';
import { ALLOWANCES, LIMITS, MOST_MAILS, withinAllowance } from './allowance.ts';
import type { SignIn } from './sign-in.ts';
import { ImapTroubleError, imapTroubleKind } from './trouble.ts';

const CONNECT_WITHIN_MS = 30_000;
const SILENCE_MS = 90_000; // of a socket with a command under way: the connection is dead
const IDLE_AT_MOST_MS = 5 * 60_000; // then IDLE is begun anew; servers and NAT drop connections that say nothing

/** What a session needs besides the configuration. */
export interface ImapLogin {
  readonly config: ImapSourceConfig;
  readonly signIn: SignIn;
  readonly idleMs?: number; // how long IDLE may last before it is begun anew
}

/**
 * A logged-in client. An ImapFlow object works for one connection only, so each session makes its own.
 *
 * @param signal closes the connection when it aborts, whatever is under way.
 */
export async function connectImap(login: ImapLogin, signal: AbortSignal): Promise<ImapFlow> {
  const { signIn } = login;
  switch (signIn.kind) {
    case 'password':
      if (signIn.password === null) throw new ImapTroubleError('no-password');
      return connectWith(login, { pass: signIn.password }, signal);
    case 'tokens':
      return signIn.tokens.use((accessToken) => connectWith(login, { accessToken }, signal), isRefused, signal);
  }
}

const isRefused = (error: unknown): boolean => imapTroubleKind(error) === 'password';

async function connectWith(login: ImapLogin, proof: Proof, signal: AbortSignal): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow'); // a process that reads no mailbox has no use for it
  const client = new ImapFlow(await optionsFor(login, proof));
  client.on('error', () => {}); // 'close' follows, and the command under way rejects
  const close = (): void => client.close();
  signal.addEventListener('abort', close, { once: true });
  client.once('close', () => signal.removeEventListener('abort', close));
  try {
    signal.throwIfAborted();
    await withinAllowance(client, ALLOWANCES.connect, () => client.connect());
    // imapflow would put the prefix of the personal namespace before every path, those of shared folders too.
    if (client.namespace) client.namespace = { ...client.namespace, prefix: '' };
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** Says goodbye, and does not wait long for an answer. */
export async function signOff(client: ImapFlow): Promise<void> {
  await withinAllowance(client, ALLOWANCES.logout, () => client.logout()).catch(() => client.close());
}

/**
 * Opens a folder. `read` is EXAMINE: nothing that is read then marks a mail as seen or recent.
 *
 * @param folder as people write it: with the server's delimiter or with slashes, with its namespace or without.
 */
export async function openFolder(client: ImapFlow, folder: string, access: 'read' | 'write'): Promise<MailboxObject> {
  const paths = pathsFor(client, folder);
  for (const path of paths) {
    try {
      const open = () => client.mailboxOpen(path, { readOnly: access === 'read' });
      const opened = await withinAllowance(client, ALLOWANCES.command, open);
      if (opened.exists > MOST_MAILS) throw new ImapTroubleError('flood');
      return opened;
    } catch (error) {
      if (imapTroubleKind(error) !== 'folder' || path === paths.at(-1)) throw error;
    }
  }
  throw new ImapTroubleError('folder');
}

/** What `folder` may be called on this server, as written first. */
export function pathsFor({ namespaces }: Pick<ImapFlow, 'namespaces'>, folder: string): readonly string[] {
  const { prefix = '', delimiter = '/' } = namespaces?.personal[0] ?? {};
  const own = folder.replaceAll('/', delimiter || '/');
  return [...new Set([folder, own, `${prefix}${own}`])];
}

type Proof = { readonly pass: string } | { readonly accessToken: string };

async function optionsFor({ config, idleMs = IDLE_AT_MOST_MS }: ImapLogin, proof: Proof): Promise<ImapFlowOptions> {
  const { host, port, user, security, ca } = config;
  return {
    host,
    port,
    auth: { user, ...proof }, // with a token: OAUTHBEARER, else XOAUTH2
    ...transportFor(security),
    tls: ca === undefined ? {} : { ca: await readAuthority(ca) },
    logger: false, // its lines carry addresses and subjects
    clientInfo: { name: 'komainu' },
    disableAutoIdle: true,
    maxIdleTime: idleMs,
    connectionTimeout: CONNECT_WITHIN_MS,
    socketTimeout: SILENCE_MS,
    ...LIMITS,
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
