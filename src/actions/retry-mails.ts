import type { Actor } from '../audit/index.ts';
import { waitAgain } from '../store/index.ts';
import type { ActionDeps } from './deps.ts';

/** Has mails screened again that were given up: all, or one. @returns how many; 0 when it cannot be done to any. */
export async function retryMails(
  { audit, refill }: Pick<ActionDeps, 'audit' | 'refill'>,
  mailId: string | null,
  by: Actor,
): Promise<number> {
  const ids = await audit.during(
    (tx) => waitAgain(tx, mailId, by.at),
    ({ length: mails }) =>
      mails === 0
        ? null
        : { ...by, action: 'mail.retry', target: mailId === null ? '' : `mail/${mailId}`, details: { mails } },
  );
  if (ids.length > 0) await refill();
  return ids.length;
}
