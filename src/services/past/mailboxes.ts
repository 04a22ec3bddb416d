import type { Config, ImapSourceConfig, SourceConfig } from '../../config/index.ts';
import { imapPast, type PastMailbox, type SignIns } from '../../intake/index.ts';

/** Of which earlier mails can be read: IMAP alone. A directory may hold anything, and the consultation address is nobody's to try things on. */
export const isReadable = (source: SourceConfig): source is ImapSourceConfig => source.kind === 'imap';

/** The incoming sources that can be read, by name. */
export const readableSources = ({ sources }: Pick<Config, 'sources'>): string[] =>
  sources.filter((one) => isReadable(one) && one.direction === 'in').map(({ name }) => name);

/**
 * The mailboxes of a run, each over a connection of its own. What the company sent is read besides, for what it answered.
 *
 * @param wanted names of incoming sources
 */
export const openMailboxes = (
  { sources }: Pick<Config, 'sources'>,
  wanted: readonly string[],
  signIns: SignIns,
  signal: AbortSignal,
): PastMailbox[] =>
  sources
    .filter(isReadable)
    .filter(({ name, direction }) => direction === 'sent' || wanted.includes(name))
    .map((source) => imapPast(source, { signIn: signIns(source), signal }));
