import type { Waiting } from './decision.ts';
import type { PersonId } from './ids.ts';
import { mayWith } from './rights.ts';

/**
 * Whether someone may have a case wait for `to`, null being anyone: whoever has the right; everybody else for themselves, as
 * long as the case waits for nobody but them.
 *
 * @param who `id` null: a program, which is nobody
 * @param from for whom it waits now
 */
export function mayAssign(
  who: { readonly id: PersonId | null; readonly roles: readonly string[] },
  from: Waiting,
  to: PersonId | null,
): boolean {
  const { id, roles } = who;
  if (mayWith(roles, 'cases.assign')) return true;
  if (id === null || (to !== null && to !== id)) return false;
  switch (from.kind) {
    case 'anyone':
      return true;
    case 'desk':
      return to === id && roles.includes('desk');
    case 'person':
      return from.id === id;
  }
}
