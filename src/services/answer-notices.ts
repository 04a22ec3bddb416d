import { answersToTell, noteAnswerTold } from '../store/index.ts';
import type { NotifierDeps } from './notifier.ts';
import { startPosting } from './posting.ts';

/**
 * Mails whoever handed something in that there is an answer, and a link: nothing of what was written. As with channels, what is
 * due is read from the store. Null without a mail server.
 */
export function startAnswerNotices(deps: NotifierDeps): AsyncDisposable | null {
  const { db } = deps.store;
  return startPosting(deps, {
    name: 'answers',
    everyMs: 10_000,
    due: async (now) =>
      (await answersToTell(db)).map((answer) => ({
        to: answer.email,
        news: { kind: 'answer', key: answer.subject, consultation: answer.consultation },
        sent: () => noteAnswerTold(db, answer, now),
      })),
    said: {
      refused: 'someone could not be told of an answer; it will be tried again',
      halted: 'nobody can be told of an answer now; it will be tried again',
    },
  });
}
