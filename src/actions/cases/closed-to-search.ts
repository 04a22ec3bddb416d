import { type CaseId, isNamedIn, mayWith, searched, tracesOf } from '../../cases/index.ts';
import { type CaseFilter, loadCase, mayBeNamed } from '../../store/index.ts';
import { type PersonActor, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { namedInMails } from './named-in-mails.ts';
import { readCase, reported } from './recusal.ts';

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
  const { db } = deps;
  const visibility = visibilityOf(person);
  const closed: CaseId[] = [];
  for (const id of await mayBeNamed(db, filter, visibility, tracesOf(person))) {
    const detail = await loadCase(db, id, visibility, { texts: false });
    if (detail === null) continue;
    const named = (await namedInMails(db, id, [person])).size > 0 || isNamedIn(searched(reported(detail)), person);
    if (named && (await readCase(deps, detail)).recused.has(person.id)) closed.push(id);
  }
  return closed;
}
