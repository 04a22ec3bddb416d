import type { Config, ImapSourceConfig, SourceConfig } from '../../config/index.ts';
import { imapPast, type PastMailbox, type SignIns } from '../../intake/index.ts';

/** Of which earlier mails can be read: IMAP alone. A directory may hold anything, and the addresses for consultations and objections are nobody's to try things on. */
const isReadable = (source: SourceConfig): source is ImapSourceConfig =>
  source.kind === 'imap' && source.direction !== 'objections';

type Sources = Pick<Config, 'sources' | 'paused'>;

/** Those that are watched, and those that somebody tries before they are. */
const readableOf = ({ sources, paused }: Sources): ImapSourceConfig[] => [...sources, ...paused].filter(isReadable);

/** The incoming sources that can be read, by name. */
export const readableSources = (config: Sources): string[] =>
  readableOf(config)
    .filter(({ direction }) => direction === 'in')
    .map(({ name }) => name);

/**
 * The mailboxes of a trial, each over a connection of its own. What the company sent is read besides, for what it answered.
 *
 * @param wanted name of an incoming source
 */
export const openMailboxes = (config: Sources, wanted: string, signIns: SignIns, signal: AbortSignal): PastMailbox[] =>
  readableOf(config)
    .filter(({ name, direction }) => direction === 'sent' || name === wanted)
    .map((source) => imapPast(source, { signIn: signIns(source), signal }));
