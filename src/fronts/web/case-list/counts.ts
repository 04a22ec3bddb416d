import type { ListSought } from '../../../actions/index.ts';
import type { PersonId } from '../../../cases/index.ts';
import {
  type CaseCounts,
  type CaseFilter,
  countCases,
  type Db,
  totalOf,
  type Visibility,
} from '../../../store/index.ts';
import {
  type CaseListQuery,
  countNarrowing,
  type DecidedTab,
  MOST_COUNTED,
  PAGE_SIZE,
  type Tab,
  tabFilter,
} from './query.ts';

/** What a tab says of its cases. */
export interface TabCount {
  readonly cases: number;
  readonly more: boolean; // there may be more
}

/** Of every open tab, and of the decided ones where words are looked for. */
export type Counts = Readonly<Record<Exclude<Tab, DecidedTab>, TabCount>> &
  Readonly<Partial<Record<DecidedTab, TabCount>>>;

const DECIDED = ['approved', 'dismissed'] as const satisfies readonly DecidedTab[];
const BANDED = ['urgent', 'review', 'grey', 'unreadable', 'report'] as const satisfies readonly Tab[];

/** For the count of a tab that nobody looks at now, where words stand in very many cases. */
const LOOKED = 200;

/** What a search has to find for the page that is asked for, and for the counts beside it. */
export function listsSought(
  { tab, page }: Pick<CaseListQuery, 'tab' | 'page'>,
  { assignee }: CaseFilter,
  me: PersonId,
): Partial<Record<Tab, ListSought>> {
  const list = (one: Tab) => ({ ...(assignee === undefined ? {} : { assignee }), ...tabFilter(one, me) });
  const whole = { most: Math.min(page * PAGE_SIZE + 1, MOST_COUNTED), looked: Number.POSITIVE_INFINITY };
  const beginning = { most: MOST_COUNTED, looked: LOOKED };
  return {
    ...Object.fromEntries([...BANDED, ...DECIDED].map((one) => [one, { filter: list(one), ...beginning }])),
    mine: { filter: list('mine'), ...beginning },
    worry: { filter: list('worry'), ...beginning },
    [tab]: { filter: list(tab), ...whole },
  };
}

/** Cases of each tab that is counted. @param cut tabs of which a search looked through the beginning alone */
export async function countTabs(
  db: Db,
  { tab, narrowing }: CaseListQuery,
  narrow: CaseFilter,
  {
    open,
    cut,
    me,
    visibility,
  }: {
    readonly open: CaseCounts; // whatever narrows the list
    readonly cut: ReadonlySet<Tab>;
    readonly me: PersonId;
    readonly visibility: Visibility;
  },
): Promise<Counts> {
  const narrowed = countNarrowing(narrowing) > 0;
  const banded = narrowed ? await narrowedCounts(db, narrow, visibility) : open;
  const countOf = (one: 'mine' | 'worry') =>
    totalOf(db, { ...narrow, ...tabFilter(one, me) }, visibility, MOST_COUNTED);
  const isWhole = tab === 'all' && !cut.has('all'); // all open cases were looked through for the page
  const counted = (one: Tab, cases: number): TabCount => ({
    cases,
    more: narrowed && (cases >= MOST_COUNTED || (cut.has(one) && !(isWhole && one !== 'mine' && one !== 'worry'))),
  });
  const tabs = Object.fromEntries(BANDED.map((one) => [one, counted(one, banded[one])])) as Record<
    (typeof BANDED)[number],
    TabCount
  >;
  const decided: Partial<Record<DecidedTab, TabCount>> = {};
  if (narrowing.q !== '')
    for (const one of DECIDED)
      decided[one] = counted(one, await totalOf(db, { ...narrow, ...tabFilter(one, me) }, visibility, MOST_COUNTED));
  const all = Object.values(banded).reduce((sum, n) => sum + n, 0);
  return {
    ...tabs,
    ...decided,
    mine: counted('mine', await countOf('mine')),
    worry: counted('worry', await countOf('worry')),
    all: { cases: all, more: (narrowed && all >= MOST_COUNTED) || Object.values(tabs).some(({ more }) => more) },
  };
}

/**
 * Each tab is counted for itself and up to a limit: no index counts what a person thinks up. What words found is at hand, and counted at once.
 */
async function narrowedCounts(db: Db, narrow: CaseFilter, visibility: Visibility): Promise<CaseCounts> {
  if (narrow.among !== undefined) return countCases(db, visibility, narrow);
  const counts = { urgent: 0, review: 0, grey: 0, unreadable: 0, report: 0 };
  for (const tab of ['urgent', 'review', 'grey'] as const)
    counts[tab] = await totalOf(db, { ...narrow, status: 'open', kind: 'mail', band: tab }, visibility, MOST_COUNTED);
  for (const kind of ['unreadable', 'report'] as const)
    counts[kind] = await totalOf(db, { ...narrow, status: 'open', kind }, visibility, MOST_COUNTED);
  return counts;
}
