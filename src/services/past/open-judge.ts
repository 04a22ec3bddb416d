import { hasFound } from '../../detect/index.ts';
import { excerpt, UnreadableMailError } from '../../mail/index.ts';
import type { HistoryOf, Mail, PackedRules } from '../../screening/index.ts';
import { AbortedAttemptError, openPool } from '../../screening/pool/index.ts';
import type { PastJudge } from '../../tuning/index.ts';
import type { Logger } from '../../util/log.ts';

/** The rules of a trial at work. */
export interface OpenJudge extends AsyncDisposable {
  readonly judge: PastJudge;
}

/**
 * The rules of a trial in a process of their own, apart from that of the mails that come in now, which takes nothing from them but its share of
 * the processors.
 */
export function openJudge(
  packed: PackedRules,
  { threads, log }: { readonly threads: number; readonly log: Logger },
): OpenJudge {
  const { screen, [Symbol.asyncDispose]: close } = openPool({ threads, rules: () => packed, log });
  return {
    async judge(mail: Mail, historyOf: HistoryOf) {
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
    },
    [Symbol.asyncDispose]: close,
  };
}
