import type { Role } from '../../cases/index.ts';
import { type Actor, auditActorOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

export interface Invitee {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

type Deps = Pick<ActionDeps, 'accounts' | 'now'>;

/**
 * Invites a person to an account.
 *
 * @returns the token for `/welcome/<token>`, which nobody can look up again.
 * @throws Refusal `not-allowed`; AccountError when the address has an account.
 *
 * @example
 * const token = await invite(deps, actor, { email: 'taro@example.jp', name: '', roles: ['reviewer'] });
 */
export async function invite({ accounts, now }: Deps, actor: Actor, who: Invitee): Promise<string> {
  requireRight(actor, 'people.manage');
  return accounts.invite(who, auditActorOf(actor, now()));
}

/** The same to a new password. @throws Refusal `not-allowed`; AccountError when the address has no working account. */
export async function resetPassword({ accounts, now }: Deps, actor: Actor, email: string): Promise<string> {
  requireRight(actor, 'people.manage');
  return accounts.reset(email, auditActorOf(actor, now()));
}
