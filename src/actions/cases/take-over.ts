import type { CaseId } from '../../cases/index.ts';
import { forgetTakeovers, takeOverClaim } from '../../store/index.ts';
import { type PersonActor, requirePerson, reviewerOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { rowId } from '../kernel/ask.ts';

/** Takes a case over from whoever is at it. They are told, and the log keeps it; where nobody is at it nothing happens. */
export const takeOver = act({
  path: '/cases/:id/take-over',
  right: 'cases.take-over',
  audit: 'case.take-over',
  about: 'id',
  ask: { id: rowId<CaseId>() },
  logged: [],
  do: (tx, { id }, { actor, at }) => takeOverClaim(tx, id, reviewerOf(requirePerson(actor)), at),
  told: (taken) => taken && { from: `account/${taken.person}` },
  to: ({ id }) => `case/${id}`,
});

/** A person has seen what was taken over from them. */
export const seeTakeovers = ({ db }: Pick<ActionDeps, 'db'>, { id }: PersonActor): Promise<void> =>
  forgetTakeovers(db, id);
