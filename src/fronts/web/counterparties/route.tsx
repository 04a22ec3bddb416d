import type { Handler } from 'hono';
import { asToldTo } from '../../../actions/index.ts';
import { parseCounterpartyId, speaksOf } from '../../../cases/index.ts';
import type { Counterparty } from '../../../response/index.ts';
import { casesOfCounterparty, listCounterparties, loadCounterparty } from '../../../store/index.ts';
import { type FrontDeps, veiled } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { ListView } from './list-view.tsx';
import { CounterpartyView } from './view.tsx';

const ON_A_PAGE = 50;
const LAST_PAGE = 2000;

/** The register, or what of it a word finds. */
export const showCounterparties =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const words = (c.req.query('q') ?? '').slice(0, 100);
    const asked = Number(/^\d{1,4}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1);
    const number = Math.min(Math.max(asked, 1), LAST_PAGE);
    const slice = { words, limit: ON_A_PAGE, offset: (number - 1) * ON_A_PAGE };
    return page(
      c,
      deps,
      { title: messages.counterparties.title, section: 'counterparties' },
      <ListView
        messages={messages}
        {...(await listCounterparties(deps.db, slice))}
        words={words}
        page={number}
        onAPage={ON_A_PAGE}
        mayManage={can(c, 'counterparties.manage')}
      />,
    );
  };

/** What is written down of one counterparty, and its cases as far as whoever looks may see them. */
export const showCounterparty =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const one = await counterpartyAsked(c, deps);
    if (one === null) return c.notFound();
    const messages = c.get('messages');
    const slice = { limit: ON_A_PAGE, offset: 0 };
    const { cases, statuses } = await casesOfCounterparty(deps.db, one, slice, visibilityOf(c));
    const person = c.get('person')!;
    const { maskAll } = c.get('preferences');
    const told = await asToldTo(deps, actorOf(c, deps), cases);
    const named = told.map((row) => ({ ...row, hidden: row.closed === true || speaksOf(row, person) }));
    const shown = await veiled(deps.db, named, { maskAll, language: c.get('language') });
    return page(
      c,
      deps,
      { title: messages.counterparties.title, section: 'counterparties' },
      <CounterpartyView
        messages={messages}
        clock={c.get('clock')}
        counterparty={one}
        cases={shown}
        statuses={statuses}
        mayManage={can(c, 'counterparties.manage')}
        saved={c.req.query('saved') === '1'}
      />,
    );
  };

/** The counterparty of the address; null when there is none. */
export async function counterpartyAsked(c: WebContext, { db }: FrontDeps): Promise<Counterparty | null> {
  const id = parseCounterpartyId(c.req.param('counterparty') ?? '');
  return id && loadCounterparty(db, id);
}
