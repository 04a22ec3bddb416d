import type { PropsWithChildren } from 'hono/jsx';
import { type Day, type Objection, objectionStage } from '../../../response/index.ts';
import { DuePill } from '../deadlines/answers.tsx';
import type { Clock } from '../shell/clock.ts';
import { Columns, Empty, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { objectionUrl } from './urls.ts';
import { againstWords } from './words.ts';

interface QueueProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly waiting: readonly Objection[];
  readonly answered: readonly Objection[];
  readonly aside: readonly Objection[]; // no objections
}

/** What is open of them (its children), objections that wait, the first due first, and those that were answered: never their words. */
export function QueueView(props: PropsWithChildren<QueueProps>) {
  const { messages, waiting, answered, aside } = props;
  const say = messages.objections;
  return (
    <>
      <p class="crumbs">
        <a href="/?tab=tasks">← {messages.tasks.title}</a>
      </p>
      <h1>{say.title}</h1>
      <p class="muted">{say.lead}</p>
      <p class="ways-in">
        <a class="button" href="/objections?add=1#add">
          {say.record.title}
        </a>
      </p>
      {props.children}
      <div class="roomy">
        <h2>{say.waiting}</h2>
        {waiting.length === 0 ? <Empty>{say.none}</Empty> : <List {...props} label={say.waiting} rows={waiting} />}
      </div>
      {answered.length > 0 && (
        <div class="roomy">
          <h2>{say.answeredOnes}</h2>
          <List {...props} label={say.answeredOnes} rows={answered} />
        </div>
      )}
      {aside.length > 0 && (
        <details class="more">
          <summary>{say.asideOnes(aside.length)}</summary>
          <List {...props} label={say.asideOnes(aside.length)} rows={aside} />
        </details>
      )}
    </>
  );
}

function List({
  messages,
  clock,
  today,
  label,
  rows,
}: QueueProps & { readonly label: string; readonly rows: readonly Objection[] }) {
  const say = messages.objections;
  return (
    <Scroll card label={label}>
      <table>
        <Columns
          of={[
            say.record.fields.from.label,
            say.against,
            say.record.fields.received.label,
            say.record.fields.due.label,
            say.assigned,
            say.stage,
          ]}
        />
        <tbody>
          {rows.map((one) => (
            <tr>
              <th scope="row">
                <a href={objectionUrl(one)}>{inertLine(one.from, 100) || say.unknown}</a>{' '}
                {one.mails.length > 0 && <span class="muted small">{say.byMail(one.mails.length)}</span>}
              </th>
              <td>
                {againstWords(messages, one.against)}{' '}
                {one.caseId !== null && <a href={`/cases/${one.caseId}`}>{messages.case.title(one.caseId)}</a>}
              </td>
              <td>{one.received}</td>
              <td>
                {one.due}{' '}
                {one.answered === null && one.aside === null && (
                  <DuePill messages={messages} due={one.due} today={today} />
                )}
              </td>
              <td>{one.assigned === null ? say.nobody : inertLine(one.assigned.name, 60)}</td>
              <td>
                {one.aside !== null
                  ? one.aside.by === ''
                    ? say.automatic
                    : say.asideBy(inertLine(one.aside.by, 60))
                  : one.answered === null
                    ? say.stages[objectionStage(one)]
                    : say.answeredOn(
                        say.draft.fields.effect.options[one.draft?.effect ?? 'upheld'],
                        clock.day(one.answered.at),
                      )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
