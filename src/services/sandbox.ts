import type { Tried, TriedText } from '../fronts/shared/index.ts';
import { toRawMail, UnreadableMailError } from '../mail/index.ts';
import { type Mail, noHistory, type PackedRules } from '../screening/index.ts';
import { AbortedAttemptError, openPool, type Screening } from '../screening/pool/index.ts';
import type { Logger } from '../util/log.ts';

const DEADLINE_MS = 10_000; // what may be pasted takes a fraction of it
const IDLE_MS = 5 * 60_000;
const AT_ONCE = 4;

export interface TryingOptions {
  readonly rules: () => PackedRules; // in force now
  readonly now: () => Date;
  readonly log: Logger;
  readonly idleMs?: number;
}

export interface Sandbox extends AsyncDisposable {
  /** Starts the process for a text that will come soon: it takes a second to start. */
  readonly prepare: () => void;
  readonly tryOut: (text: TriedText) => Promise<Tried>;
  /** The same for a mail as it lies in its mailbox. */
  readonly judge: (mail: Mail) => Promise<Tried>;
  /** Whether a process is kept for it. */
  readonly isOpen: () => boolean;
}

/**
 * Judges texts that people paste, in a process and thread of its own: neither the review app nor the screening of mails waits
 * for it. The process starts when somebody is about to try one and ends when nobody has for a while.
 */
export function openSandbox({ rules, now, log, idleMs = IDLE_MS }: TryingOptions): Sandbox {
  let screening: Screening | null = null;
  let idle: NodeJS.Timeout | undefined;
  const inHand = new Set<Promise<Tried>>();

  async function close(): Promise<void> {
    const open = screening;
    screening = null;
    await open?.[Symbol.asyncDispose]();
  }

  function opened(): Screening {
    clearTimeout(idle);
    screening ??= openPool({ threads: 1, rules, log, deadlineMs: DEADLINE_MS });
    return screening;
  }

  function closeWhenIdle(): void {
    clearTimeout(idle);
    if (inHand.size === 0) idle = setTimeout(() => void close(), idleMs).unref();
  }

  async function judged(mail: Mail): Promise<Tried> {
    try {
      return { kind: 'judged', screened: await opened().screen(mail, noHistory) };
    } catch (error) {
      if (error instanceof AbortedAttemptError || error instanceof UnreadableMailError) return { kind: 'ended' };
      throw error;
    }
  }

  async function judge(mail: Mail): Promise<Tried> {
    if (inHand.size >= AT_ONCE) return { kind: 'busy' };
    const trying = judged(mail);
    inHand.add(trying);
    try {
      return await trying;
    } finally {
      inHand.delete(trying);
      closeWhenIdle();
    }
  }

  return {
    judge,
    isOpen: () => screening !== null,
    prepare() {
      opened();
      closeWhenIdle();
    },
    async tryOut(text) {
      const at = now();
      return judge({ bytes: asMail(text, at), receivedAt: at, source: '' });
    },
    async [Symbol.asyncDispose]() {
      await Promise.allSettled(inHand);
      clearTimeout(idle);
      await close();
    },
  };
}

const asMail = ({ subject, body }: TriedText, at: Date): Uint8Array =>
  toRawMail({ id: 'tried', from: '', to: '', date: at.toISOString(), subject, body });
