import { EXPERT_KINDS, type Expert } from '../../../response/index.ts';
import type { OpenRequest } from '../../../store/index.ts';
import { FieldError } from '../shell/form-components.tsx';
import { first, has, type Values } from '../shell/form-values.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import type { Errors } from './form.ts';

interface ExpertsProps {
  readonly messages: Messages;
  readonly experts: readonly Expert[];
  readonly open: readonly OpenRequest[]; // that whoever looks may know of
  readonly today: string;
  readonly values: Values;
  readonly errors: Errors;
  readonly saved: boolean;
}

export function ExpertsView(props: ExpertsProps) {
  const { messages, errors, saved } = props;
  const say = messages.experts;
  return (
    <div class="narrow">
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
      <Waiting {...props} />
      <Contacts {...props} />
      <AddForm {...props} />
    </div>
  );
}

function Waiting({ messages: { experts: say }, open, today }: ExpertsProps) {
  return (
    <section class="card" aria-labelledby="waiting">
      <h2 id="waiting">{say.waiting}</h2>
      {open.length === 0 ? (
        <p class="muted">{say.nothingWaits}</p>
      ) : (
        <ul class="plain own-reports">
          {open.map(({ caseId, expert, due }) => (
            <li>
              <a href={`/cases/${caseId}/experts`}>
                {say.case} {caseId}
              </a>{' '}
              {say.kinds[expert.kind]} {inertLine(expert.name, 60)}
              {due !== null && (
                <>
                  {' · '}
                  {say.due} <time datetime={due}>{due}</time>{' '}
                  {due < today && <span class="pill pill-bad">{say.late}</span>}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Contacts({ messages: { experts: say }, experts }: ExpertsProps) {
  return (
    <section class="card" aria-labelledby="contacts">
      <h2 id="contacts">{say.contacts}</h2>
      {experts.length === 0 ? (
        <p class="muted">{say.none}</p>
      ) : (
        <ul class="plain own-reports">
          {experts.map(({ id, kind, name, contact }) => (
            <li>
              <strong>{inertLine(name, 100)}</strong> <span class="pill">{say.kinds[kind]}</span>
              <p class="lines">{inert(contact)}</p>
              <form method="post" action={`/experts/${id}/end`}>
                <button type="submit" class="quiet" aria-label={say.endOf(inertLine(name, 100))}>
                  {say.end}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function AddForm({ messages: { experts: say }, values, errors }: ExpertsProps) {
  const wrong = (id: string) => (errors[id] === undefined ? undefined : `${id}-error`);
  return (
    <form class="card" method="post" action="/experts" aria-labelledby="add">
      <h2 id="add">{say.addTitle}</h2>
      <div class="field">
        <label for="kind">{say.kind}</label>
        <FieldError id="kind" error={errors.kind} />
        <select id="kind" name="kind" aria-describedby={wrong('kind')} aria-invalid={wrong('kind') !== undefined}>
          {EXPERT_KINDS.map((kind) => (
            <option value={kind} selected={has(values, 'kind', kind)}>
              {say.kinds[kind]}
            </option>
          ))}
        </select>
      </div>
      {(['name', 'contact'] as const).map((field) => (
        <div class="field">
          <label for={field}>{say[field]}</label>
          <FieldError id={field} error={errors[field]} />
          <input
            id={field}
            name={field}
            value={first(values, field)}
            autocomplete="off"
            aria-describedby={wrong(field)}
            aria-invalid={wrong(field) !== undefined}
          />
        </div>
      ))}
      <div class="buttons">
        <button type="submit" class="button primary">
          {say.add}
        </button>
      </div>
    </form>
  );
}
