import type { CaseId, CaseInList } from '../../../cases/index.ts';
import { CARE_POINTS } from '../../../response/index.ts';
import { bareSender } from '../../shared/index.ts';
import { type ViewCounts, Views } from '../case-list/views.tsx';
import type { Clock } from '../shell/clock.ts';
import { Done, Empty, Stranger } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';
import { MOST, type Task, WHEN, type When } from './task.ts';

interface TasksProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly counts: ViewCounts;
  readonly tasks: readonly Task[]; // the first due first
  readonly cases: ReadonlyMap<CaseId, CaseInList>; // that they are about, as whoever looks is shown them
  readonly isHidden: (row: { readonly id: CaseId }) => boolean; // sender and subject
  readonly whenOf: (task: Task) => When;
  readonly saved: boolean; // what was tapped
}

export function TasksView(props: TasksProps) {
  const { messages, counts, tasks, whenOf } = props;
  const say = messages.tasks;
  return (
    <>
      <Views messages={messages} current="tasks" counts={counts} />
      <h1 class="visually-hidden">{say.title}</h1>
      <Done of={props.saved && messages.care.saved} />
      <p class="order muted">
        {say.lead} <a href="/escalation">{messages.site.pages.rules}</a> ·{' '}
        <a href="/objections">{messages.objections.title}</a>
      </p>
      {tasks.length === 0 && <Empty>{say.none}</Empty>}
      {WHEN.map((when) => {
        const due = tasks.filter((task) => whenOf(task) === when);
        return (
          due.length > 0 && (
            <section aria-labelledby={`due-${when}`}>
              <h2 class="group" id={`due-${when}`}>
                <span
                  class={`dot dot-${when === 'late' ? 'urgent' : when === 'today' ? 'review' : 'grey'}`}
                  aria-hidden="true"
                />
                {say.when[when]} <span class="count">{due.length}</span>
              </h2>
              <ol class="cases">
                {due.map((task) => (
                  <Row {...props} task={task} when={when} />
                ))}
              </ol>
            </section>
          )
        );
      })}
      {tasks.length >= MOST && <p class="muted">{say.more(MOST)}</p>}
    </>
  );
}

function Row({
  messages,
  clock,
  cases,
  isHidden,
  task,
  when,
}: TasksProps & { readonly task: Task; readonly when: When }) {
  const { tasks: say, queue } = messages;
  const { what, due, isDay, who, caseId, href, done, followUp } = task;
  const of = caseId === null ? undefined : cases.get(caseId);
  return (
    <li class="task-row">
      <p class={when === 'late' ? 'row-due late' : 'row-due'}>
        {due === null ? '—' : <time datetime={due.toISOString()}>{isDay ? clock.day(due) : clock.short(due)}</time>}
      </p>
      <div class="row-main">
        <a class="row-link" href={href} data-step>
          {say.what[what]}
        </a>
        <p class="row-from">
          {caseId !== null && messages.case.title(caseId)}
          {of !== undefined && !of.closed && (
            <>
              {' · '}
              {isHidden(of) ? queue.hiddenSubject : <Stranger text={of.subject} otherwise={queue.noSubject} />}
              {' · '}
              <Stranger
                text={isHidden(of) ? bareSender(of.from, messages.language.code) : of.from}
                otherwise={queue.noSender}
              />
            </>
          )}
        </p>
      </div>
      <p class="row-done">
        {done !== null && (
          <>
            <meter min="0" max={CARE_POINTS.length} value={done} aria-hidden="true" />{' '}
            {say.done(done, CARE_POINTS.length)}
          </>
        )}
      </p>
      <p class="row-who muted">{who}</p>
      {followUp !== null && caseId !== null && (
        <form method="post" action={`/cases/${caseId}/care`} class="row-tap">
          <input type="hidden" name="do" value="asked" />
          <input type="hidden" name="from" value="tasks" />
          <button
            type="submit"
            class="button"
            name="followUp"
            value={followUp}
            aria-label={say.tap(messages.care.asked, messages.case.title(caseId))}
          >
            {messages.care.asked}
          </button>
        </form>
      )}
    </li>
  );
}
