import { mayWith, type PersonId, ROLES } from '../../cases/index.ts';
import {
  type Db,
  endSessions,
  isLastWith,
  loadAccount,
  releaseConfidential,
  releaseEmptyDesk,
  releaseWork,
  removeFactor,
  setActive,
  setRoles,
} from '../../store/index.ts';
import { AccountError } from '../account-error.ts';
import { act } from '../kernel/act.ts';
import { choice, choices, personId } from '../kernel/ask.ts';

/** What is done to an account, and whose it was: the log names them. */
const account = {
  right: 'people.manage',
  to: ({ id }: { readonly id: PersonId }) => `account/${id}`,
  told: (name: string) => ({ for: name }),
} as const;

/** The name of whose it is. @throws AccountError when there is no such account. */
async function requireAccount(tx: Db, id: PersonId, at: Date): Promise<string> {
  const found = await loadAccount(tx, id, at);
  if (found === null) throw new AccountError('unknown', 'There is no such account.');
  return found.name;
}

/** @throws AccountError when nobody would be left who looks after accounts. */
async function requireOtherAdmin(tx: Db, id: PersonId): Promise<void> {
  if (await isLastWith(tx, 'admin', id))
    throw new AccountError('last-admin', 'This is the last administrator; make someone else one first.');
}

/** Changes what an account may do, from its next request on. What waited for someone who no longer decides waits for anyone. */
export const changeRoles = act({
  ...account,
  path: '/people/:id/roles',
  audit: 'account.roles',
  ask: { id: personId(), roles: choices(ROLES, 'maybe') },
  logged: ['roles'],
  async do(tx, { id, roles }, { at }) {
    const name = await requireAccount(tx, id, at);
    if (!roles.includes('admin')) await requireOtherAdmin(tx, id);
    await setRoles(tx, id, roles, at);
    if (!mayWith(roles, 'cases.decide')) await releaseWork(tx, id);
    else if (!roles.includes('desk')) await releaseConfidential(tx, id);
    await releaseEmptyDesk(tx);
    return name;
  },
});

/** Ends all that an account may do, at once, and its history stays; or lets it work again. */
export const switchAccount = act({
  ...account,
  path: '/people/:id/active',
  audit: ({ active }) => (active === 'on' ? 'account.activate' : 'account.deactivate'),
  ask: { id: personId(), active: choice(['on', 'off']) },
  logged: [],
  async do(tx, { id, active }, { at }) {
    const name = await requireAccount(tx, id, at);
    if (active === 'off') await requireOtherAdmin(tx, id);
    await setActive(tx, id, active === 'on', at);
    if (active === 'off') {
      await releaseWork(tx, id);
      await releaseEmptyDesk(tx);
    }
    return name;
  },
});

/** Signs a person out everywhere. */
export const signOutEverywhere = act({
  ...account,
  path: '/people/:id/sign-out',
  audit: 'session.end',
  ask: { id: personId() },
  logged: [],
  told: (name: string) => ({ for: name, all: true }),
  async do(tx, { id }, { at }) {
    const name = await requireAccount(tx, id, at);
    await endSessions(tx, id);
    return name;
  },
});

/** Takes the second factor away from someone who can no longer use it. */
export const removeSecondFactor = act({
  ...account,
  path: '/people/:id/factor',
  audit: 'factor.off',
  ask: { id: personId() },
  logged: [],
  async do(tx, { id }, { at }) {
    const name = await requireAccount(tx, id, at);
    await removeFactor(tx, id, at);
    return name;
  },
});
