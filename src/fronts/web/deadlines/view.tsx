import type { Day } from '../../../response/index.ts';
import type { RunningClock, WaitingDay } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Empty, Pages, Scroll } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';
import { AnswersDue } from './answers.tsx';
import { StatePill } from './card.tsx';

interface DeadlinesProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly clocks: readonly (RunningClock & { readonly who: string })[];
  readonly page: number; // from 1
  readonly more: boolean; // there is a page after it
  readonly today: Day;
  readonly answers: readonly WaitingDay[]; // that somebody waits for, or owes
  readonly mayCooperate: boolean; // with other employers
}

export function DeadlinesView(props: DeadlinesProps) {
  const { messages, clock, now, clocks, page, more } = props;
  const say = messages.deadlines;
  return (
    <>
      <h1>{say.title}</h1>
      <p class="muted">
        {say.lead} <a href="/escalation">{say.rules}</a>
      </p>
      {clocks.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <Scroll card label={say.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.case}</th>
                <th scope="col">{messages.escalation.level}</th>
                <th scope="col">{say.step}</th>
                <th scope="col">{say.due}</th>
                <th scope="col">{say.who}</th>
              </tr>
            </thead>
            <tbody>
              {clocks.map((one) => (
                <tr>
                  <th scope="row">
                    <a href={one.step === 'care' ? `/cases/${one.id}/care` : `/cases/${one.id}`}>
                      {messages.case.title(one.id)}
                    </a>
                  </th>
                  <td>{messages.escalation.levels[one.level]}</td>
                  <td>{say.steps[one.step]}</td>
                  <td>
                    <time datetime={one.dueAt.toISOString()}>{clock.date(one.dueAt)}</time>{' '}
                    <StatePill messages={messages} now={now} of={one} />
                  </td>
                  <td>{one.who}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <Pages messages={messages} at={page} more={more} href={(to) => `/deadlines?page=${to}`} />
      {page === 1 && <AnswersDue {...props} />}
    </>
  );
}
