import { deleteInvitation, unusedInvitation } from '../../store/index.ts';
import { AccountError } from '../account-error.ts';
import { type Actor, auditActorOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/** A new link in place of one that nobody used. */
export interface RenewedInvitation {
  readonly name: string;
  readonly token: string; // for `/welcome/<token>`, which nobody can look up again
}

/**
 * Makes a new link for whoever did not use theirs; the one before stops working.
 *
 * @throws Refusal `not-allowed`; AccountError when there is no such link.
 */
export async function renewInvitation(
  { db, accounts, now }: Pick<ActionDeps, 'db' | 'accounts' | 'now'>,
  actor: Actor,
  id: string,
): Promise<RenewedInvitation> {
  requireRight(actor, 'people.manage');
  const unused = await unusedInvitation(db, id);
  if (unused === null) throw new AccountError('unknown', 'There is no such link.');
  const by = auditActorOf(actor, now());
  const token = await (unused.known ? accounts.reset(unused.email, by) : accounts.inviteAgain(unused, by));
  return { name: unused.name, token };
}

/** Ends a link that nobody used. @returns false when there is none. @throws Refusal `not-allowed` */
export async function revokeInvitation(
  { db, audit, now }: Pick<ActionDeps, 'db' | 'audit' | 'now'>,
  actor: Actor,
  id: string,
): Promise<boolean> {
  requireRight(actor, 'people.manage');
  const unused = await unusedInvitation(db, id);
  if (unused === null) return false;
  return audit.during(
    (tx) => deleteInvitation(tx, id),
    (done) =>
      done
        ? { ...auditActorOf(actor, now()), action: 'invitation.revoke', target: '', details: { for: unused.name } }
        : null,
  );
}
