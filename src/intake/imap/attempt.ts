/** One connection to a mailbox that is not watched yet, for people who want to know whether it works. Nothing in it changes. */
import { TLSSocket } from 'node:tls';
import type { ImapFlow } from 'imapflow';
import type { ImapSourceConfig } from '../../config/index.ts';
import { TokenTroubleError } from '../oauth/index.ts';
import { ALLOWANCES, withinAllowance } from './allowance.ts';
import { connectImap, openFolder, signOff } from './client.ts';
import type { ListedFolder } from './folder-names.ts';
import type { SignIn } from './sign-in.ts';
import { explainImapTrouble, ImapTroubleError, type ImapTroubleKind, imapTroubleKind } from './trouble.ts';

/** How far an attempt came; null: not so far. */
export interface MailboxAttempt {
  readonly reached: { readonly tls: string | null; readonly certificateUntil: Date | null } | null; // tls: like TLSv1.3; null: none, or unknown
  readonly signedInMs: number | null; // that connecting and signing in took
  readonly folder: { readonly name: string; readonly mails: number; readonly newest: Date | null } | null;
  readonly folders: readonly { readonly path: string; readonly mails: number | null }[]; // of the account; null: not counted
  readonly sentFolder: string | null; // where its mail programs put what they sent
  readonly trouble: string | null; // one sentence on what to do, the same as `check` says; null: all went well
}

const WITHIN_MS = 20_000;
const MOST_FOLDERS = 200; // that are told
const MOST_COUNTED = 40; // each is a command of its own

/** Tries to sign in, to open the folder and to see the others, within 20 seconds. Never rejects. */
export async function attemptMailbox(config: ImapSourceConfig, signIn: SignIn): Promise<MailboxAttempt> {
  const signal = AbortSignal.timeout(WITHIN_MS);
  const came: { -readonly [Key in keyof MailboxAttempt]: MailboxAttempt[Key] } = {
    ...{ reached: null, signedInMs: null, folder: null, folders: [], sentFolder: null, trouble: null },
  };
  const folder = config.folders?.[0] ?? config.folder;
  let client: ImapFlow | null = null;
  try {
    const began = performance.now();
    client = await connectImap({ config, signIn }, signal);
    came.signedInMs = Math.round(performance.now() - began);
    came.reached = securityOf(client);
    const listed = await listOf(client);
    came.sentFolder = listed.find(({ specialUse }) => specialUse === '\\Sent')?.path ?? null;
    came.folders = listed.map(({ path }) => ({ path, mails: null }));
    const { exists, path } = await openFolder(client, folder, 'read');
    came.folder = { name: path, mails: exists, newest: exists === 0 ? null : await newestIn(client) };
    came.folders = await counted(client, listed);
  } catch (error) {
    const met = signal.aborted ? new ImapTroubleError('timeout', { cause: error }) : error;
    if (came.reached === null && wasReached(met)) came.reached = { tls: null, certificateUntil: null };
    came.trouble = explainImapTrouble(config, folder)(met).sentence;
  } finally {
    if (client?.usable) await signOff(client);
    client?.close();
  }
  return came;
}

/** The server answered, and refused the sign-in. */
const wasReached = (error: unknown): boolean => {
  if (error instanceof TokenTroubleError) return false;
  const answered: readonly ImapTroubleKind[] = [
    'password',
    'basic-disabled',
    'token',
    'no-oauth',
    'mailbox',
    'connections',
  ];
  return answered.includes(imapTroubleKind(error));
};

function securityOf(client: ImapFlow): MailboxAttempt['reached'] {
  const { socket } = client as unknown as { readonly socket?: unknown };
  if (!(socket instanceof TLSSocket)) return { tls: null, certificateUntil: null };
  const until = new Date(socket.getPeerCertificate().valid_to);
  return { tls: socket.getProtocol(), certificateUntil: Number.isNaN(until.getTime()) ? null : until };
}

async function listOf(client: ImapFlow): Promise<readonly ListedFolder[]> {
  const listed = await withinAllowance(client, ALLOWANCES.command, () => client.list());
  return listed
    .filter(({ flags, path }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent') && path.length <= 1_000)
    .slice(0, MOST_FOLDERS);
}

async function newestIn(client: ImapFlow): Promise<Date | null> {
  const last = await withinAllowance(client, ALLOWANCES.command, () => client.fetchOne('*', { internalDate: true }));
  const at = new Date(last === false ? Number.NaN : (last?.internalDate ?? Number.NaN));
  return Number.isNaN(at.getTime()) ? null : at;
}

async function counted(client: ImapFlow, listed: readonly ListedFolder[]): Promise<MailboxAttempt['folders']> {
  const folders: { path: string; mails: number | null }[] = [];
  for (const { path } of listed) {
    const ask = () => client.status(path, { messages: true });
    const status = folders.length < MOST_COUNTED ? await withinAllowance(client, ALLOWANCES.command, ask) : false;
    folders.push({ path, mails: status ? (status.messages ?? null) : null });
  }
  return folders;
}
