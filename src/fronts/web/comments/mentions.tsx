import type { Mention } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { BandLabel, Stranger } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface MentionsProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly mentions: readonly Mention[];
  readonly isHidden: (row: Mention) => boolean; // the subject of its case
}

/** Open while one of them was not seen. */
export function Mentions(props: MentionsProps) {
  const { messages, mentions } = props;
  const say = messages.mentions;
  const unseen = mentions.filter(({ seen }) => !seen).length;
  return (
    <details class="card" open={unseen > 0}>
      <summary>
        {say.title} <span class={unseen > 0 ? 'count unseen' : 'count'}>{unseen}</span>
      </summary>
      <p class="muted small">{say.lead}</p>
      {unseen > 0 && (
        <form method="post" action="/mentions/seen">
          <button type="submit" class="quiet">
            {say.seeAll}
          </button>
        </form>
      )}
      <ol class="cases">
        {mentions.map((one) => (
          <Row {...props} row={one} />
        ))}
      </ol>
    </details>
  );
}

function Row({ messages, clock, now, isHidden, row }: MentionsProps & { readonly row: Mention }) {
  const { mentions: say, queue } = messages;
  return (
    <li class="pick-row">
      <BandLabel messages={messages} band={row.band} />
      <a href={`/cases/${row.id}?tab=body#history`} data-step>
        {messages.case.title(row.id)}{' '}
        {isHidden(row) ? queue.hiddenSubject : <Stranger text={row.subject} otherwise={queue.noSubject} />}
      </a>
      <span class="muted">
        {say.by(inertLine(row.by, 60))} ·{' '}
        <time datetime={row.at.toISOString()} title={clock.date(row.at)}>
          {clock.age(row.at, now)}
        </time>{' '}
        {!row.seen && <span class="pill pill-bad">{say.fresh}</span>}
      </span>
    </li>
  );
}
