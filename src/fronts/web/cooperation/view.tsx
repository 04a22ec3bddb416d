import { COOPERATION_DIRECTIONS, type Cooperation, type Day } from '../../../response/index.ts';
import { DuePill } from '../deadlines/answers.tsx';
import { DayField, FieldError, Group, LongText, Radio } from '../shell/form-components.tsx';
import { first, has, type Values } from '../shell/form-values.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { type Errors, MOST } from './form.ts';

interface CooperationProps {
  readonly messages: Messages;
  readonly waiting: readonly Cooperation[];
  readonly answered: readonly Cooperation[];
  readonly today: Day;
  readonly values: Values;
  readonly errors: Errors;
  readonly saved: boolean;
}

export function CooperationView(props: CooperationProps) {
  const { messages, waiting, answered, errors, saved } = props;
  const say = messages.cooperation;
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href="/deadlines">← {messages.deadlines.title}</a>
      </p>
      <h1>{say.title}</h1>
      <p class="muted">{say.lead}</p>
      {saved && (
        <p class="after-bar" role="status">
          {say.saved}
        </p>
      )}
      {Object.keys(errors).length > 0 && (
        <p class="alert" role="alert">
          {say.wrong}
        </p>
      )}
      <section aria-labelledby="waiting">
        <h2 id="waiting">{say.waiting}</h2>
        {waiting.length === 0 ? (
          <p class="muted">{say.none}</p>
        ) : (
          waiting.map((request) => <Request {...props} request={request} />)
        )}
      </section>
      <NewRequest {...props} />
      {answered.length > 0 && (
        <section aria-labelledby="answered">
          <h2 id="answered">{say.answered}</h2>
          {answered.map((request) => (
            <Request {...props} request={request} />
          ))}
        </section>
      )}
    </div>
  );
}

function Request(props: CooperationProps & { readonly request: Cooperation }) {
  const { messages, today, request } = props;
  const say = messages.cooperation;
  const { id, direction, caseId, company, contact, words, asked, due, by, answer } = request;
  return (
    <article class="card" aria-labelledby={`request-${id}`}>
      <h3 id={`request-${id}`}>{say.of(say.directions[direction], inertLine(company, 200))}</h3>
      <p class="muted small">
        {say.askedOn(asked, inertLine(by, 60))} · {say.due} {due}{' '}
        {answer === null && <DuePill messages={messages} due={due} today={today} />}{' '}
        {caseId !== null && <a href={`/cases/${caseId}`}>{messages.case.title(caseId)}</a>}
      </p>
      {contact !== '' && <p class="muted small lines">{inert(contact)}</p>}
      <p class="lines">{inert(words)}</p>
      {answer === null ? (
        <AnswerForm {...props} />
      ) : (
        <>
          <h4>{say.answer}</h4>
          <p class="lines">{inert(answer.words)}</p>
          <p class="muted small">{say.answeredOn(answer.day, inertLine(answer.by, 60))}</p>
        </>
      )}
    </article>
  );
}

function AnswerForm({ messages, today, values, errors, request: { id } }: Parameters<typeof Request>[0]) {
  const say = messages.cooperation;
  const own = first(values, 'request') === id;
  const given = own ? values : {};
  return (
    <details class="more" open={own}>
      <summary>{say.noteAnswer}</summary>
      <form method="post" action="/cooperation">
        <input type="hidden" name="do" value="answer" />
        <input type="hidden" name="request" value={id} />
        <LongText
          id={`answer-${id}`}
          name="answer"
          label={say.answer}
          hint={say.answerHint}
          values={given}
          error={own ? errors.answer : undefined}
          rows={3}
          most={MOST.answer}
        />
        <div class="field">
          <label for={`day-${id}`}>{say.day}</label>
          <FieldError id={`day-${id}`} error={own ? errors.day : undefined} />
          <input id={`day-${id}`} name="day" type="date" max={today} value={own ? first(values, 'day') : today} />
        </div>
        <button type="submit" class="button">
          {say.noteAnswer}
        </button>
      </form>
    </details>
  );
}

function NewRequest({ messages, today, values, errors }: CooperationProps) {
  const say = messages.cooperation;
  const given = has(values, 'do', 'answer') ? {} : values;
  return (
    <form class="card" method="post" action="/cooperation" aria-labelledby="new">
      <h2 id="new">{say.record}</h2>
      <Group id="direction" title={say.direction} error={errors.direction}>
        {COOPERATION_DIRECTIONS.map((one) => (
          <Radio values={given} name="direction" value={one} label={say.directions[one]} />
        ))}
      </Group>
      <Line {...{ name: 'company', label: say.company, most: MOST.company, values: given, error: errors.company }} />
      <Line {...{ name: 'contact', label: say.contact, most: MOST.contact, values: given, error: errors.contact }} />
      <LongText
        id="words"
        name="words"
        label={say.words}
        hint={say.wordsHint}
        values={given}
        error={errors.words}
        rows={4}
        most={MOST.words}
      />
      <DayField name="asked" label={say.asked} values={given} error={errors.asked} max={today} />
      <DayField name="due" label={say.due} values={given} error={errors.due} min={today} />
      <Line {...{ name: 'case', label: say.case, most: 19, values: given, error: errors.case }} />
      <div class="buttons">
        <button type="submit" class="button primary">
          {say.save}
        </button>
      </div>
    </form>
  );
}

interface LineProps {
  readonly name: string;
  readonly label: string;
  readonly most: number;
  readonly values: Values;
  readonly error: string | undefined;
}

const Line = ({ name, label, most, values, error }: LineProps) => (
  <div class="field">
    <label for={name}>{label}</label>
    <FieldError id={name} error={error} />
    <input id={name} name={name} value={first(values, name)} maxlength={most} autocomplete="off" />
  </div>
);
