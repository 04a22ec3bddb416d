import type { Child } from 'hono/jsx';
import type { CaseId, CaseInList, CaseSummary, PersonId } from '../../../cases/index.ts';
import type { ListedPerson, RunningClock, SavedView, Takeover } from '../../../store/index.ts';
import { Rest } from '../account/rest.tsx';
import type { Today } from '../account/today.ts';
import { type After, AfterBar } from '../cases/after.tsx';
import { Takeovers } from '../decide/takeovers.tsx';
import { Undecline } from '../decide/undecline.tsx';
import { StepsBar } from '../first-steps/bar.tsx';
import { Pages } from '../shell/components.tsx';
import { Key } from '../shell/form-components.tsx';
import type { Values } from '../shell/form-values.ts';
import { SpotBar } from '../spot-checks/bar.tsx';
import { TogetherBar } from '../together/bar.tsx';
import { type Done, OutcomesBar } from '../together/outcomes.tsx';
import type { Counts } from './counts.ts';
import { DecidedCases, type DecidedProps } from './decided.tsx';
import { Filters } from './filters.tsx';
import { groupsOf } from './groups.ts';
import { POLLING } from './polling.ts';
import {
  type CaseListQuery,
  caseListUrl,
  countNarrowing,
  exportUrl,
  isDecidedTab,
  MOST_COUNTED,
  type Tab,
  tabsOf,
} from './query.ts';
import { CaseRow } from './row.tsx';
import { SavedViews, type WrongView } from './saved-views.tsx';
import { MeantCase } from './searched.tsx';
import { type ViewCounts, Views, viewOf } from './views.tsx';

/** What was sent of the bar below the list, and what came of it. */
export interface TogetherState {
  readonly values: Values; // with the ticks that stay
  readonly errors: Readonly<Record<string, string>>;
  readonly done: Done | null;
}

export interface QueueViewProps extends DecidedProps {
  readonly now: Date;
  readonly person: PersonId; // id of the account that looks
  readonly words: ReadonlyMap<string, string>; // how the newest mail begins, by case
  readonly ask: CaseListQuery;
  readonly counts: Counts;
  readonly decided: readonly CaseInList[]; // that a search found beside the open ones
  readonly meant: CaseSummary | null; // the case whose number was looked for
  readonly lastPage: number;
  readonly mayDecide: boolean;
  readonly mayAssign: boolean; // to others
  readonly together: TogetherState;
  readonly people: readonly ListedPerson[]; // who may decide
  readonly sources: readonly string[];
  readonly views: readonly SavedView[];
  readonly wrongView: WrongView | null;
  readonly after: After | null;
  readonly notice: string | null; // what became of the request that led here
  readonly declined: CaseId | null; // a case that was declined just now
  readonly takeovers: readonly Takeover[];
  readonly viewCounts: ViewCounts;
  readonly deadlines: ReadonlyMap<CaseId, RunningClock>; // the first one of each case
  readonly pressing: number; // open cases that cannot wait, whatever the list shows
  readonly spots: number; // ordinary mails that wait for a reader like whoever looks
  readonly above: Child; // what else the view has
  readonly rest: Today | null; // null: nothing is said of one
  readonly steps: number | null; // of the first ones that are done, where they are offered
}

export function QueueView(props: QueueViewProps) {
  const { messages, ask, after, notice, declined, mayDecide, rest } = props;
  const say = messages.queue;
  return (
    <>
      <AfterBar messages={messages} after={after} />
      <StepsBar messages={messages} done={props.steps} />
      <SpotBar messages={messages} unread={props.spots} />
      {notice !== null && (
        <div class="after-bar" role="status">
          <p>{notice}</p>
          {declined !== null && <Undecline messages={messages} id={declined} press />}
        </div>
      )}
      <OutcomesBar messages={messages} done={props.together.done} />
      <Takeovers {...props} />
      <Views messages={messages} current={viewOf(ask.tab)} counts={props.viewCounts} />
      <div class="list-head">
        <h1>{headingOf(props)}</h1>
        {mayDecide && rest === null && (
          <form method="post" action="/next">
            <button type="submit" class="button primary" data-key="n">
              {say.start} <Key of="n" />
            </button>
          </form>
        )}
      </div>
      {rest !== null && <Rest messages={messages} today={rest} />}
      {props.above}
      <Filters {...props} />
      <SavedViews {...props} />
      <List {...props} />
      {mayDecide && !isDecidedTab(ask.tab) && (
        <TogetherBar {...props} {...props.together} query={caseListUrl(ask).slice('/?'.length)} />
      )}
      <p class="live muted">
        {ask.live ? say.live : say.paused}{' '}
        <a id="live" href={caseListUrl({ ...ask, live: !ask.live })}>
          {ask.live ? say.pause : say.resume}
        </a>
      </p>
    </>
  );
}

