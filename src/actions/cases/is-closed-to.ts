import { type CaseId, isNamedIn, mayWith, searched } from '../../cases/index.ts';
import { loadCase } from '../../store/index.ts';
import { type PersonActor, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { namedInMails } from './named-in-mails.ts';
import { readCase, reported, wholeOf } from './recusal.ts';

/**
 * Whether the words of a case are not for a person: its mails, or those who handed it in, speak of them, and others decide it.
 * Whoever decides no cases is never asked to, so that being spoken of is enough. One out of sight is closed.
 *
 * @example
 * const closed = await isClosedTo(deps, person, caseId);
 */
export async function isClosedTo(
  deps: Pick<ActionDeps, 'db' | 'read' | 'now'>,
  person: PersonActor,
  id: CaseId,
): Promise<boolean> {
  const detail = await loadCase(deps.db, id, visibilityOf(person), { texts: false });
  if (detail === null) return true;
  const whole = await wholeOf(deps.db, detail);
  const named =
    (await namedInMails(deps.db, whole.id, [person])).size > 0 || isNamedIn(searched(reported(whole)), person);
  return named && (!mayWith(person.roles, 'cases.decide') || (await readCase(deps, detail)).recused.has(person.id));
}
