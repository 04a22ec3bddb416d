import type { CaseExperts } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { type ExpertRequest, HANDED, isLate } from '../../../response/index.ts';
import type { Clock } from '../shell/clock.ts';
import { DayField, FieldError, Group, LongText, Radio, Tick } from '../shell/form-components.tsx';
import { first, has, type Values } from '../shell/form-values.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { type Errors, MOST } from './form.ts';

interface CaseExpertsProps extends CaseExperts {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly caseId: CaseId;
  readonly today: string;
  readonly values: Values;
  readonly errors: Errors;
  readonly saved: boolean;
}

export function CaseExpertsView(props: CaseExpertsProps) {
  const { messages, caseId, requests, experts, errors, saved } = props;
  const say = messages.experts;
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href={`/cases/${caseId}`}>← {say.back(caseId)}</a>
      </p>
      <h1>{say.of(caseId)}</h1>
      <p class="muted">{say.askLead}</p>
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
      {requests.length > 0 && (
        <section aria-labelledby="asked">
          <h2 id="asked">{say.asked}</h2>
          {requests.map((request) => (
            <Request {...props} request={request} />
          ))}
        </section>
      )}
      {experts.length === 0 ? (
        <p>
          {say.noExpert} <a href="/experts">{say.title}</a>
        </p>
      ) : (
        <AskForm {...props} />
      )}
    </div>
  );
}

function Request({
  messages,
  clock,
  caseId,
  today,
  values,
  errors,
  request,
}: CaseExpertsProps & { readonly request: ExpertRequest }) {
  const say = messages.experts;
  const { id, expert, question, handed, due, by, at, answer } = request;
  const wrong = first(values, 'request') === id ? errors.answer : undefined;
  return (
    <article class="card" aria-labelledby={`request-${id}`}>
      <h3 id={`request-${id}`}>
        {say.kinds[expert.kind]} {inertLine(expert.name, 100)}
      </h3>
      <p class="lines">{inert(question)}</p>
      <p class="muted small">
        {say.handedTitle}: {say.handed[handed]} · {say.by(inertLine(by, 60), clock.date(at))}
        {due !== null && ` · ${say.due} ${due}`}{' '}
        {isLate(request, today) && <span class="pill pill-bad">{say.late}</span>}
      </p>
      {answer !== null ? (
        <>
          <h4>{say.answer}</h4>
          <p class="lines">{inert(answer.words)}</p>
          <p class="muted small">{say.by(inertLine(answer.by, 60), clock.date(answer.at))}</p>
        </>
      ) : (
        <form method="post" action={`/cases/${caseId}/experts`}>
          <input type="hidden" name="do" value="answer" />
          <input type="hidden" name="request" value={id} />
          <div class="field">
            <label for={`answer-${id}`}>{say.answer}</label>
            <FieldError id={`answer-${id}`} error={wrong} />
            <textarea id={`answer-${id}`} name="answer" rows={3} maxlength={MOST.answer}>
              {wrong === undefined ? '' : first(values, 'answer')}
            </textarea>
          </div>
          <button type="submit" class="button">
            {say.noteAnswer}
          </button>
        </form>
      )}
    </article>
  );
}

function AskForm({ messages, caseId, experts, needsConsent, today, values, errors }: CaseExpertsProps) {
  const say = messages.experts;
  return (
    <form class="card" method="post" action={`/cases/${caseId}/experts`} aria-labelledby="ask">
      <h2 id="ask">{say.ask}</h2>
      <div class="field">
        <label for="expert">{say.expert}</label>
        <FieldError id="expert" error={errors.expert} />
        <select id="expert" name="expert">
          {experts.map(({ id, kind, name }) => (
            <option value={id} selected={has(values, 'expert', id)}>
              {say.kinds[kind]} · {inertLine(name, 60)}
            </option>
          ))}
        </select>
      </div>
      <LongText
        id="question"
        name="question"
        label={say.question}
        hint={say.questionHint}
        values={values}
        error={errors.question}
        rows={4}
        most={MOST.question}
      />
      <Group id="handed" title={say.handedTitle} error={errors.handed}>
        {HANDED.map((one) => (
          <Radio
            values={'handed' in values ? values : { handed: ['words'] }}
            name="handed"
            value={one}
            label={say.handed[one]}
          />
        ))}
      </Group>
      <DayField name="due" label={say.due} hint={say.dueHint} values={values} error={errors.due} min={today} />
      {needsConsent && (
        <>
          <FieldError id="consent" error={errors.consent} />
          <Tick values={values} name="consent" value="1" label={say.consent} />
        </>
      )}
      <div class="buttons">
        <button type="submit" class="button primary">
          {say.submit}
        </button>
      </div>
    </form>
  );
}
