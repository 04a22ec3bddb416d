import { isUnsent, mail, type News, NotifyError, toMessage } from '../notify/index.ts';
import { logFor } from '../util/log.ts';
import { OutOfReach, runAsLeader } from './leader.ts';
import type { NotifierDeps } from './notifier.ts';

const PAUSE_MS = 5 * 60_000; // after a failure

/** A mail to one person that holds no word of any mail. */
export interface Post {
  readonly to: string;
  readonly news: News;
  /** Before it is sent: false where another process has it. */
  readonly begin?: () => Promise<boolean>;
  readonly sent: () => Promise<void>;
  /** The server took nothing of it. */
  readonly unsent?: () => Promise<void>;
}

interface Posting {
  readonly name: string;
  readonly everyMs: number;
  readonly due: (now: Date) => Promise<readonly Post[]>;
  /** Sentences for the log. */
  readonly said: { readonly refused: string; readonly halted: string };
}

/** Sends what the store says is due, in one process at a time. Null without a mail server. */
export function startPosting(
  { config, secrets, leases, url, log }: NotifierDeps,
  { name, everyMs, due, said }: Posting,
): AsyncDisposable | null {
  const { smtp } = config.notify;
  if (smtp === null) return null;
  const say = logFor(log, 'notify');
  let waitUntil = 0;
  return runAsLeader(leases, {
    name,
    everyMs,
    async work(now) {
      if (now.getTime() < waitUntil) return;
      let reached = true;
      for (const { to, news, begin, sent, unsent } of await due(now)) {
        if (begin !== undefined && !(await begin())) continue;
        try {
          await mail(smtp, secrets.smtpPassword, [to])(toMessage(news, url));
        } catch (error) {
          if (!(error instanceof NotifyError)) throw error;
          say.warn(said.refused);
          if (isUnsent(error)) await unsent?.();
          waitUntil = now.getTime() + PAUSE_MS;
          reached = false;
          continue; // one refused address keeps nobody else waiting
        }
        await sent();
      }
      if (!reached) throw new OutOfReach();
    },
    onFailure: (error) => say.warn({ error: error.name }, said.halted),
  });
}
