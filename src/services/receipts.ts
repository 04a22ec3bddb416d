import { isUnsent, mail, NotifyError, toMessage } from '../notify/index.ts';
import { beginReceipt, endReceipt, receiptsDue } from '../store/index.ts';
import { logFor } from '../util/log.ts';
import { consultSources } from './consulting/index.ts';
import { runAsLeader } from './leader.ts';
import type { NotifierDeps } from './notifier.ts';

const EVERY_MS = 3_000;
const PAUSE_MS = 5 * 60_000; // after a failure

/**
 * Mails whoever wrote to the consultation address that it has come, once, and nothing of what they wrote. Null without such an address or
 * a mail server.
 */
export function startReceipts({
  config,
  secrets,
  store: { db },
  leases,
  url,
  log,
}: NotifierDeps): AsyncDisposable | null {
  const { smtp } = config.notify;
  if (smtp === null || consultSources(config).length === 0) return null;
  const say = logFor(log, 'notify');
  let waitUntil = 0;
  return runAsLeader(leases, {
    name: 'receipts',
    everyMs: EVERY_MS,
    async work(now) {
      if (now.getTime() < waitUntil) return;
      for (const { id, to, consultation } of await receiptsDue(db, now)) {
        if (!(await beginReceipt(db, id))) continue;
        try {
          const message = toMessage({ kind: 'receipt', key: `${id} ${to}`, consultation }, url);
          await mail(smtp, secrets.smtpPassword, [to])(message);
        } catch (error) {
          if (!(error instanceof NotifyError)) throw error;
          say.warn('a receipt could not be sent');
          if (isUnsent(error)) await endReceipt(db, id, 'due');
          waitUntil = now.getTime() + PAUSE_MS;
          continue;
        }
        await endReceipt(db, id, 'sent');
      }
    },
    onFailure: (error) => say.warn({ error: error.name }, 'no receipt can be sent now; it will be tried again'),
  });
}
