import { teaches } from '../../../cases/index.ts';
import { isWorrying } from '../../../detect/index.ts';
import type { CaseView } from '../../shared/index.ts';
import { StatePill } from '../deadlines/card.tsx';
import type { ShownClock } from '../deadlines/query.ts';
import type { Clock } from '../shell/clock.ts';
import { BandLabel, Stranger } from '../shell/components.tsx';
import { Key } from '../shell/form-components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { SubjectLine } from './evidence.tsx';
import { Summary } from './summary.tsx';
import { whyOf } from './why.tsx';

interface HeadProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly view: CaseView;
  readonly similar: number; // open near-duplicates
  readonly person: string; // id of the account that looks
  readonly clocks: readonly ShownClock[];
}

/** What a case is and why it is here, on four lines; the details are folded. */
export function Head(props: HeadProps) {
  const { messages, clock, now, view } = props;
  const { detail, masking } = view;
  const say = messages.case;
  const marked = mailOfSubject(view);
  const why = whyOf(view, messages, clock);
  return (
    <div class="case-head">
      <State {...props} />
      <h1>
        {marked === undefined ? (
          <Stranger text={masking.coverLine(detail.subject)} otherwise={messages.queue.noSubject} />
        ) : (
          <SubjectLine
            messages={messages}
            mail={marked.place}
            reasons={marked.reasons}
            view={marked.subject!}
            otherwise={messages.queue.noSubject}
          />
        )}
      </h1>
      <p class="case-from">
        <Stranger text={masking.coverLine(detail.from)} otherwise={messages.queue.noSender} />{' '}
        <time datetime={detail.receivedAt.toISOString()} title={clock.date(detail.receivedAt)}>
          {clock.age(detail.receivedAt, now)}
        </time>{' '}
        {(teaches(detail) || detail.merging.parts.length > 0) && <span>{messages.queue.mails(detail.mails)}</span>}
      </p>
      <details class="why">
        <summary>
          <b>{say.why.title}</b>{' '}
          <span class="why-line" title={why}>
            {why}
          </span>{' '}
          <span class="why-more">{say.why.more}</span>
        </summary>
        <Summary {...props} />
      </details>
    </div>
  );
}

/** The mail whose subject stands over the page: of those that say it so, the one with marks in it, or the newest. */
export function mailOfSubject({
  detail,
  mails,
}: Pick<CaseView, 'detail' | 'mails'>): CaseView['mails'][number] | undefined {
  const same = mails.filter(({ subject, message }) => subject !== null && message?.subject === detail.subject);
  const marks = ({ subject }: CaseView['mails'][number]) =>
    subject!.blocks.some(({ runs }) => runs.some(({ matches }) => matches.length > 0));
  return same.findLast(marks) ?? same.at(-1);
}

function State({ messages, clock, now, view: { detail }, similar, person, clocks }: HeadProps) {
  const { assignee, items } = detail;
  const [first] = [...clocks].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  return (
    <p class="case-state">
      <a class="back" href="/" data-key="l">
        ← {messages.case.back} <Key of="l" />
      </a>
      <BandLabel messages={messages} band={detail.band} />
      <span class={`state state-${detail.status}`}>{messages.statuses[detail.status]}</span>
      <span class="muted">{messages.case.title(detail.id)}</span>
      {first !== undefined && (
        <span>
          <a href="#deadlines">{messages.deadlines.mark(clock.date(first.dueAt))}</a>{' '}
          <StatePill messages={messages} now={now} of={first} />
        </span>
      )}
      {detail.report !== null && <span class="pill">{messages.queue.reports}</span>}
      {detail.report?.confidential && <span class="pill pill-bad">{messages.queue.confidential}</span>}
      {detail.status === 'open' && assignee.kind === 'person' && (
        <span class="pill">
          {assignee.id === person ? messages.queue.assignedToMe : messages.queue.assigned(inertLine(assignee.name, 60))}
        </span>
      )}
      {detail.heldBy !== null && <span class="pill">{messages.hold.pill}</span>}
      {detail.status === 'open' && assignee.kind === 'desk' && !detail.report?.confidential && (
        <span class="pill">{messages.queue.atDesk}</span>
      )}
      {items.some(({ assessment }) => assessment !== null && isWorrying(assessment)) && (
        <a href="/policy?tab=worry">{messages.worry.open}</a>
      )}
      {similar > 0 && (
        <span>
          {messages.similar.offer(similar)}{' '}
          <a href={`/cases/${detail.id}?tab=body&similar=1#similar`}>{messages.similar.look}</a>
        </span>
      )}
    </p>
  );
}
