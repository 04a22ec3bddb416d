import type { AuditAction, Details } from '../../audit/index.ts';
import type { PersonId } from '../../cases/index.ts';
import { type Db, isLastWith, loadAccount } from '../../store/index.ts';
import { AccountError } from '../account-error.ts';
import { type Actor, auditActorOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

export interface AccountChange {
  readonly action: AuditAction;
  readonly details: Details;
  readonly act: (tx: Db, at: Date) => Promise<void>;
}

/**
 * Changes an account and writes it down, for whoever looks after accounts.
 *
 * @throws Refusal `not-allowed`; AccountError when there is no such account.
 */
export async function changeAccount(
  { audit, now }: Pick<ActionDeps, 'audit' | 'now'>,
  actor: Actor,
  id: PersonId,
  { action, details, act }: AccountChange,
): Promise<void> {
  requireRight(actor, 'people.manage');
  const at = now();
  await audit.during(
    async (tx) => {
      const account = await loadAccount(tx, id, at);
      if (account === null) throw new AccountError('unknown', 'There is no such account.');
      await act(tx, at);
      return account;
    },
    ({ name }) => ({
      ...auditActorOf(actor, at),
      action,
      target: `account/${id}`,
      details: { for: name, ...details },
    }),
  );
}

/** @throws AccountError when nobody would be left who looks after accounts. */
export async function requireOtherAdmin(tx: Db, id: PersonId): Promise<void> {
  if (await isLastWith(tx, 'admin', id))
    throw new AccountError('last-admin', 'This is the last administrator; make someone else one first.');
}
