import type { CaseId } from '../../../cases/index.ts';
import type { Masking } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import { BandLabel } from '../shell/components.tsx';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { Deed } from './deeds.tsx';
import type { TimelineItem } from './events.ts';

interface TimelineProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly id: CaseId;
  readonly masking: Masking;
  readonly timeline: readonly TimelineItem[];
}

/** What happened, oldest first: mails by number and band, never by their words. */
export function Timeline(props: TimelineProps) {
  const { messages, timeline } = props;
  const say = messages.caseFile;
  return (
    <section class="card" id="timeline" aria-labelledby="timeline-title">
      <h3 id="timeline-title">{say.timeline}</h3>
      {timeline.length === 0 ? (
        <p class="muted">{say.noEvents}</p>
      ) : (
        <ol class="timeline">
          {timeline.map((item) => (
            <Item {...props} item={item} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Item(props: TimelineProps & { readonly item: TimelineItem }) {
  const { clock, item } = props;
  return (
    <li class={`event event-${item.kind}`}>
      <time class="muted" datetime={item.kind === 'fact' ? item.day : item.at.toISOString()}>
        {timeOf(props)}
      </time>
      <span>
        <What {...props} />
      </span>
      <span class="muted">{whereOf(props)}</span>
    </li>
  );

  function timeOf({ messages }: TimelineProps): string {
    if (item.kind === 'fact') return clock.day(item.at);
    const about = item.kind === 'incident' ? item.report.happenedAbout : null;
    return about === null ? clock.date(item.at) : `${clock.day(item.at)} ${messages.handIn.dayParts[about]}`;
  }
}

function What({ messages, id, masking, item }: TimelineProps & { readonly item: TimelineItem }) {
  const say = messages.caseFile.events;
  const by = (name: string) => inertLine(name, 60);
  const mail = (place: number, label: string) => <a href={`/cases/${id}?mail=${place + 1}#mail-${place}`}>{label}</a>;
  switch (item.kind) {
    case 'mail':
      return (
        <>
          {mail(item.place, say.mail(item.place + 1))} <BandLabel messages={messages} band={item.band} />
          {item.files > 0 && ` ${say.files(item.files)}`}
        </>
      );
    case 'answer':
      return <>{say.answer}</>;
    case 'incident': {
      const label = say.incident(messages.handIn.channels[item.report.channel]);
      return <>{item.place === null ? label : mail(item.place, label)}</>;
    }
    case 'handed-in':
      return <>{say.handedIn(by(item.report.reporter), messages.handIn.channels[item.report.channel])}</>;
    case 'comment':
      return <a href={`/cases/${id}?tab=body#history`}>{say.comment(by(item.by))}</a>;
    case 'decision':
      return (
        <>
          <strong>{say.decision(messages.decide.kinds[item.decision.kind], by(item.by))}</strong>
          {item.decision.note !== '' && <p class="note">{inert(masking.cover(item.decision.note))}</p>}
        </>
      );
    case 'merge':
      return <>{say.merge(item.part, item.into, by(item.by))}</>;
    case 'split':
      return <>{say.split(item.part, item.into, by(item.by))}</>;
    case 'fact':
      return (
        <>
          {inert(masking.cover(item.words))} <span class="muted small">{say.fact(by(item.entry.by))}</span>
        </>
      );
    default:
      return <Deed messages={messages} deed={item} />;
  }
}

/** In which inbox, or in which of the merged cases. */
function whereOf({ messages, id, item }: TimelineProps & { readonly item: TimelineItem }): string {
  switch (item.kind) {
    case 'mail':
    case 'answer':
      return inertLine(item.source, 60);
    case 'comment':
    case 'decision':
    case 'incident':
    case 'handed-in':
      return item.caseId === id ? '' : messages.caseFile.events.inPart(item.caseId);
    case 'fact':
      return item.entry.caseId === id ? '' : messages.caseFile.events.inPart(item.entry.caseId);
    case 'merge':
    case 'split':
      return '';
    default:
      return item.caseId === id ? '' : messages.caseFile.events.inPart(item.caseId);
  }
}
