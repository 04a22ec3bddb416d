import { type CaseId, mayWith, tracesOf } from '../../cases/index.ts';
import {
  type CaseFilter,
  type FoundCase,
  meantAmong,
  rarelyFound,
  type Sought,
  walk,
  wordsOf,
} from '../../store/index.ts';
import { type PersonActor, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { isClosedTo } from './is-closed-to.ts';

/** A list in which a search is shown. */
export interface ListSought {
  readonly filter: CaseFilter; // beside that of the search, and instead of it where both say something
  readonly most: number; // cases that are wanted of it, from its beginning
  readonly looked: number; // cases that are looked at for it at most
}

export interface Search<List extends string> {
  readonly among: readonly CaseId[]; // what was found
  readonly cut: ReadonlySet<List>; // lists of which only the beginning was looked through
}

/** Where words leave more cases than these to look at, lists are looked through from their beginnings instead. */
const FEW = 1_000;

type Deps = Pick<ActionDeps, 'db' | 'read' | 'now'>;

/**
 * Finds the words of a search once for all lists in which it is shown. The words of a case are not read for a person who is recused from it,
 * since being found would tell that they stand there; its number and counterparty are. Who that is is looked up for each search: names
 * change and mails come. What is found, and how far lists are looked through, depends on no case that is closed to the person.
 *
 * @returns null where no words are looked for.
 * @example
 * const search = await searchCases(deps, person, filter, { open: { filter: { status: 'open' }, most: 51, looked: Infinity } });
 * const cases = await caseListPage(db, { status: 'open', among: search.among, limit: 50, offset: 0 }, looking);
 */
export async function searchCases<List extends string>(
  deps: Deps,
  person: PersonActor,
  { words, assignee: _, ...filter }: CaseFilter,
  lists: Readonly<Partial<Record<List, ListSought>>>,
): Promise<Search<List> | null> {
  const sought: Sought = {
    words: wordsOf(words ?? ''),
    traces: mayWith(person.roles, 'cases.decide') ? tracesOf(person) : null,
  };
  if (sought.words.length === 0) return null;
  const visibility = visibilityOf(person);
  const openOnes = createOpenOnes(deps, person, sought);
  const rare = await rarelyFound(deps.db, filter, sought, visibility, FEW);
  if (rare !== null) return { among: await openOnes(rare), cut: new Set() };
  const among = new Set<CaseId>();
  const cut = new Set<List>();
  for (const [name, list] of Object.entries(lists) as [List, ListSought][]) {
    const left = { most: list.most, looked: list.looked };
    for await (const { looked, found, more } of walk(deps.db, { ...filter, ...list.filter }, sought, visibility)) {
      const open = await openOnes(found);
      for (const id of open) among.add(id);
      left.most -= open.length;
      left.looked -= looked;
      if (left.most > 0 && left.looked > 0) continue;
      if (more) cut.add(name);
      break;
    }
  }
  return { among: [...among], cut };
}

/** Leaves out the cases whose words a person may not read and that the words do not mean otherwise. */
function createOpenOnes(deps: Deps, person: PersonActor, { words }: Sought) {
  const known = new Map<CaseId, boolean>();
  return async function openOnes(found: readonly FoundCase[]): Promise<CaseId[]> {
    for (const { id, mayName } of found)
      if (mayName && !known.has(id)) {
        const isOpen = !(await isClosedTo(deps, person, id)) || (await meantAmong(deps.db, [id], words)).length > 0;
        known.set(id, isOpen);
      }
    return found.filter(({ id }) => known.get(id) ?? true).map(({ id }) => id);
  };
}
