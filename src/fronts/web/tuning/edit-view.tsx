import { LongText } from '../shell/form-components.tsx';
import { first } from '../shell/form-values.ts';
import { Difference } from './difference.tsx';
import { EntryFields, ExceptionFields, type FieldsProps } from './fields.tsx';
import { MOST_REASON } from './form.ts';
import { PreviewPane, type PreviewState } from './preview.tsx';

export interface EditProps extends FieldsProps {
  readonly newCasesWithoutReason: number;
  readonly complaints: readonly string[]; // why it was not saved, in the reader's language
  readonly conflict: { readonly theirs: string | null; readonly ours: string | null } | null;
  readonly fromCase: string | null; // a proposal of what was marked in it
  readonly preview: PreviewState;
}

/** A form in plain words, and beside it what it would change. */
export function EditView(props: EditProps) {
  const { messages, values, isNew, complaints, conflict, fromCase } = props;
  const say = messages.tuning;
  const isException = first(values, 'kind') === 'exception';
  return (
    <>
      <p class="crumbs">
        <a href={fromCase === null ? '/dictionaries' : `/cases/${fromCase}`} data-key="l">
          ← {fromCase === null ? say.back : messages.case.title(fromCase)}
        </a>
      </p>
      <h1>{isException ? say.exceptionTitle : isNew ? say.teach : say.editTitle(first(values, 'id'))}</h1>
      <p class="muted">{isException ? say.exceptionLead : say.entryLead}</p>
      {fromCase !== null && (
        <p class="notice">
          <a href={`/cases/${fromCase}`}>{say.fromCase(fromCase)}</a> {say.anonymised}
        </p>
      )}
      {complaints.length > 0 && (
        <div class="alert" role="alert">
          <ul class="plain">
            {complaints.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </div>
      )}
      {conflict !== null && (
        <section class="card" aria-labelledby="conflict">
          <h2 id="conflict">{say.difference}</h2>
          <p>{say.conflictHow}</p>
          <Difference messages={messages} before={conflict.theirs} after={conflict.ours} />
        </section>
      )}
      <div class="tuning-pair">
        <form class="card tuning-form" id="entry-form" method="post" action="/dictionaries/save">
          {(['kind', 'base', 'feedback'] as const).map((name) => (
            <input type="hidden" name={name} value={first(values, name)} />
          ))}
          <input type="hidden" name="new" value={isNew ? '1' : ''} />
          {isException ? (
            <>
              <ExceptionFields {...props} />
              <Reason {...props} />
            </>
          ) : (
            <EntryFields {...props} isOpen={complaints.length > 0} reason={<Reason {...props} />} />
          )}
          <p class="buttons-line save-line">
            <button type="submit" class="button primary" data-key="s">
              {isNew && !isException ? say.add : say.save}
            </button>
            <button type="submit" class="button" formaction="/dictionaries/preview">
              {say.look}
            </button>
          </p>
          <p class="small compare-line">
            <button type="submit" class="quiet" formaction="/past/draft">
              {messages.pastRuns.compare}
            </button>
            <button type="submit" class="quiet" formaction="/past/draft" name="over" value="cases">
              {messages.pastRuns.compareCases}
            </button>
          </p>
        </form>
        <PreviewPane messages={messages} state={props.preview} />
      </div>
    </>
  );
}

const Reason = ({ messages: { tuning: say }, values, newCasesWithoutReason }: EditProps) => (
  <LongText
    id="reason"
    name="reason"
    label={say.reason}
    hint={say.reasonHint(newCasesWithoutReason)}
    values={values}
    rows={2}
    most={MOST_REASON}
  />
);
