import { pino } from 'pino';
import type { ImapSourceConfig } from '../../../../src/config/index.ts';
import { type ImapOptions, imapSource } from '../../../../src/intake/index.ts';
import type { MemoryState } from '../../../support/memory-state.ts';
import type { ScriptedImap } from '../../../support/scripted-imap.ts';
import { byPassword } from '../../../support/sign-in.ts';

const RARELY = 3_600_000; // a poll that never comes
const log = pino({ level: 'silent' });

export const configFor = (port: number, changes: Partial<ImapSourceConfig> = {}): ImapSourceConfig => ({
  name: 'support',
  kind: 'imap',
  host: '127.0.0.1',
  port,
  security: 'none',
  user: 'taro',
  folder: 'INBOX',
  folders: null,
  direction: 'in',
  unopened: 'fold',
  backfill: null,
  mark: null,
  ...changes,
});

/** Watches what the scripted server has until it is disposed of. */
export function watch(
  { port }: Pick<ScriptedImap, 'port'>,
  state: MemoryState,
  options: Partial<ImapOptions> = {},
  changes: Partial<ImapSourceConfig> = {},
): AsyncDisposable {
  const abort = new AbortController();
  const source = imapSource(configFor(port, changes), {
    signIn: byPassword('himitsu'),
    pollMs: RARELY,
    log,
    ...options,
  });
  const done = source.watch(state, abort.signal);
  return {
    async [Symbol.asyncDispose]() {
      abort.abort();
      await done;
    },
  };
}

export const mail = (subject: string): string => `From: taro@example.jp\r\nSubject: ${subject}\r\n\r\nhello\r\n`;

/** In the order in which they were committed; '' for a mail without bytes. */
export const subjectsOf = (state: MemoryState): string[] =>
  state.mails.map(({ raw }) => /^Subject: (.*)\r$/m.exec(Buffer.from(raw).toString())?.[1] ?? '');
