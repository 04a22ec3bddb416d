import type { Actor, AuditAction, Details } from '../audit/index.ts';
import { mayWith, type Role } from '../cases/index.ts';
import {
  type Account,
  type Db,
  endSessions,
  isLastWith,
  loadAccount,
  releaseConfidential,
  releaseWork,
  removeFactor,
  setActive,
  setRoles,
} from '../store/index.ts';
import type { ActionDeps } from './deps.ts';
import { AccountError } from './sign-in/index.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit'>;

/**
 * Changes what an account may do, from its next request on.
 *
 * @throws AccountError when there is no such account, or nobody would be left who looks after accounts.
 */
export const changeRoles = (deps: Deps, id: string, roles: readonly Role[], by: Actor): Promise<void> =>
  changed(deps, id, by, { action: 'account.roles', details: { roles } }, async (tx) => {
    if (!roles.includes('admin')) await keepsAdmin(tx, id);
    await setRoles(tx, id, roles, by.at);
    if (!mayWith(roles, 'cases.decide')) await releaseWork(tx, id);
    else if (!roles.includes('desk')) await releaseConfidential(tx, id);
  });

/** Ends all that an account may do, at once; its history stays. @throws AccountError as above. */
export const deactivate = (deps: Deps, id: string, by: Actor): Promise<void> =>
  changed(deps, id, by, { action: 'account.deactivate', details: {} }, async (tx) => {
    await keepsAdmin(tx, id);
    await setActive(tx, id, false, by.at);
    await releaseWork(tx, id);
  });

export const activate = (deps: Deps, id: string, by: Actor): Promise<void> =>
  changed(deps, id, by, { action: 'account.activate', details: {} }, (tx) => setActive(tx, id, true, by.at));

/** Signs a person out everywhere. */
export const signOutEverywhere = (deps: Deps, id: string, by: Actor): Promise<void> =>
  changed(deps, id, by, { action: 'session.end', details: { all: true } }, async (tx) => {
    await endSessions(tx, id);
  });

/** Takes the second factor away from someone who can no longer use it. */
export const removeSecondFactor = (deps: Deps, id: string, by: Actor): Promise<void> =>
  changed(deps, id, by, { action: 'factor.off', details: {} }, (tx) => removeFactor(tx, id, by.at));

interface Change {
  readonly action: AuditAction;
  readonly details: Details;
}

function changed(
  { audit }: Deps,
  id: string,
  by: Actor,
  change: Change,
  act: (tx: Db, account: Account) => Promise<void>,
): Promise<void> {
  return audit.during(
    async (tx) => {
      const account = await loadAccount(tx, id, by.at);
      if (account === null) throw new AccountError('unknown', 'There is no such account.');
      await act(tx, account);
    },
    () => ({ ...by, ...change, target: `account/${id}` }),
  );
}

async function keepsAdmin(tx: Db, id: string): Promise<void> {
  if (await isLastWith(tx, 'admin', id))
    throw new AccountError('last-admin', 'This is the last administrator; make someone else one first.');
}
