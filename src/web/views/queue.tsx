import type { CaseSummary } from '../../cases/index.ts';
import type { Clock } from '../clock.ts';
import { inertLine } from '../inert.ts';
import { isPainful } from '../veil.ts';
import type { Words } from '../words/ja.ts';
import { ActList, BandLabel, Stranger } from './parts.tsx';

export const TABS = ['all', 'urgent', 'review', 'grey', 'unreadable', 'approved', 'dismissed'] as const;
export type Tab = (typeof TABS)[number];
export const isDecidedTab = (tab: Tab): boolean => tab === 'approved' || tab === 'dismissed';

export interface QueueViewProps {
  readonly words: Words;
  readonly clock: Clock;
  readonly now: Date;
  readonly tab: Tab;
  readonly counts: Readonly<Record<'all' | 'urgent' | 'review' | 'grey' | 'unreadable', number>>;
  readonly cases: readonly CaseSummary[];
  readonly page: number; // from 1
  readonly lastPage: number;
  readonly live: boolean; // the list keeps itself up to date
}

/** Address of a list; what is usual is left out. */
export function queueUrl({ tab, page, live }: Pick<QueueViewProps, 'tab' | 'page' | 'live'>): string {
  const query = new URLSearchParams();
  if (tab !== 'all') query.set('tab', tab);
  if (page > 1) query.set('page', String(page));
  if (!live) query.set('live', '0');
  return query.size === 0 ? '/' : `/?${query}`;
}

export function QueueView(props: QueueViewProps) {
  const { words, tab, cases, live } = props;
  const say = words.queue;
  const refresh = live && {
    'hx-get': queueUrl(props),
    'hx-trigger': 'every 10s',
    'hx-swap': 'outerMorph',
    'hx-select': '#queue',
  };
  return (
    <section id="queue" {...refresh}>
      <h1>{say.title}</h1>
      <Tabs {...props} />
      {cases.length === 0 ? (
        <div class="empty">
          <p class="empty-lead">{isDecidedTab(tab) ? say.emptyDecided : say.empty}</p>
          {!isDecidedTab(tab) && <p class="muted">{say.emptyHint}</p>}
        </div>
      ) : (
        <>
          <p class="order muted">{isDecidedTab(tab) ? say.decidedOrder : say.order}</p>
          <ol class="cases">
            {cases.map((row) => (
              <Row {...props} row={row} />
            ))}
          </ol>
        </>
      )}
      <Pages {...props} />
      <p class="live muted">
        {live ? say.live : say.paused}{' '}
        <a id="live" href={queueUrl({ ...props, live: !live })}>
          {live ? say.pause : say.resume}
        </a>
      </p>
    </section>
  );
}

function Tabs({ words, tab, counts, live }: QueueViewProps) {
  const say = words.queue;
  const labels: Readonly<Record<Tab, string>> = {
    all: say.all,
    urgent: words.bands.urgent,
    review: words.bands.review,
    grey: words.bands.grey,
    unreadable: words.unreadable,
    approved: say.approved,
    dismissed: say.dismissed,
  };
  const countOf = (one: Tab): number | null => (one === 'approved' || one === 'dismissed' ? null : counts[one]);
  return (
    <nav class="tabs" aria-label={say.tabs}>
      <ul>
        {TABS.map((one) => (
          <li class={one === 'approved' ? 'apart' : undefined}>
            <a
              id={`tab-${one}`}
              href={queueUrl({ tab: one, page: 1, live })}
              aria-current={one === tab ? 'page' : undefined}
            >
              <span class={`dot dot-${one}`} aria-hidden="true" />
              {labels[one]}
              {countOf(one) !== null && <span class="count">{countOf(one)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Row({ words, clock, now, row }: QueueViewProps & { readonly row: CaseSummary }) {
  const say = words.queue;
  const hidden = isPainful(row.acts);
  return (
    <li class="case-row" id={`row-${row.id}`}>
      <BandLabel words={words} band={row.band} />
      <div class="row-main">
        <a class="row-link" id={`case-${row.id}`} href={`/cases/${row.id}`}>
          {hidden ? say.hiddenSubject : <Stranger text={row.subject} otherwise={say.noSubject} />}
        </a>
        <p class="row-from">
          <Stranger text={row.from} otherwise={say.noSender} />
        </p>
      </div>
      <ActList words={words} acts={row.acts} />
      <p class="row-when">
        <time datetime={row.receivedAt.toISOString()} title={clock.date(row.receivedAt)}>
          {clock.age(row.receivedAt, now)}
        </time>
        <span class="row-mails">{say.mails(row.mails)}</span>
        {row.decidedBy !== null && <span class="row-by">{say.decidedBy(inertLine(row.decidedBy, 60))}</span>}
      </p>
    </li>
  );
}

function Pages(props: QueueViewProps) {
  const { words, page, lastPage } = props;
  const say = words.queue;
  if (lastPage <= 1) return null;
  return (
    <nav class="pages" aria-label={say.pages}>
      {page > 1 && (
        <a id="page-before" rel="prev" href={queueUrl({ ...props, page: page - 1 })}>
          {say.before}
        </a>
      )}
      <span>{say.page(page, lastPage)}</span>
      {page < lastPage && (
        <a id="page-after" rel="next" href={queueUrl({ ...props, page: page + 1 })}>
          {say.after}
        </a>
      )}
    </nav>
  );
}
