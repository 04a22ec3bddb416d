import type { Mention } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { BandLabel, Empty, Stranger } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface MentionsProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly mentions: readonly Mention[];
  readonly isHidden: (row: Mention) => boolean; // the subject of its case
  readonly page: number; // from 1
  readonly more: boolean; // there is a page after it
}

export function MentionsView(props: MentionsProps) {
  const { messages, mentions, page, more } = props;
  const say = messages.mentions;
  return (
    <>
      <div class="list-head">
        <h1>{say.title}</h1>
        {mentions.some(({ seen }) => !seen) && (
          <form method="post" action="/mentions/seen">
            <button type="submit" class="button">
              {say.seeAll}
            </button>
          </form>
        )}
      </div>
      <p class="order muted">{say.lead}</p>
      {mentions.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <ol class="cases">
          {mentions.map((one) => (
            <Row {...props} row={one} />
          ))}
        </ol>
      )}
      <p>
        {page > 1 && <a href={`/mentions?page=${page - 1}`}>← {say.newer}</a>}{' '}
        {more && <a href={`/mentions?page=${page + 1}`}>{say.older} →</a>}
      </p>
    </>
  );
}

function Row({ messages, clock, now, isHidden, row }: MentionsProps & { readonly row: Mention }) {
  const { mentions: say, queue } = messages;
  return (
    <li class="pick-row">
      <BandLabel messages={messages} band={row.band} />
      <a href={`/cases/${row.id}#history`} data-step>
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
