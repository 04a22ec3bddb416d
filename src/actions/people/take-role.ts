import { listPeople, loadAccount, setRoles } from '../../store/index.ts';
import { requirePerson } from '../actor.ts';
import { act } from '../kernel/act.ts';
import { choice } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';

/** Roles that whoever sets the service up may need before anybody else is there. */
export const OWN_ROLES = ['lead', 'reviewer', 'tuner'] as const;

/** Whoever looks after accounts takes a role themselves, while nobody else has it. @throws Refusal `wrong-fields`: `taken` */
export const takeRole = act({
  path: '/people/own-role',
  right: 'people.manage',
  audit: 'account.roles',
  ask: { role: choice(OWN_ROLES) },
  logged: [],
  to: (_, { id }: { readonly id: string; readonly name: string; readonly roles: readonly string[] }) => `account/${id}`,
  told: ({ name, roles }) => ({ for: name, roles }),
  async do(tx, { role }, { actor, at }) {
    const { id } = requirePerson(actor);
    const others = (await listPeople(tx)).filter((one) => one.id !== id);
    if (others.some(({ roles }) => roles.includes(role))) throw wrongFields({ role: 'taken' });
    const own = await loadAccount(tx, id, at);
    if (own === null) throw new Refusal({ code: 'not-there' });
    const roles = [...new Set([...own.roles, role])];
    await setRoles(tx, id, roles, at);
    return { id, name: own.name, roles };
  },
});
