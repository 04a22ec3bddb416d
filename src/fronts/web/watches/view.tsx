import { lastWatchDay } from '../../../cases/index.ts';
import type { SenderWatch } from '../../../store/index.ts';
import { caseListUrl, WIDE } from '../case-list/query.ts';
import type { Clock } from '../shell/clock.ts';
import { Empty, Scroll } from '../shell/components.tsx';
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
            <thead>
              <tr>
                <th scope="col">{say.address}</th>
                <th scope="col">{say.by}</th>
                <th scope="col">{say.since}</th>
                <th scope="col">{say.last}</th>
                <th scope="col">{say.end}</th>
              </tr>
            </thead>
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