/** What the list is of. */
export const headingOf = ({
  messages: { queue: say },
  ask: { tab },
}: Pick<QueueViewProps, 'messages' | 'ask'>): string => (isDecidedTab(tab) ? say.decidedTitles[tab] : say.title);

/** The part that keeps itself up to date; what a person types into stands outside. */
function List(props: QueueViewProps) {
  const { messages, ask, counts, cases, lastPage, mayDecide } = props;
  const say = messages.queue;
  const decided = isDecidedTab(ask.tab);
  const refresh = ask.live && {
    'hx-get': caseListUrl(ask),
    'hx-select': '#case-list',
    ...POLLING,
  };
  return (
    <section id="case-list" aria-label={headingOf(props)} data-pressing={props.pressing} {...refresh}>
      <Tabs {...props} />
      {props.meant !== null && <MeantCase messages={messages} meant={props.meant} />}
      {cases.length === 0 ? (
        props.decided.length === 0 && <Empty {...props} />
      ) : (
        <>
          <p class="order muted">
            {decided ? say.decidedOrder : say.order} <a href={exportUrl(ask)}>{messages.exported.link}</a>
            {Object.values(counts).some(({ more }) => more) && ` ${say.atLeast}`}
          </p>
          {decided ? (
            <DecidedCases {...props} />
          ) : (
            groupsOf(cases, props.deadlines, props.person).map(({ gravity, rows }) => (
              <>
                <h2 class="group" id={`group-${gravity}`}>
                  <span class={`dot dot-${gravity}`} aria-hidden="true" />
                  {say.gravities[gravity]} <span class="count">{rows.length}</span>
                </h2>
                <ol class="cases">
                  {rows.map((row) => (
                    <CaseRow {...props} ticks={mayDecide ? props.together.values : null} row={row} />
                  ))}
                </ol>
              </>
            ))
          )}
        </>
      )}
      <Pages
        messages={messages}
        at={ask.page}
        more={ask.page < lastPage}
        last={lastPage}
        href={(page) => caseListUrl({ ...ask, page })}
      />
      {props.decided.length > 0 && (
        <>
          <h2>{say.foundDecided}</h2>
          <DecidedCases {...props} cases={props.decided} />
        </>
      )}
    </section>
  );
}

function Empty({ messages: { queue: say }, ask }: QueueViewProps) {
  const narrowed = countNarrowing(ask.narrowing) > 0;
  const lead = narrowed ? say.emptyFiltered : isDecidedTab(ask.tab) ? say.emptyDecided : say.empty;
  return (
    <div class="empty">
      <p class="empty-lead">{lead}</p>
      {!narrowed && !isDecidedTab(ask.tab) && <p class="muted">{say.emptyHint}</p>}
    </div>
  );
}

/** What narrows a view to one kind. */
function Tabs({ messages, ask, counts }: QueueViewProps) {
  const say = messages.queue;
  const tabs = tabsOf(ask);
  if (tabs.length === 0) return null;
  const labels: Readonly<Record<Tab, string>> = {
    all: say.all,
    mine: say.mine,
    urgent: messages.bands.urgent,
    review: messages.bands.review,
    grey: messages.bands.grey,
    unreadable: messages.unreadable,
    report: say.reports,
    worry: messages.listViews.worry,
    approved: say.approved,
    dismissed: say.dismissed,
  };
  const countOf = (tab: Tab): string | null => {
    const count = counts[tab];
    if (count === undefined) return null;
    const { cases, more } = count;
    return more ? `${Math.min(cases, MOST_COUNTED).toLocaleString('en')}+` : String(cases);
  };
  return (
    <nav class="tabs" aria-label={say.tabs}>
      <ul>
        {tabs.map((tab) => (
          <li class={tab === 'approved' && tabs.includes('all') ? 'apart' : undefined}>
            <a
              id={`tab-${tab}`}
              href={caseListUrl({ ...ask, tab, page: 1 })}
              aria-current={tab === ask.tab ? 'page' : undefined}
            >
              <span class={`dot dot-${tab}`} aria-hidden="true" />
              {labels[tab]}
              {countOf(tab) !== null && <span class="count">{countOf(tab)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
