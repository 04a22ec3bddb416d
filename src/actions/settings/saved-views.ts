import type { ViewId } from '../../cases/index.ts';
import { deleteView as deleteOwnView, type SavedView, saveView as saveOwnView } from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

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
    (done) =>
      done
        ? {
            ...auditActorOf(person, now()),
            action: 'settings.change',
            target: `account/${person.id}`,
            details: { view: 'saved' },
          }
        : null,
  );
}

/** Only views of one's own can be named. */
export const deleteView = act({
  path: '/views/:view/delete',
  right: 'cases.read',
  audit: 'settings.change',
  ask: { view: rowId<ViewId>() },
  logged: [],
  async do(tx, { view }, { person }) {
    if (!(await deleteOwnView(tx, person!, view))) throw new Refusal({ code: 'not-there' });
    return person!;
  },
  told: () => ({ view: 'deleted' }),
  to: (_, person) => `account/${person}`,
});
