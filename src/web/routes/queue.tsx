import type { Handler } from 'hono';
import { countCases, listCases } from '../../store/index.ts';
import type { DeskDeps } from '../deps.ts';
import { type DeskEnv, page } from '../page.tsx';
import { QueueView, TABS, type Tab } from '../views/queue.tsx';

const PAGE_SIZE = 50;

/** The list of cases. What the address asks wrongly is as if it had not been asked. */
export const queue =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const tab = TABS.find((one) => one === c.req.query('tab')) ?? 'all';
    const asked = pageNumber(c.req.query('page'));
    const [counts, first] = [await countCases(deps.db), await casesOf(deps, tab, asked)];
    const lastPage = Math.max(1, Math.ceil(first.total / PAGE_SIZE));
    const shown = Math.min(asked, lastPage); // the list may have become shorter than the page that was asked
    const words = c.get('words');
    return page(
      c,
      deps,
      { title: words.queue.title, section: 'cases' },
      <QueueView
        words={words}
        clock={c.get('clock')}
        now={deps.now()}
        tab={tab}
        counts={{ ...counts, all: counts.urgent + counts.review + counts.grey + counts.unreadable }}
        cases={shown === asked ? first.cases : (await casesOf(deps, tab, shown)).cases}
        page={shown}
        lastPage={lastPage}
        live={c.req.query('live') !== '0'}
      />,
    );
  };

const pageNumber = (text = ''): number => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1);

const casesOf = ({ db }: DeskDeps, tab: Tab, number: number) =>
  listCases(db, { ...filterOf(tab), limit: PAGE_SIZE, offset: (number - 1) * PAGE_SIZE });

function filterOf(tab: Tab) {
  switch (tab) {
    case 'all':
      return { status: 'open' } as const;
    case 'urgent':
    case 'review':
    case 'grey':
      return { status: 'open', band: tab } as const;
    case 'unreadable':
      return { status: 'open', kind: tab } as const;
    case 'approved':
    case 'dismissed':
      return { status: tab } as const;
  }
}
