/**
 * What one command may bring. imapflow bounds a line, a literal and a response (`LIMITS`), but neither how many responses
 * follow one command nor how long it may go on while something still comes: without a bound, a server that never ends an
 * answer fills the memory, or holds a source up for ever without ever falling silent.
 */
import type { ImapFlow, ImapFlowOptions } from 'imapflow';
import { MAX_MAIL_BYTES } from '../source.ts';
import { ImapTroubleError } from './trouble.ts';

const MIB = 1024 * 1024;
const MINUTE_MS = 60_000;

/** How much a server may send, and how long it may take, until a command is completed. */
export interface Allowance {
  readonly bytes: number;
  readonly ms: number;
}

/** Mails asked for together are at most this large, unless it is one alone. */
export const BLOCK_BYTES = 32 * MIB;

/** Nobody has a folder of more mails: the number is a lie, and what is reckoned with it would fill the memory. */
export const MOST_MAILS = 2_000_000;

export const ALLOWANCES = {
  connect: { bytes: 2 * MIB, ms: 2 * MINUTE_MS },
  command: { bytes: 2 * MIB, ms: 5 * MINUTE_MS }, // also LIST: 20,000 folders and more
  search: { bytes: 8 * MIB, ms: 5 * MINUTE_MS }, // a million uids
  idle: { bytes: 4 * MIB, ms: Number.POSITIVE_INFINITY }, // imapflow begins it anew; other clients' changes are told here
  oneMail: { bytes: MAX_MAIL_BYTES + 2 * MIB, ms: 15 * MINUTE_MS },
  mails: { bytes: 2 * BLOCK_BYTES + 2 * MIB, ms: 15 * MINUTE_MS }, // sizes that servers tell are sometimes wrong
  mark: { bytes: 16 * MIB, ms: MINUTE_MS },
  logout: { bytes: MIB, ms: 10_000 },
} as const satisfies Record<string, Allowance>;

/** Of one response, whatever the command. */
export const LIMITS = {
  maxLineLength: 8 * MIB,
  maxLiteralSize: MAX_MAIL_BYTES + 1024,
  maxResponseSize: MAX_MAIL_BYTES + 9 * MIB,
  maxResponseTokens: 200_000, // some hundred bytes of memory each
} as const satisfies Partial<ImapFlowOptions>;

/** imapflow's words for a server beyond LIMITS. */
const BEYOND = new Set(['LineTooLarge', 'LiteralTooLarge', 'ResponseTooLarge', 'TooManyTokens', 'TooManyResponses']);

const LOOK_EVERY_MS = 100; // what comes between two looks is what may be too much

/** What is needed of an ImapFlow client to bound it. */
export type BoundedClient = Pick<ImapFlow, 'stats' | 'close' | 'on' | 'off'>;

/**
 * Runs commands, and closes the connection when they bring more or take longer than allowed.
 *
 * @throws ImapTroubleError `flood` or `unfinished` then, in place of what the commands throw when their connection is closed;
 * with imapflow's error as `cause` where one response alone was too large
 */
export async function withinAllowance<T>(
  client: BoundedClient,
  { bytes, ms }: Allowance,
  command: () => Promise<T>,
): Promise<T> {
  const before = client.stats().received;
  const until = performance.now() + ms;
  const met: { trouble: ImapTroubleError | null } = { trouble: null };
  const end = (kind: 'flood' | 'unfinished'): void => {
    met.trouble ??= new ImapTroubleError(kind);
    client.close();
  };
  const beyond = (error: unknown): void => {
    const { code } = (error ?? {}) as { readonly code?: unknown };
    if (BEYOND.has(String(code))) met.trouble ??= new ImapTroubleError('flood', { cause: error });
  };
  const crowded = ({ count }: { readonly count: number }): void => {
    if (count > MOST_MAILS) end('flood');
  };
  const timer = setInterval(() => {
    if (client.stats().received - before > bytes) end('flood');
    else if (performance.now() > until) end('unfinished');
  }, LOOK_EVERY_MS);
  client.on('error', beyond).on('exists', crowded);
  try {
    const answer = await command();
    if (met.trouble === null) return answer; // imapflow answers some lost connections with `false`
  } catch (error) {
    beyond(error);
    if (met.trouble === null) throw error;
  } finally {
    clearInterval(timer);
    client.off('error', beyond).off('exists', crowded);
  }
  throw met.trouble;
}
