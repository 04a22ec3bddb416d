import { decideConsent, decideOwnConsent, nameCaseOf, type PersonTimeline } from '../../../actions/index.ts';
import { ActForm, type Tried } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
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
  readonly refused: boolean; // to save it
  readonly tried: Tried | null;
  readonly saved: boolean;
}

/** What a person met in six months and what was done for them, and whether it may be saved. */
export function TimelineView(props: TimelineProps) {
  const { messages, timeline, own, refused, tried, saved } = props;
  const say = messages.timelines;
  return (
    <div class="narrow">
      <Heading
        {...{ messages, tried, saved }}
        title={own ? say.own : say.of(inertLine(timeline.person.name, 60))}
        up={own ? { href: '/reports', title: messages.handIn.back } : { href: '/timelines', title: say.all }}
      >
        {own ? say.ownLead : say.deskLead}
      </Heading>
      {refused && (
        <p class="alert" role="alert">
          {say.noConsent}
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

function Consent({ timeline: { consent, today, person }, clock, at, own, ...common }: TimelineProps) {
  const say = common.messages.timelines;
  const form = (what: 'give' | 'withdraw') =>
    own ? (
      <ActForm {...common} today={today} act={decideOwnConsent} say={say[what]} at={{ do: what }} />
    ) : (
      <ActForm
        {...common}
        today={today}
        act={decideConsent}
        say={what === 'give' ? say.notePaper : say.withdraw}
        at={{ person: person.id, do: what, ...(what === 'give' ? {} : { day: '' }) }}
      />
    );
  return (
    <section class="card" aria-labelledby="consent">
      <h2 id="consent">{say.consentTitle}</h2>
      <p class="hint">{own ? say.consentOwn : say.consentDesk}</p>
      {consent === null ? (
        form('give')
      ) : (
        <>
          <p>{say.consentOf(say.ways[consent.way], consent.day, inertLine(consent.by, 60), clock.date(consent.at))}</p>
          <div class="buttons">
            <a class="button primary" href={`${at}/export`}>
              {say.save}
            </a>
            {form('withdraw')}
          </div>
        </>
      )}
    </section>
  );
}

/** Cases in which they are not the one who came for help: the consultation desk says so. */
function Cases({ timeline: { named, person, today }, ...common }: TimelineProps) {
  const { messages } = common;
  const say = messages.timelines;
  const form = { ...common, today, act: nameCaseOf };
  return (
    <section class="card" aria-labelledby="cases">
      <h2 id="cases">{say.casesTitle}</h2>
      <p class="hint">{say.casesLead}</p>
      {named.length > 0 && (
        <ul class="plain">
          {named.map((id) => (
            <li class="row-acts">
              <a href={`/cases/${id}`}>{messages.case.title(id)}</a>
              <ActForm
                {...form}
                say={say.remove}
                at={{ person: person.id, do: 'remove', case: id }}
                called={say.removeOf(messages.case.title(id))}
              />
            </li>
          ))}
        </ul>
      )}
      <ActForm {...form} say={say.add} at={{ person: person.id, do: 'add' }} />
    </section>
  );
}
