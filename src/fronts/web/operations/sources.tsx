import type { SourceHealth } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { State } from './state.tsx';

interface SourcesProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly sources: readonly SourceHealth[];
  readonly lag?: (source: string) => string; // how long its oldest mail has waited
}

/** How each mailbox is. */
export function Sources({ messages, clock, sources, lag }: SourcesProps) {
  const say = messages.status;
  const when = (at: Date | null) => (at === null ? say.never : clock.date(at));
  return (
    <section class="card">
      <h2>{say.sources}</h2>
      {sources.length === 0 ? (
        <p class="muted">{say.noSources}</p>
      ) : (
        <Scroll label={say.sources}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.name}</th>
                <th scope="col">{say.state}</th>
                <th scope="col">{say.contact}</th>
                <th scope="col">{say.lastMail}</th>
                {lag && <th scope="col">{say.lag}</th>}
              </tr>
            </thead>
            <tbody>
              {sources.map(({ name, trouble, troubleSince, lastContactAt, lastMailAt, note, unaskedRows }) => (
                <tr>
                  <th scope="row">{inertLine(name, 60)}</th>
                  <td>
                    <State messages={messages} clock={clock} trouble={trouble} since={troubleSince} />
                    {note !== null && <p class="muted">{inertLine(note)}</p>}
                    {unaskedRows > 0 && <p class="muted">{say.unasked(unaskedRows)}</p>}
                  </td>
                  <td>{when(lastContactAt)}</td>
                  <td>{when(lastMailAt)}</td>
                  {lag && <td>{lag(name)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
