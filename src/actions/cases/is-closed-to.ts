import { type CaseId, closedRow, isNamedIn, mayWith, searched, tracesOf } from '../../cases/index.ts';
import { type CaseFilter, loadCase, mayNameAmong } from '../../store/index.ts';
import { type Actor, readerOf, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { namedInMails } from './named-in-mails.ts';
import { readCase, reported, wholeOf } from './recusal.ts';

/**
 * Whether the words of a case are not for whoever asks, or for whom a program asks: its mails, or those who handed it in, speak of them, and others decide it.
 * Whoever decides no cases is never asked to, so that being spoken of is enough. One out of sight is closed.
 *
 * @example
 * const closed = await isClosedTo(deps, person, caseId);
 */
export async function isClosedTo(
  deps: Pick<ActionDeps, 'db' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
): Promise<boolean> {
  const detail = await loadCase(deps.db, id, visibilityOf(actor), { texts: false });
  if (detail === null) return true;
  const person = readerOf(actor);
  if (person === null) return false;
  const whole = await wholeOf(deps.db, detail);
  const named =
    (await namedInMails(deps.db, whole.id, [person])).size > 0 || isNamedIn(searched(reported(whole)), person);
  return named && (!mayWith(person.roles, 'cases.decide') || (await readCase(deps, detail)).recused.has(person.id));
}

/** Whether a filter asks for something that stands in a case. Its words are asked beforehand (`searchCases`). */
export const asksForContent = ({ act, source, counterparty }: CaseFilter): boolean =>
  [act, source, counterparty].some((one) => one !== undefined);

/** Those among cases that are closed to whoever asks. Only where a text holds a trace of them is it read. */
export async function closedAmong(
  deps: Pick<ActionDeps, 'db' | 'read' | 'now'>,
  actor: Actor,
  ids: readonly CaseId[],
): Promise<ReadonlySet<CaseId>> {
  const person = readerOf(actor);
  const closed = new Set<CaseId>();
  if (person === null) return closed;
  for (const id of await mayNameAmong(deps.db, ids, tracesOf(person)))
    if (await isClosedTo(deps, actor, id)) closed.add(id);
  return closed;
}

/**
 * Rows of a list as whoever asks may see them: of those that are closed to them nothing is told (`closedRow`), and where the list was narrowed by
 * what is in a case they are not there at all.
 */
export async function asToldTo<Row extends Parameters<typeof closedRow>[0] & { readonly id: CaseId }>(
  deps: Pick<ActionDeps, 'db' | 'read' | 'now'>,
  actor: Actor,
  rows: readonly Row[],
  { narrowed = false }: { readonly narrowed?: boolean } = {},
): Promise<Row[]> {
  const closed = await closedAmong(
    deps,
    actor,
    rows.map(({ id }) => id),
  );
  const told = narrowed ? rows.filter(({ id }) => !closed.has(id)) : rows;
  return told.map((row) => (closed.has(row.id) ? closedRow(row) : row));
}
