import { mail, NotifyError, toMessage } from '../notify/index.ts';
import { answersToTell, noteAnswerTold } from '../store/index.ts';
import { logFor } from '../util/log.ts';
import { runAsLeader } from './leader.ts';
import type { NotifierDeps } from './notifier.ts';

const EVERY_MS = 10_000;
const PAUSE_MS = 5 * 60_000; // after a failure

/**
 * Mails whoever handed something in that there is an answer, and a link: nothing of what was written. As with channels, what is
 * due is read from the store. Null without a mail server.
 */
export function startAnswerNotices({
  config,
  secrets,
  store: { db },
  leases,
  url,
  log,
}: NotifierDeps): AsyncDisposable | null {
  const { smtp } = config.notify;
  if (smtp === null) return null;
  const say = logFor(log, 'notify');
  let waitUntil = 0;
  return runAsLeader(leases, {
    name: 'answers',
    everyMs: EVERY_MS,
    async work(now) {
      if (now.getTime() < waitUntil) return;
      for (const answer of await answersToTell(db)) {
        const { email, consultation, subject } = answer;
        try {
          await mail(smtp, secrets.smtpPassword, [email])(
            toMessage({ kind: 'answer', key: subject, consultation }, url),
          );
        } catch (error) {
          if (!(error instanceof NotifyError)) throw error;
          say.warn('someone could not be told of an answer; it will be tried again');
          waitUntil = now.getTime() + PAUSE_MS;
          continue; // one refused address keeps nobody else waiting
        }
        await noteAnswerTold(db, answer, now);
      }
    },
    onFailure: (error) =>
      say.warn({ error: error.name }, 'nobody can be told of an answer now; it will be tried again'),
  });
}
