import { type Day, dueState } from '../../../response/index.ts';
import type { WaitingDay } from '../../../store/index.ts';
import { Scroll } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';

interface AnswersProps {
  readonly messages: Messages;
  readonly today: Day;
  readonly answers: readonly WaitingDay[];
  readonly mayCooperate: boolean;
}

/** Answers of experts, to objections and among employers, by their days: nothing of what was asked. */
export function AnswersDue({ messages, today, answers, mayCooperate }: AnswersProps) {
  const say = messages.deadlines;
  return (
    <div class="roomy">
      <h2 id="answers">{say.answers}</h2>
      <p class="muted">
        {say.answersLead} <a href="/objections">{messages.objections.title}</a>
        {mayCooperate && (
          <>
            {' · '}
            <a href="/cooperation">{messages.cooperation.title}</a>
          </>
        )}
      </p>
      {answers.length === 0 ? (
        <p class="muted">{say.noAnswers}</p>
      ) : (
        <Scroll card label={say.answers}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.what}</th>
                <th scope="col">{say.case}</th>
                <th scope="col">{say.due}</th>
              </tr>
            </thead>
            <tbody>
              {answers.map((one) => (
                <tr>
                  <th scope="row">
                    <a href={wayTo(one)}>{say.kinds[one.kind]}</a>
                  </th>
                  <td>{one.caseId !== null && messages.case.title(one.caseId)}</td>
                  <td>
                    <time datetime={one.due}>{one.due}</time> <DuePill {...{ messages, today }} due={one.due} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </div>
  );
}

function wayTo({ kind, id, caseId }: WaitingDay): string {
  switch (kind) {
    case 'expert':
      return `/cases/${caseId}/experts#request-${id}`;
    case 'objection':
      return `/objections/${id}`;
    case 'cooperation':
      return `/cooperation#request-${id}`;
  }
}

/** That a day is near, or over. */
export function DuePill({
  messages: { deadlines: say },
  due,
  today,
}: Pick<AnswersProps, 'messages' | 'today'> & { readonly due: Day }) {
  const state = dueState(due, today);
  if (state === 'ahead') return null;
  return <span class={state === 'late' ? 'pill pill-bad' : 'pill'}>{say.states[state]}</span>;
}
