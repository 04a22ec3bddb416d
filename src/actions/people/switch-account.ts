import type { PersonId } from '../../cases/index.ts';
import { releaseEmptyDesk, releaseWork, setActive } from '../../store/index.ts';
import type { Actor } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { changeAccount, requireOtherAdmin } from './change-account.ts';

type Deps = Pick<ActionDeps, 'audit' | 'now'>;

/**
 * Ends all that an account may do, at once; its history stays.
 *
 * @throws Refusal; AccountError when there is no such account, or it is the last administrator's.
 */
export const deactivate = (deps: Deps, actor: Actor, id: PersonId): Promise<void> =>
  changeAccount(deps, actor, id, {
    action: 'account.deactivate',
    details: {},
    async act(tx, at) {
      await requireOtherAdmin(tx, id);
      await setActive(tx, id, false, at);
      await releaseWork(tx, id);
      await releaseEmptyDesk(tx);
    },
  });

/** Lets an account work again. @throws Refusal; AccountError when there is no such account. */
export const activate = (deps: Deps, actor: Actor, id: PersonId): Promise<void> =>
  changeAccount(deps, actor, id, {
    action: 'account.activate',
    details: {},
    act: (tx, at) => setActive(tx, id, true, at),
  });
