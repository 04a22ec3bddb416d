import type { CaseId } from '../../../cases/index.ts';
import { LongText } from '../shell/form-components.tsx';
import { first } from '../shell/form-values.ts';
import { Difference } from './difference.tsx';
import { EntryFields, ExceptionFields, type FieldsProps } from './fields.tsx';
import { MOST_REASON } from './form.ts';
import { PreviewPane, type PreviewState } from './preview.tsx';

export interface EditProps extends FieldsProps {
  readonly newCasesWithoutReason: number;
  readonly complaints: readonly string[]; // why it was not saved, in the reader's language
  readonly loses: number | null; // approved cases that it would find no longer, which somebody has to say they know
  readonly conflict: { readonly theirs: string | null; readonly ours: string | null } | null;
  readonly fromCase: CaseId | null; // a proposal of what was said in it
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
      <Wrong {...props} />
      {conflict !== null && (
        <section class="card" aria-labelledby="conflict">
          <h2 id="conflict">{say.difference}</h2>
          <p>{say.conflictHow}</p>
          <Difference messages={messages} before={conflict.theirs} after={conflict.ours} />
        </section>
      )}
      <div class="tuning-pair">
        <form class="card tuning-form" id="entry-form" method="post" action="/dictionaries/save">
          <Settled {...props} />
          {isException ? (
            <>
              <ExceptionFields {...props} />
              <Reason {...props} />
            </>
          ) : (
            <EntryFields {...props} isOpen={complaints.length > 0} reason={<Reason {...props} />} />
          )}
          <p class="buttons-line save-line">
            <SaveButton {...props} />
            <button type="submit" class="button" formaction="/dictionaries/preview">
              {say.look}
            </button>
          </p>
        </form>
        <PreviewPane messages={messages} state={props.preview} />
      </div>
    </>
  );
}

/** What nobody is asked. */
export const Settled = ({ values, isNew, loses }: EditProps) => (
  <>
    {(['kind', 'base', 'feedback', 'case'] as const).map((name) => (
      <input type="hidden" name={name} value={first(values, name)} />
    ))}
    <input type="hidden" name="new" value={isNew ? '1' : ''} />
    {loses !== null && <input type="hidden" name="lost" value={String(loses)} />}
  </>
);

/** Why it was not saved. */
export function Wrong({ messages: { tuning: say }, complaints, loses }: EditProps) {
  if (loses !== null)
    return (
      <p class="alert" role="alert">
        {say.losesApproved(loses)}
      </p>
    );
  if (complaints.length === 0) return null;
  return (
    <div class="alert" role="alert">
      <ul class="plain">
        {complaints.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </div>
  );
}

/** Where approved cases are lost by it, a second press says that its author knows. */
export const SaveButton = ({ messages: { tuning: say }, values, isNew, loses }: EditProps) => (
  <button type="submit" class={loses === null ? 'button primary' : 'button danger'} data-key="s">
    {loses !== null ? say.saveAnyway : isNew && first(values, 'kind') !== 'exception' ? say.add : say.save}
  </button>
);

export const Reason = ({ messages: { tuning: say }, values, newCasesWithoutReason }: EditProps) => (
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
