import type { ViewId } from '../../cases/index.ts';
import { deleteView as deleteOwnView, type SavedView, saveView as saveOwnView } from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

type Deps = Pick<ActionDeps, 'audit' | 'now'>;

/**
 * Gives a narrowed list a name. The name may say anything, so the log does not keep it.
 *
 * @returns false when the person has as many as there may be.
 * @throws Refusal `not-allowed`
 */
export async function saveView(
  { audit, now }: Deps,
  person: PersonActor,
  view: Omit<SavedView, 'id'>,
): Promise<boolean> {
  requireRight(person, 'cases.read');
  return audit.during(
    (tx) => saveOwnView(tx, person.id, view),
    (done) => (done ? viewEntry(person, now(), 'saved') : null),
  );
}

/** Only views of one's own can be named. @returns false when there is no such view. @throws Refusal `not-allowed` */
export async function deleteView({ audit, now }: Deps, person: PersonActor, id: ViewId): Promise<boolean> {
  requireRight(person, 'cases.read');
  return audit.during(
    (tx) => deleteOwnView(tx, person.id, id),
    (done) => (done ? viewEntry(person, now(), 'deleted') : null),
  );
}

const viewEntry = (person: PersonActor, at: Date, view: 'saved' | 'deleted') =>
  ({
    ...auditActorOf(person, at),
    action: 'settings.change',
    target: `account/${person.id}`,
    details: { view },
  }) as const;
