import type { PersonTimeline } from '../../../actions/index.ts';
import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { timeOf, wordsOf } from './words.ts';

interface TimelineProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly timeline: PersonTimeline;
  readonly at: string; // address of the page
  readonly own: boolean; // whoever looks is the person
  readonly error: string | null;
  readonly saved: boolean;
}

/** What a person met in six months and what was done for them, and whether it may be saved. */
export function TimelineView(props: TimelineProps) {
  const { messages, timeline, own, error, saved } = props;
  const say = messages.timelines;
  return (
    <div class="narrow">
      <p class="crumbs">
        {own ? <a href="/policy">← {messages.handIn.back}</a> : <a href="/timelines">← {say.all}</a>}
      </p>
      <h1>{own ? say.own : say.of(inertLine(timeline.person.name, 60))}</h1>
      <p class="muted">{own ? say.ownLead : say.deskLead}</p>
      {error !== null && (
        <p class="alert" role="alert">
          {error}
        </p>
      )}
      {saved && (
        <p class="after-bar" role="status">
          {say.saved}
        </p>
      )}
      <section class="card" aria-labelledby="events">
        <h2 id="events">{say.spanOf(timeline.since, timeline.today)}</h2>
        <Events {...props} />
      </section>
      <Consent {...props} />
      {!own && <Cases {...props} />}
    </div>
  );
}

function Events({ messages, clock, timeline: { events }, own }: TimelineProps) {
  const say = messages.timelines;
  if (events.length === 0) return <p class="muted">{say.nothing}</p>;
  return (
    <ol class="timeline">
      {events.map((event) => (
        <li class={`event event-${event.kind}`}>
          <time class="muted" datetime={event.at.toISOString()}>
            {timeOf(messages, clock, event)}
          </time>
          <span>{wordsOf(messages, event)}</span>
          {!own && <a href={`/cases/${event.caseId}`}>{messages.case.title(event.caseId)}</a>}
        </li>
      ))}
    </ol>
  );
}

function Consent({ messages, clock, timeline: { consent, today }, at, own }: TimelineProps) {
  const say = messages.timelines;
  return (
    <section class="card" aria-labelledby="consent">
      <h2 id="consent">{say.consentTitle}</h2>
      <p class="hint">{own ? say.consentOwn : say.consentDesk}</p>
      {consent !== null ? (
        <>
          <p>{say.consentOf(say.ways[consent.way], consent.day, inertLine(consent.by, 60), clock.date(consent.at))}</p>
          <div class="buttons">
            <a class="button primary" href={`${at}/export`}>
              {say.save}
            </a>
            <form method="post" action={`${at}/consent`}>
              <button type="submit" class="button" name="do" value="withdraw">
                {say.withdraw}
              </button>
            </form>
          </div>
        </>
      ) : (
        <form method="post" action={`${at}/consent`}>
          {!own && (
            <div class="field">
              <label for="day">{say.paperDay}</label>
              <input id="day" name="day" type="date" max={today} required />
            </div>
          )}
          <button type="submit" class="button" name="do" value="give">
            {own ? say.give : say.notePaper}
          </button>
        </form>
      )}
    </section>
  );
}

/** Cases in which they are not the one who came for help: the consultation desk says so. */
function Cases({ messages, timeline: { named }, at }: TimelineProps) {
  const say = messages.timelines;
  return (
    <section class="card" aria-labelledby="cases">
      <h2 id="cases">{say.casesTitle}</h2>
      <p class="hint">{say.casesLead}</p>
      {named.length > 0 && (
        <ul class="plain">
          {named.map((id) => (
            <li>
              <form method="post" action={`${at}/cases`} class="act">
                <a href={`/cases/${id}`}>{messages.case.title(id)}</a>
                <input type="hidden" name="case" value={id} />
                <button
                  type="submit"
                  class="button"
                  name="do"
                  value="remove"
                  aria-label={say.removeOf(messages.case.title(id))}
                >
                  {say.remove}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`${at}/cases`} class="act">
        <label for="case">{say.number}</label>
        <input id="case" name="case" inputmode="numeric" maxlength={19} autocomplete="off" required />
        <button type="submit" class="button" name="do" value="add">
          {say.add}
        </button>
      </form>
    </section>
  );
}
