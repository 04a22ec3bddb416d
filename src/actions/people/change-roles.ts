import { mayWith, type PersonId, type Role } from '../../cases/index.ts';
import { releaseConfidential, releaseEmptyDesk, releaseWork, setRoles } from '../../store/index.ts';
import type { Actor } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { changeAccount, requireOtherAdmin } from './change-account.ts';

/**
 * Changes what an account may do, from its next request on. What waited for someone who no longer decides waits for anyone.
 *
 * @throws Refusal; AccountError when there is no such account, or it is the last administrator's.
 */
export const changeRoles = (
  deps: Pick<ActionDeps, 'audit' | 'now'>,
  actor: Actor,
  id: PersonId,
  roles: readonly Role[],
): Promise<void> =>
  changeAccount(deps, actor, id, {
    action: 'account.roles',
    details: { roles },
    async act(tx, at) {
      if (!roles.includes('admin')) await requireOtherAdmin(tx, id);
      await setRoles(tx, id, roles, at);
      if (!mayWith(roles, 'cases.decide')) await releaseWork(tx, id);
      else if (!roles.includes('desk')) await releaseConfidential(tx, id);
      await releaseEmptyDesk(tx);
    },
  });
