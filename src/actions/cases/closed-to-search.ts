import { type CaseId, mayWith, tracesOf } from '../../cases/index.ts';
import { type CaseFilter, mayBeNamed } from '../../store/index.ts';
import { type PersonActor, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { isClosedTo } from './is-closed-to.ts';

/**
 * Cases of a search whose words it may not read for a person: they are recused from them, so that being found would tell which words stand
 * there. Looked up for each search, since names change and mails come. None where no words are looked for.
 *
 * @example
 * const closed = await closedToSearch(deps, person, filter);
 * const cases = await caseListPage(db, { ...filter, closed, limit: 50, offset: 0 }, looking);
 */
export async function closedToSearch(
  deps: Pick<ActionDeps, 'db' | 'read' | 'now'>,
  person: PersonActor,
  filter: CaseFilter,
): Promise<CaseId[]> {
  if (filter.words === undefined || !mayWith(person.roles, 'cases.decide')) return [];
  const closed: CaseId[] = [];
  for (const id of await mayBeNamed(deps.db, filter, visibilityOf(person), tracesOf(person)))
    if (await isClosedTo(deps, person, id)) closed.push(id);
  return closed;
}
