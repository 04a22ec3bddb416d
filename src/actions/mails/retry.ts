import type { MailId } from '../../cases/index.ts';
import { waitAgain } from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { course } from '../kernel/act.ts';
import { maybePick, usually } from '../kernel/ask.ts';

/** Has mails screened again that were given up: the one that is named, or all. @returns how many; 0 when it cannot be done to any */
export const retryMails = course({
  path: '/operations/retry',
  right: 'operations.manage',
  for: ['programs', 'commands'],
  api: { path: '/failed-mails/retry' },
  ask: { mail: usually(null, maybePick<MailId>()) },
  async run({ audit, refill }: Pick<ActionDeps, 'audit' | 'refill'>, { mail }, { actor, at }): Promise<number> {
    const target = mail === null ? '' : `mail/${mail}`;
    const ids = await audit.during(
      (tx) => waitAgain(tx, mail, at),
      ({ length: mails }) =>
        mails === 0 ? null : { ...auditActorOf(actor, at), action: 'mail.retry', target, details: { mails } },
    );
    if (ids.length > 0) await refill();
    return ids.length;
  },
});
