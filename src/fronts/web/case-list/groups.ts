import { type CaseId, type CaseInList, hasGrave, type PersonId } from '../../../cases/index.ts';
import type { RunningClock } from '../../../store/index.ts';

/** In the order of the list. What cannot be read stands with what is 微妙: nobody knows yet what it says. */
export const GRAVITIES = ['safety', 'urgent', 'review', 'grey'] as const;
export type Gravity = (typeof GRAVITIES)[number];

function gravityOf({ band, acts }: CaseInList): Gravity {
  switch (band) {
    case 'urgent':
      return hasGrave(acts) ? 'safety' : 'urgent';
    case 'review':
      return 'review';
    case 'grey':
    case 'ordinary':
    case null:
      return 'grey';
  }
}

/**
 * The rows of a page by gravity; within a group what waits for whoever looks, then the first deadline, then the oldest. Empty groups are
 * left out.
 */
export function groupsOf(rows: readonly CaseInList[], deadlines: ReadonlyMap<CaseId, RunningClock>, person: PersonId) {
  const isOthers = ({ assignee }: CaseInList) => Number(assignee.kind !== 'person' || assignee.id !== person);
  const dueOf = ({ id }: CaseInList) => deadlines.get(id)?.dueAt.getTime() ?? Number.POSITIVE_INFINITY;
  return GRAVITIES.map((gravity) => ({
    gravity,
    rows: rows
      .filter((row) => gravityOf(row) === gravity)
      .sort(
        (a, b) =>
          isOthers(a) - isOthers(b) || (dueOf(a) === dueOf(b) ? +a.receivedAt - +b.receivedAt : dueOf(a) - dueOf(b)),
      ),
  })).filter((group) => group.rows.length > 0);
}
