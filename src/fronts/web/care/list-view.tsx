import type { Day } from '../../../response/index.ts';
import type { CareInList } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Empty, Pages, Scroll } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';

interface CareListProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly cases: readonly CareInList[];
  readonly page: number; // from 1
  readonly mayAsk: boolean; // experts outside
  readonly more: boolean; // there is a page after it
  readonly mayTemplates: boolean; // of letters
  readonly mayTimelines: boolean; // of employees
}

export function CareListView(props: CareListProps) {
  const { messages, clock, today, cases, page, more, mayAsk, mayTemplates, mayTimelines } = props;
  const say = messages.care;
  return (
    <>
      <h1>{say.title}</h1>
      <p class="muted">{say.listLead}</p>
      {mayTemplates && (
        <p>
          <a href="/letter-templates">{messages.letterTemplates.title}</a>
        </p>
      )}
      {mayAsk && (
        <p>
          <a href="/experts">{messages.experts.title}</a>
        </p>
      )}
      {mayTimelines && (
        <p>
          <a href="/timelines">{messages.timelines.all}</a>
        </p>
      )}
      {cases.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <Scroll card label={say.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.case}</th>
                <th scope="col">{say.left}</th>
                <th scope="col">{say.next}</th>
                <th scope="col">{say.decided}</th>
              </tr>
            </thead>
            <tbody>
              {cases.map(({ id, open, due, decidedAt }) => (
                <tr>
                  <th scope="row">
                    <a href={`/cases/${id}/care`}>{messages.case.title(id)}</a>
                  </th>
                  <td>{say.leftOf(open)}</td>
                  <td>
                    {due !== null && <time datetime={due}>{due}</time>}{' '}
                    {due !== null && due <= today && (
                      <span class="pill pill-bad">{due === today ? say.today : say.overdue}</span>
                    )}
                  </td>
                  <td>
                    {decidedAt !== null && <time datetime={decidedAt.toISOString()}>{clock.date(decidedAt)}</time>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <Pages messages={messages} at={page} more={more} href={(to) => `/care?page=${to}`} />
    </>
  );
}
