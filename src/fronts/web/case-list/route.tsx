import type { Handler } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { asksForContent, searchCases } from '../../../actions/index.ts';
import { mayWith, parseCaseId } from '../../../cases/index.ts';
import {
  caseListPage,
  countCases,
  fewLeft,
  firstClocks,
  listPeople,
  savedViews,
  sourceHealth,
  spotsUnread,
  standingOf,
  takeoversFrom,
  totalOf,
} from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { restOf } from '../account/rest.tsx';
import { afterOf } from '../cases/after-query.ts';
import { mentionsCard } from '../comments/mentions-route.tsx';
import { stepsToOffer } from '../first-steps/facts.ts';
import { forwardedCard } from '../forwarded/page.tsx';
import { actorOf } from '../shell/actor.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { lookingOf, visibilityOf } from '../shell/reviewer.ts';
import { showTasks } from '../tasks/route.tsx';
import { countTabs, listsSought } from './counts.ts';
import { firstWords } from './first-words.ts';
import { foldedTexts } from './folded.ts';
import { foundTexts } from './found.tsx';
import { shownTo } from './hiding.ts';
import { pressingOf } from './pane.tsx';
import {
  type CaseListQuery,
  caseListUrl,
  countNarrowing,
  filterOf,
  isDecidedTab,
  MOST_COUNTED,
  PAGE_SIZE,
  readQuery,
  type Tab,
  tabFilter,
} from './query.ts';
import type { WrongView } from './saved-views.tsx';
import { decidedAmong, meantCase } from './searched.tsx';
import { QueueView, type TogetherState } from './view.tsx';
import { viewCounts } from './views.tsx';

/** The list of cases, or of what is to be done in them. */
export const queue =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    c.req.query('tab') === 'tasks' ? showTasks(c, deps) : listPage(c, deps, readQuery(c.req.query()), {});

interface ListState {
  readonly status?: ContentfulStatusCode;
  readonly view?: WrongView;
  readonly together?: TogetherState;
}

export async function listPage(
  c: WebContext,
  deps: FrontDeps,
  asked: CaseListQuery,
  { status = 200, view, together = UNTICKED }: ListState,
): Promise<Response> {
  const { db } = deps;
  const person = c.get('person')!.id;
  const visibility = visibilityOf(c);
  const now = deps.now();
  const wanted = filterOf(asked.narrowing, { me: person, timeZone: deps.company.timeZone });
  const search = await searchCases(deps, actorOf(c, deps), wanted, listsSought(asked, wanted, person));
  const { words: _, assignee, ...unsought } = wanted;
  const among = search?.among ?? (Object.keys(unsought).length > 0 ? await fewLeft(db, unsought, visibility) : null);
  const narrow = among === null ? { ...unsought, assignee } : { among, assignee };
  const narrowed = countNarrowing(asked.narrowing) > 0;
  const open = await countCases(db, visibility);
  const cut = search?.cut ?? new Set();
  const counts = await countTabs(db, asked, narrow, { open, cut, me: person, visibility });
  const pressing = pressingOf(open);
  const filter = { ...narrow, ...tabFilter(asked.tab, person) };
  const total = isDecidedTab(asked.tab)
    ? await totalOf(db, filter, visibility, narrowed ? MOST_COUNTED : undefined)
    : counts[asked.tab].cases;
  const reached = cut.size === 0 ? total : Math.min(total, MOST_COUNTED); // pages end where a search does
  const lastPage = Math.max(1, Math.ceil(reached / PAGE_SIZE));
  const ask = { ...asked, page: Math.min(asked.page, lastPage) }; // the list may have become shorter
  const slice = { limit: PAGE_SIZE, offset: (ask.page - 1) * PAGE_SIZE };
  const rows = total === 0 ? [] : await caseListPage(db, { ...filter, ...slice }, lookingOf(c, now));
  const searched = asked.narrowing.q !== '' && asked.tab === 'all';
  const beside = searched ? await decidedAmong(db, narrow, lookingOf(c, now)) : [];
  const { cases: shown, isHidden, isSilent } = await shownTo(c, deps, [...rows, ...beside], asksForContent(wanted));
  const known = new Set(beside.map(({ id }) => id));
  const [cases, decided] = [shown.filter(({ id }) => !known.has(id)), shown.filter(({ id }) => known.has(id))];
  const ids = (isDecidedTab(ask.tab) ? cases : decided).flatMap(({ id, closed }) => (closed ? [] : [id]));
  const messages = c.get('messages');
  return page(
    c,
    deps,
    {
      title: messages.queue.title,
      section: 'cases',
      start: true,
      pressing,
      status,
      ...(c.req.method === 'GET' ? {} : { here: caseListUrl(ask) }),
    },
    <QueueView
      messages={messages}
      clock={c.get('clock')}
      now={now}
      person={person}
      ask={ask}
      counts={counts}
      cases={cases}
      decided={decided}
      meant={await meantCase(db, ask.narrowing.q, lookingOf(c, now))}
      isHidden={isHidden}
      words={
        new Map([
          ...(await firstWords(db, cases, { who: c.get('person')!, isSilent })),
          ...(await foldedTexts(db, cases, messages)), // where there are no words
        ])
      }
      standing={await standingOf(db, ids, visibility)}
      retention={deps.retention}
      found={await foundTexts(db, shown, ask.narrowing.q, { who: c.get('person')!, isSilent })}
      lastPage={lastPage}
      mayDecide={can(c, 'cases.decide')}
      mayAssign={can(c, 'cases.assign')}
      together={together}
      people={(await listPeople(db)).filter(({ roles }) => mayWith(roles, 'cases.decide'))}
      sources={(await sourceHealth(db)).map(({ name }) => name)}
      views={await savedViews(db, person)}
      wrongView={view ?? null}
      after={await afterOf(c, deps)}
      notice={noticeOf(c)}
      declined={parseCaseId(c.req.query('declined') ?? '')}
      takeovers={await takeoversFrom(db, person)}
      pressing={pressing}
      viewCounts={await viewCounts(c, deps, open)}
      deadlines={
        await firstClocks(
          db,
          cases.map(({ id }) => id),
          visibility,
        )
      }
      spots={deps.spotChecks.oneIn !== null && can(c, 'cases.spot-check') ? await spotsUnread(db, now) : 0}
      above={ask.page === 1 ? await aboveOf(c, deps, ask.tab) : null}
      rest={await restOf(c, deps)}
      steps={await stepsToOffer(c, deps)}
    />,
  );
}

const UNTICKED: TogetherState = { values: {}, errors: {}, done: null };

/** What a view has beside cases: mails of which nobody knows who sent them, and comments that name whoever looks. */
async function aboveOf(c: WebContext, deps: FrontDeps, tab: Tab): Promise<Child> {
  if (c.req.header('hx-request') === 'true') return null; // the list alone is asked for anew
  if (tab === 'mine') return mentionsCard(c, deps);
  return tab === 'all' && can(c, 'consultations.confirm') ? forwardedCard(c, deps) : null;
}

/** What the request that led to the list came to. */
function noticeOf(c: WebContext): string | null {
  const { queue: say } = c.get('messages');
  if (c.req.query('declined') !== undefined) return say.declinedNow;
  return c.req.query('none') === '1' ? say.nothingToStart : null;
}
