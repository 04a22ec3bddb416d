import { type PersonId, parsePersonId } from '../../../cases/index.ts';
import { ACTS, type Act } from '../../../detect/index.ts';
import type { CaseFilter } from '../../../store/index.ts';
import { dayStart } from '../../shared/index.ts';

export const TABS = [
  'all',
  'mine',
  'urgent',
  'review',
  'grey',
  'unreadable',
  'report',
  'worry',
  'approved',
  'dismissed',
] as const;
export type Tab = (typeof TABS)[number];
export type DecidedTab = 'approved' | 'dismissed';
export const isDecidedTab = (tab: Tab): tab is DecidedTab => tab === 'approved' || tab === 'dismissed';

const OPEN_KINDS = ['all', 'urgent', 'review', 'grey', 'unreadable', 'report'] as const satisfies readonly Tab[];
const DECIDED_KINDS = ['approved', 'dismissed'] as const satisfies readonly Tab[];

/** The tabs that narrow the view of a tab further. A search among all that waits looks among what is decided too. */
export function tabsOf({ tab, narrowing }: Pick<CaseListQuery, 'tab' | 'narrowing'>): readonly Tab[] {
  if (tab === 'mine' || tab === 'worry') return [];
  if (narrowing.q !== '') return [...OPEN_KINDS, ...DECIDED_KINDS];
  return isDecidedTab(tab) ? DECIDED_KINDS : OPEN_KINDS;
}

/** Cases of a page. */
export const PAGE_SIZE = 50;

/** How far the cases of a narrowed tab are counted; its pages end there too. */
export const MOST_COUNTED = 1000;

/** What a person narrows the list by; '' does not narrow. */
export interface Narrowing {
  readonly q: string;
  readonly act: Act | '';
  readonly source: string;
  readonly counterparty: string;
  readonly from: string; // YYYY-MM-DD, included
  readonly to: string; // YYYY-MM-DD, included
  readonly assignee: string; // 'me', 'nobody', 'desk' or the id of an account
}

/** What the address of a list asks for. */
export interface CaseListQuery {
  readonly tab: Tab;
  readonly page: number; // from 1
  readonly live: boolean; // the list keeps itself up to date
  readonly narrowing: Narrowing;
}

export const WIDE: Narrowing = { q: '', act: '', source: '', counterparty: '', from: '', to: '', assignee: '' };

/** Reads the query of a list; what is asked wrongly is as if it had not been asked. */
export function readQuery(query: Readonly<Record<string, string>>): CaseListQuery {
  const short = (name: string) => ((query[name] ?? '').length <= 200 ? (query[name] ?? '').trim() : '');
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(short(name)) ? short(name) : '');
  return {
    tab: TABS.find((tab) => tab === query.tab) ?? 'all',
    page: /^[1-9]\d{0,5}$/.test(query.page ?? '') ? Number(query.page) : 1,
    live: query.live !== '0',
    narrowing: {
      q: short('q'),
      act: ACTS.find((act) => act === query.act) ?? '',
      source: short('source'),
      counterparty: short('counterparty').toLowerCase(),
      from: day('from'),
      to: day('to'),
      assignee: short('assignee'),
    },
  };
}

/** Address of a list; what is usual is left out. */
export function caseListUrl({ tab, page, live, narrowing }: CaseListQuery): string {
  const query = new URLSearchParams();
  if (tab !== 'all') query.set('tab', tab);
  for (const [name, value] of Object.entries(narrowing)) if (value !== '') query.set(name, value);
  if (page > 1) query.set('page', String(page));
  if (!live) query.set('live', '0');
  return query.size === 0 ? '/' : `/?${query}`;
}

/** Address of the same list as a file. */
export const exportUrl = (ask: CaseListQuery): string =>
  `/list/export${caseListUrl({ ...ask, page: 1, live: true }).slice(1)}`;

/** How many filters narrow the list. */
export const countNarrowing = (narrowing: Narrowing): number =>
  Object.values(narrowing).filter((value) => value !== '').length;

/** The same for the store. `me` is the account that asks; days are those of `timeZone`. */
export function filterOf(
  { q, act, source, counterparty, from, to, assignee }: Narrowing,
  { me, timeZone }: { readonly me: PersonId; readonly timeZone: string },
): CaseFilter {
  const since = dayStart(from, timeZone);
  const before = dayStart(to, timeZone, 1);
  return {
    ...(q === '' ? {} : { words: q }),
    ...(act === '' ? {} : { act }),
    ...(source === '' ? {} : { source }),
    ...(counterparty === '' ? {} : { counterparty }),
    ...(since === null ? {} : { since }),
    ...(before === null ? {} : { before }),
    ...assigneeOf(assignee, me),
  };
}

function assigneeOf(assignee: string, me: PersonId): Pick<CaseFilter, 'assignee'> {
  if (assignee === 'nobody' || assignee === 'desk') return { assignee: { kind: assignee } };
  const id = assignee === 'me' ? me : parsePersonId(assignee);
  return id === null ? {} : { assignee: { kind: 'person', id } };
}

/** Which cases a tab is about; `me` is who looks. */
export function tabFilter(tab: Tab, me: PersonId): CaseFilter {
  switch (tab) {
    case 'all':
      return { status: 'open' };
    case 'mine':
      return { status: 'open', assignee: { kind: 'person', id: me } };
    case 'urgent':
    case 'review':
    case 'grey':
      return { status: 'open', kind: 'mail', band: tab };
    case 'worry':
      return { status: 'open', worry: true };
    case 'unreadable':
    case 'report':
      return { status: 'open', kind: tab };
    case 'approved':
    case 'dismissed':
      return { status: tab };
  }
}
