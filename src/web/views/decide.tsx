import { type CaseDetail, DISMISS_REASONS, type RecordedDecision } from '../../cases/index.ts';
import type { Clock } from '../clock.ts';
import type { DecisionForm } from '../decision-form.ts';
import { inert, inertLine } from '../inert.ts';
import type { Words } from '../words/ja.ts';

interface DecideProps {
  readonly words: Words;
  readonly clock: Clock;
  readonly detail: CaseDetail;
  readonly next: string | null; // id of the case to go on with
  readonly form: DecisionForm | null; // a form that came back with errors
}

/** Where a person decides, or sees what was decided and may undo it. */
export function DecidePanel(props: DecideProps) {
  const { words, detail } = props;
  return (
    <section class="card decide" id="decide" aria-labelledby="decide-title">
      <h2 id="decide-title">{words.decide.title}</h2>
      {detail.status === 'open' ? <Open {...props} /> : <Decided {...props} />}
      <History {...props} />
    </section>
  );
}

function Open({ words, detail, form }: DecideProps) {
  const say = words.decide;
  const dismissal = form?.kind === 'dismiss' ? form : null;
  const approval = form?.kind === 'approve' ? form : null;
  return (
    <>
      <p>{say.question}</p>
      <div class="pair">
        <form class="choice" method="post" action={`/cases/${detail.id}/approve`}>
          <h3>{say.approve}</h3>
          <p class="muted">{say.approveLead}</p>
          <Note words={words} id="approve-note" value={approval?.note ?? ''} error={approval?.errors.note ?? null} />
          <button type="submit" class="button primary">
            {say.approve}
          </button>
        </form>
        <form class="choice" method="post" action={`/cases/${detail.id}/dismiss`}>
          <h3>{say.dismiss}</h3>
          <p class="muted">{say.dismissLead}</p>
          <fieldset aria-describedby={dismissal?.errors.reason ? 'reason-error' : undefined}>
            <legend>{say.reason}</legend>
            {dismissal?.errors.reason && (
              <p class="error" id="reason-error">
                {dismissal.errors.reason}
              </p>
            )}
            {DISMISS_REASONS.map((reason) => (
              <label class="radio">
                <input type="radio" name="reason" value={reason} checked={dismissal?.reason === reason} />
                {say.reasons[reason]}
              </label>
            ))}
          </fieldset>
          <Note words={words} id="dismiss-note" value={dismissal?.note ?? ''} error={dismissal?.errors.note ?? null} />
          <button type="submit" class="button">
            {say.dismiss}
          </button>
        </form>
      </div>
    </>
  );
}

function Note({
  words,
  id,
  value,
  error,
}: {
  readonly words: Words;
  readonly id: string;
  readonly value: string;
  readonly error: string | null;
}) {
  const described = error === null ? `${id}-hint` : `${id}-hint ${id}-error`;
  return (
    <div class="field">
      <label for={id}>{words.decide.note}</label>
      <p class="hint" id={`${id}-hint`}>
        {words.decide.noteHint}
      </p>
      {error !== null && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <textarea
        id={id}
        name="note"
        rows={3}
        maxlength={2000}
        aria-describedby={described}
        aria-invalid={error !== null}
      >
        {value}
      </textarea>
    </div>
  );
}

function Decided({ words, clock, detail, next }: DecideProps) {
  const say = words.decide;
  const last = detail.decisions.at(-1);
  const said = detail.status === 'approved' ? say.approved : say.dismissed;
  return (
    <>
      {last && (
        <p class="outcome" role="status">
          {said(inertLine(last.by, 100), clock.date(last.at))}
        </p>
      )}
      <p class="after">
        {next === null ? (
          <span class="muted">{say.none}</span>
        ) : (
          <a class="button primary" href={`/cases/${next}`}>
            {say.next}
          </a>
        )}
      </p>
      <form class="undo" method="post" action={`/cases/${detail.id}/reopen`}>
        <p class="muted">{say.undoLead}</p>
        <button type="submit" class="button">
          {say.undo}
        </button>
      </form>
    </>
  );
}

function History({ words, clock, detail: { decisions } }: DecideProps) {
  const say = words.decide;
  return (
    <div class="history">
      <h3>{say.history}</h3>
      {decisions.length === 0 ? (
        <p class="muted">{say.noHistory}</p>
      ) : (
        <ol>
          {decisions.map(({ decision, by, at }) => (
            <li>
              <strong>{say.kinds[decision.kind]}</strong>
              {reasonOf(words, decision)} <span>{inertLine(by, 100)}</span>{' '}
              <time class="muted" datetime={at.toISOString()}>
                {clock.date(at)}
              </time>
              {decision.note !== '' && <p class="note">{inert(decision.note)}</p>}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function reasonOf({ decide: say }: Words, decision: RecordedDecision['decision']): string {
  switch (decision.kind) {
    case 'dismiss':
      return `（${say.reasons[decision.reason]}）`;
    case 'approve':
    case 'reopen':
      return '';
  }
}
