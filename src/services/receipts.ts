import { beginReceipt, endReceipt, receiptsDue } from '../store/index.ts';
import { consultSources } from './consulting/index.ts';
import type { NotifierDeps } from './notifier.ts';
import { startPosting } from './posting.ts';

/**
 * Mails whoever wrote to the consultation address that it has come, once, and nothing of what they wrote. Null without such an address or
 * a mail server.
 */
export function startReceipts(deps: NotifierDeps): AsyncDisposable | null {
  const { db } = deps.store;
  if (consultSources(deps.config).length === 0) return null;
  return startPosting(deps, {
    name: 'receipts',
    everyMs: 3_000,
    due: async (now) =>
      (await receiptsDue(db, now)).map(({ id, to, consultation }) => ({
        to,
        news: { kind: 'receipt', key: `${id} ${to}`, consultation },
        begin: () => beginReceipt(db, id),
        sent: () => endReceipt(db, id, 'sent'),
        unsent: () => endReceipt(db, id, 'due'),
      })),
    said: {
      refused: 'a receipt could not be sent',
      halted: 'no receipt can be sent now; it will be tried again',
    },
  });
}
