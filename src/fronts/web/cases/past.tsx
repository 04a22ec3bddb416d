import type { CaseDetail, Changes } from '../../../cases/index.ts';
import type { Act } from '../../../detect/index.ts';
import type { Past } from '../../../store/index.ts';
import type { Masking } from '../../shared/index.ts';
import { caseListUrl, WIDE } from '../case-list/query.ts';
import type { Clock } from '../shell/clock.ts';
import { ActList, BandLabel, Stranger } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { type TimelineEvent, timelineOf } from './timeline.ts';

interface PastProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly detail: CaseDetail;
  readonly past: Past; // its cases veiled
  readonly changes: Changes | null;
  readonly named: ReadonlySet<string>; // ids of the other cases whose subject or sender speaks of whoever looks
  readonly masking: Masking; // over this case
}

/** What is known from before: shown to people, never scored. One line where there is nothing but this mail. */
export function PastView(props: PastProps) {
  const { messages, detail, past, changes } = props;
  const say = messages.past;
  const timeline = timelineOf(detail.id, past);
  const before = timeline.length > 1 || changes !== null || past.cases.some(({ id }) => id !== detail.id);
  return (
    <details class="card past" open={before}>
      <summary>
        <h2>{say.title}</h2> {!before && <span class="muted">{say.nothing}</span>}
      </summary>
      <div class="past-grid">
        <dl class="counts">
          <div>
            <dt>{say.sender}</dt>
            <dd>
              <SenderCounts {...props} />
            </dd>
          </div>
          <div>
            <dt>{say.counterparty}</dt>
            <dd>
              <CounterpartyCounts {...props} />
            </dd>
          </div>
        </dl>
        <ChangesView {...props} />
      </div>
      {timeline.length > 0 && (
        <details class="fold">
          <summary>{say.timeline(timeline.length)}</summary>
          <ol class="timeline">
            {timeline.map((one) => (
              <EventView {...props} event={one} />
            ))}
          </ol>
        </details>
      )}
    </details>
  );
}

function SenderCounts({ messages, past: { sender } }: PastProps) {
  const bands = (['urgent', 'review', 'grey', 'ordinary'] as const).filter((band) => sender[band] > 0);
  if (bands.length === 0) return <span class="muted">{messages.past.none}</span>;
  return (
    <ul class="tallies">
      {bands.map((band) => (
        <li>
          {messages.bands[band]} <b>{sender[band]}</b>
        </li>
      ))}
    </ul>
  );
}

function CounterpartyCounts({ messages, masking, detail: { counterparty }, past: { statuses } }: PastProps) {
  const say = messages.past;
  if (counterparty === '') return <span class="muted">{say.unknownCounterparty}</span>;
  const narrowing = { ...WIDE, counterparty };
  return (
    <ul class="tallies">
      <li>
        <bdi>{inertLine(masking.cover(counterparty), 100)}</bdi>
      </li>
      {(['open', 'approved', 'dismissed'] as const).map((status) => (
        <li>
          <a href={caseListUrl({ tab: status === 'open' ? 'all' : status, page: 1, live: true, narrowing })}>
            {messages.statuses[status]} <b>{statuses[status]}</b>
          </a>
        </li>
      ))}
    </ul>
  );
}

function ChangesView({ messages, changes }: PastProps) {
  if (changes === null) return null;
  const say = messages.past;
  const { band } = changes;
  const acts = (title: string, list: readonly Act[]) =>
    list.length > 0 && (
      <>
        <dt>{title}</dt>
        <dd>
          <ActList messages={messages} acts={list} />
        </dd>
      </>
    );
  return (
    <div class="changes">
      <h3>{say.changes}</h3>
      <p>{say.waited(duration(messages, changes.waited), changes.answered)}</p>
      <p>
        {band.from === band.to
          ? say.sameBand(messages.bands[band.to])
          : say.band(messages.bands[band.from], messages.bands[band.to])}
      </p>
      <dl class="facts">
        {acts(say.added, changes.added)}
        {acts(say.repeated, changes.repeated)}
        {acts(say.ceased, changes.ceased)}
      </dl>
    </div>
  );
}

function duration({ past: say }: Messages, milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 120) return say.minutes(minutes);
  return minutes < 48 * 60 ? say.hours(Math.floor(minutes / 60)) : say.days(Math.floor(minutes / 1440));
}

function EventView({ messages, clock, detail, named, masking, event }: PastProps & { readonly event: TimelineEvent }) {
  const say = messages.past;
  return (
    <li class={`event event-${event.kind}`}>
      <time class="muted" datetime={event.at.toISOString()}>
        {clock.date(event.at)}
      </time>
      {event.kind === 'answer' && <span>{say.answer}</span>}
      {event.kind === 'mail' && (
        <span>
          {say.mail} <BandLabel messages={messages} band={event.band} />{' '}
          {event.caseId === detail.id ? (
            <span class="muted">{say.thisCase}</span>
          ) : (
            event.caseId !== null && <a href={`/cases/${event.caseId}`}>{messages.case.title(event.caseId)}</a>
          )}
        </span>
      )}
      {event.kind === 'case' && (
        <span>
          <a href={`/cases/${event.file.id}`}>
            {named.has(event.file.id) ? (
              messages.queue.hiddenSubject
            ) : (
              <Stranger text={masking.coverLine(event.file.subject)} otherwise={messages.queue.noSubject} />
            )}
          </a>{' '}
          <BandLabel messages={messages} band={event.file.band} />{' '}
          <span class={`state state-${event.file.status}`}>{messages.statuses[event.file.status]}</span>
        </span>
      )}
      <span class="muted">{event.sources.map((source) => inertLine(source, 60)).join(messages.decide.separator)}</span>
    </li>
  );
}
