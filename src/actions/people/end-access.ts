import type { PersonId } from '../../cases/index.ts';
import { endSessions, removeFactor } from '../../store/index.ts';
import type { Actor } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { changeAccount } from './change-account.ts';

type Deps = Pick<ActionDeps, 'audit' | 'now'>;

/** Signs a person out everywhere. @throws Refusal; AccountError when there is no such account. */
export const signOutEverywhere = (deps: Deps, actor: Actor, id: PersonId): Promise<void> =>
  changeAccount(deps, actor, id, {
    action: 'session.end',
    details: { all: true },
    async act(tx) {
      await endSessions(tx, id);
    },
  });

/** Takes the second factor away from someone who can no longer use it. @throws as above */
export const removeSecondFactor = (deps: Deps, actor: Actor, id: PersonId): Promise<void> =>
  changeAccount(deps, actor, id, { action: 'factor.off', details: {}, act: (tx, at) => removeFactor(tx, id, at) });
