import { parseMailId } from '../../cases/index.ts';
import { waitAgain } from '../../store/index.ts';
import { type Actor, auditActorOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/**
 * Has mails screened again that were given up: all (null), or the one that someone names.
 *
 * @returns how many; 0 when it cannot be done to any.
 * @throws Refusal `not-allowed`
 *
 * @example
 * const all = await retryMails(deps, actor, null);
 */
export async function retryMails(
  { audit, refill, now }: Pick<ActionDeps, 'audit' | 'refill' | 'now'>,
  actor: Actor,
  named: string | null,
): Promise<number> {
  requireRight(actor, 'operations.manage');
  const mailId = named === null ? null : parseMailId(named);
  if (named !== null && mailId === null) return 0; // and not all
  const at = now();
  const target = mailId === null ? '' : `mail/${mailId}`;
  const ids = await audit.during(
    (tx) => waitAgain(tx, mailId, at),
    ({ length: mails }) =>
      mails === 0 ? null : { ...auditActorOf(actor, at), action: 'mail.retry', target, details: { mails } },
  );
  if (ids.length > 0) await refill();
  return ids.length;
}
