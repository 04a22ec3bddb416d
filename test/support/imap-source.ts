import { readFileSync } from 'node:fs';
import { ImapFlow } from 'imapflow';
import { pino } from 'pino';
import type { ImapSourceConfig } from '../../src/config/index.ts';
import { imapSource } from '../../src/intake/index.ts';
import type { MemoryState } from './memory-state.ts';
import { byPassword } from './sign-in.ts';

/** What is needed of a mail server to read it as a source. */
interface Mailbox {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly caFile?: string; // left out: it is spoken to without TLS
}

/** A source at a mail server, in its INBOX unless told otherwise. */
export const imapConfig = (
  { host, port, user, caFile }: Omit<Mailbox, 'password'>,
  changes: Partial<ImapSourceConfig> = {},
): ImapSourceConfig => ({
  name: 'support',
  kind: 'imap',
  host,
  port,
  user,
  ...(caFile === undefined ? { security: 'none' } : { security: 'tls', ca: caFile }),
  folder: 'INBOX',
  folders: null,
  direction: 'in',
  unopened: 'fold',
  backfill: null,
  mark: null,
  ...changes,
});

export interface Watching extends AsyncDisposable {
  stop(): Promise<void>;
}

/** Watches a source until it is stopped or disposed of. */
export function watchSource(
  state: MemoryState,
  config: ImapSourceConfig,
  { password, ...often }: { readonly password: string; readonly pollMs: number; readonly listMs?: number },
): Watching {
  const abort = new AbortController();
  const source = imapSource(config, { signIn: byPassword(password), log: pino({ level: 'silent' }), ...often });
  const done = source.watch(state, abort.signal);
  const stop = async (): Promise<void> => {
    abort.abort();
    await done;
  };
  return { stop, [Symbol.asyncDispose]: stop };
}

/** Does something in a mailbox as a mail program would. */
export async function inMailbox<T>(
  { host, port, user, password: pass, caFile }: Mailbox,
  act: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const transport = caFile === undefined ? { secure: false } : { secure: true, tls: { ca: readFileSync(caFile) } };
  const client = new ImapFlow({ host, port, ...transport, auth: { user, pass }, logger: false });
  client.on('error', () => {}); // a server that is killed; what waits for it rejects by itself
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.logout();
  }
}

/** The subjects of the mails that were taken in, in their order. */
export const subjectsOf = (state: MemoryState | undefined): string[] =>
  (state?.mails ?? []).map(({ raw }) => /^Subject: (.*)\r?$/m.exec(Buffer.from(raw).toString())?.[1] ?? '');
