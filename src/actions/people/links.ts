import { ROLES } from '../../cases/index.ts';
import { deleteInvitation, loadAccount, unusedInvitation } from '../../store/index.ts';
import { AccountError } from '../account-error.ts';
import { type Actor, auditActorOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { act, course } from '../kernel/act.ts';
import { choices, email, line, madeId, personId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

type Deps = Pick<ActionDeps, 'db' | 'accounts' | 'now'>;

/** A new link, and for whom. */
export interface PersonalLink {
  readonly name: string;
  readonly token: string; // for `/welcome/<token>`, which nobody can look up again
}

/** Invites a person to an account. @throws AccountError when the address has one. */
export const invite = course({
  path: '/people',
  right: 'people.manage',
  ask: { email: email(), name: line(100), roles: choices(ROLES) },
  run: async ({ accounts }: Deps, who, { actor, at }): Promise<PersonalLink> => ({
    name: who.name,
    token: await accounts.invite(who, auditActorOf(actor, at)),
  }),
});

/** Invites somebody with an account to a new password. @throws Refusal `not-allowed`; AccountError when the address has no working account. */
export async function resetPassword({ accounts, now }: Deps, actor: Actor, address: string): Promise<string> {
  requireRight(actor, 'people.manage');
  return accounts.reset(address, auditActorOf(actor, now()));
}

/** The same, by their account. */
export const resetPerson = course({
  path: '/people/:id/reset',
  right: 'people.manage',
  ask: { id: personId() },
  async run(deps: Deps, { id }, { actor, at }): Promise<PersonalLink> {
    const account = await loadAccount(deps.db, id, at);
    if (account === null) throw new Refusal({ code: 'not-there' });
    return { name: account.name, token: await resetPassword(deps, actor, account.email) };
  },
});

/** Makes a new link for whoever did not use theirs; the one before stops working. */
export const renewInvitation = course({
  path: '/people/invitations/:invitation/renew',
  right: 'people.manage',
  ask: { invitation: madeId() },
  async run({ db, accounts }: Deps, { invitation }, { actor, at }): Promise<PersonalLink> {
    const unused = await unusedInvitation(db, invitation);
    if (unused === null) throw new AccountError('unknown', 'There is no such link.');
    const by = auditActorOf(actor, at);
    const token = await (unused.known ? accounts.reset(unused.email, by) : accounts.inviteAgain(unused, by));
    return { name: unused.name, token };
  },
});

/** Ends a link that nobody used. */
export const revokeInvitation = act({
  path: '/people/invitations/:invitation/revoke',
  right: 'people.manage',
  audit: 'invitation.revoke',
  ask: { invitation: madeId() },
  logged: [],
  told: (name: string) => ({ for: name }),
  to: () => '',
  async do(tx, { invitation }) {
    const unused = await unusedInvitation(tx, invitation);
    if (unused === null || !(await deleteInvitation(tx, invitation))) throw new Refusal({ code: 'not-there' });
    return unused.name;
  },
});
