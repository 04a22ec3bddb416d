import { lastWatchDay } from '../../../cases/index.ts';
import type { SenderWatch } from '../../../store/index.ts';
import { caseListUrl, WIDE } from '../case-list/query.ts';
import type { Clock } from '../shell/clock.ts';
import { Columns, Empty, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface WatchesProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly watches: readonly (SenderWatch & { readonly shown: string })[]; // the address, as far as it may be shown
}

export function WatchesView({ messages, clock, watches }: WatchesProps) {
  const say = messages.watch;
  return (
    <>
      <h1>{say.all}</h1>
      <p class="muted">{say.listLead}</p>
      {watches.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <Scroll card label={say.all}>
          <table>
            <Columns of={[say.address, say.by, say.since, say.last, say.end]} />
            <tbody>
              {watches.map(({ id, address, shown, by, since, until }) => (
                <tr>
                  <th scope="row">
                    <bdi>{inertLine(shown, 100)}</bdi>{' '}
                    <a href={caseListUrl({ tab: 'all', page: 1, live: true, narrowing: { ...WIDE, q: address } })}>
                      {say.mails}
                    </a>
                  </th>
                  <td>{inertLine(by, 60)}</td>
                  <td>
                    <time datetime={since.toISOString()}>{clock.day(since)}</time>
                  </td>
                  <td>
                    <time datetime={until.toISOString()}>{clock.day(lastWatchDay(until))}</time>
                  </td>
                  <td>
                    <form method="post" action={`/watches/${id}/end`}>
                      <button type="submit" class="button" aria-label={say.endOf(inertLine(shown, 100))}>
                        {say.end}
                      </button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}
