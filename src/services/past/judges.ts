import { hasFound } from '../../detect/index.ts';
import { excerpt, UnreadableMailError } from '../../mail/index.ts';
import type { HistoryOf, Mail, PackedRules } from '../../screening/index.ts';
import { AbortedAttemptError, openPool } from '../../screening/pool/index.ts';
import type { PastJudge } from '../../tuning/index.ts';
import type { Logger } from '../../util/log.ts';

/** The versions of a run at work. */
export interface Judges extends AsyncDisposable {
  readonly judges: readonly PastJudge[];
}

/**
 * Each version in a process of its own, apart from that of the mails that come in now, which takes nothing from them but its share of
 * the processors.
 *
 * @param threads of all versions together; each has one at least
 */
export function openJudges(
  versions: readonly PackedRules[],
  { threads, log }: { readonly threads: number; readonly log: Logger },
): Judges {
  const each = Math.max(1, Math.floor(threads / versions.length));
  const pools = versions.map((packed) => openPool({ threads: each, rules: () => packed, log }));
  return {
    judges: pools.map(({ screen }) => async (mail: Mail, historyOf: HistoryOf) => {
      try {
        return await screen(mail, historyOf);
      } catch (error) {
        if (error instanceof UnreadableMailError) return null;
        if (!(error instanceof AbortedAttemptError)) throw error;
      }
      // As in service: a mail too heavy to be judged as a whole is as urgent as its beginning and end are.
      try {
        const inPart = await screen({ ...mail, bytes: excerpt(mail.bytes) }, historyOf);
        return hasFound(inPart.assessment) ? inPart : null;
      } catch (error) {
        if (error instanceof UnreadableMailError || error instanceof AbortedAttemptError) return null;
        throw error;
      }
    }),
    async [Symbol.asyncDispose]() {
      await Promise.all(pools.map((pool) => pool[Symbol.asyncDispose]()));
    },
  };
}
