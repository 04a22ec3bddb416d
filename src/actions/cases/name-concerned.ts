import type { CaseId, PersonId } from '../../cases/index.ts';
import { type Account, findAccountById, listAccounts, nameVictim, unnameVictim } from '../../store/index.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { line, pick, rowId, usualChoice } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { namedInMails } from './named-in-mails.ts';

/**
 * Puts a case to somebody with an account whom it befell, or takes that back. They see on their own page that it is there and what was done for
 * them, and nothing that was written. The log of the case says that it was done, never to whom: of a confidential one it would tell whom it is about.
 */
export const nameConcerned = act({
  path: '/cases/:id/concerned',
  right: 'cases.concerned',
  audit: 'case.concerned',
  about: 'id',
  ask: {
    id: rowId<CaseId>(),
    do: usualChoice('add', ['add', 'remove']),
    person: pick<PersonId>(),
    role: line(60, 'maybe'), // as a letter calls them that does not name them
  },
  logged: [],
  async do(tx, { id, do: what, person, role }, { by, at, sight }) {
    if ((await findAccountById(tx, person)) === null)
      throw new Refusal({ code: 'wrong-fields', fields: { person: 'wrong' } });
    if (what === 'remove') {
      if (!(await unnameVictim(tx, id, person))) throw new Refusal({ code: 'not-there' });
    } else if (!(await nameVictim(tx, { caseId: id, person, role }, { by, at }, sight)))
      throw new Refusal({ code: 'no-such-case' });
    return { add: what === 'add' };
  },
  told: (done) => done,
  to: ({ id }) => `case/${id}`,
});

/** People with an account that works, those whom the mails of the case name first: a proposal, for a family name fits several. */
export async function concernedCandidates(
  { db, now }: Pick<ActionDeps, 'db' | 'now'>,
  id: CaseId,
): Promise<readonly (Pick<Account, 'id' | 'name'> & { readonly named: boolean })[]> {
  const people = (await listAccounts(db, now())).filter(({ deactivatedAt }) => deactivatedAt === null);
  const named = await namedInMails(db, id, people);
  return people
    .map((one) => ({ id: one.id, name: one.name, named: named.has(one) }))
    .sort((a, b) => Number(b.named) - Number(a.named));
}
