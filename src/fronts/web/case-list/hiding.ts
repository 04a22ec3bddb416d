import { asToldTo } from '../../../actions/index.ts';
import { type CaseId, type CaseInList, type Named, speaksOf } from '../../../cases/index.ts';
import { type FrontDeps, hidesSubject, veiled } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import type { WebContext } from '../shell/page.tsx';

type Listed = Pick<CaseInList, 'id' | 'closed' | 'declined' | 'from' | 'subject' | 'acts' | 'foundActs' | 'decidedBy'>;

/** Cases as a list shows them to someone. */
export interface Shown<Row> {
  readonly cases: Row[]; // sender and subject with the words hidden that hurt
  /** Whether somebody is not told what a case is about: it speaks of them, or they declined it. */
  readonly isHidden: (row: { readonly id: CaseId }) => boolean;
  /** Whether nothing is quoted from its mails: it is hidden, or holds words that hurt. */
  readonly isSilent: (row: { readonly id: CaseId }) => boolean;
}

/** What of these cases whoever looks is shown in a list; `narrowed`: it was asked for by something that stands in a case. */
export async function shownTo<Row extends Listed>(
  c: WebContext,
  deps: FrontDeps,
  listed: readonly Row[],
  narrowed = false,
): Promise<Shown<Row>> {
  const rows = await asToldTo(deps, actorOf(c, deps), listed, { narrowed });
  const someone: Named = c.get('person')!;
  const { maskAll } = c.get('preferences');
  const idsOf = (which: (row: Row) => boolean) => new Set(rows.filter(which).map(({ id }) => id));
  const hidden = idsOf((row) => row.closed === true || row.declined || speaksOf(row, someone));
  const silent = idsOf((row) => hidden.has(row.id) || hidesSubject(row, maskAll));
  return {
    cases: await veiled(deps.db, rows, { maskAll, language: c.get('language') }),
    isHidden: ({ id }) => hidden.has(id),
    isSilent: ({ id }) => silent.has(id),
  };
}
