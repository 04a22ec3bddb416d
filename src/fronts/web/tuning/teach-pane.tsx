import type { CaseId } from '../../../cases/index.ts';
import { Key } from '../shell/form-components.tsx';
import { first } from '../shell/form-values.ts';
import { type EditProps, Reason, SaveButton, Settled, Wrong } from './edit-view.tsx';
import { EntryFields } from './fields.tsx';
import { PreviewPane } from './preview.tsx';

/** The form of a phrase beside the mail that it was selected in; saving it goes on there. */
export function TeachPane(props: EditProps & { readonly fromCase: CaseId }) {
  const { messages, values, complaints, fromCase } = props;
  const say = messages.tuning;
  return (
    <section class="card teach-pane" aria-labelledby="teach-title">
      <header class="teach-head">
        <h2 id="teach-title">{say.teach}</h2>
        <a href={`/cases/${fromCase}?tab=body`} data-leave-teach>
          {say.leave} <Key of="Esc" />
        </a>
      </header>
      <form
        class="tuning-form"
        id="entry-form"
        method="post"
        action="/dictionaries/save"
        hx-post="/dictionaries/save"
        hx-target="#teach-pane"
        hx-swap="innerHTML"
      >
        <Settled {...props} />
        <Wrong {...props} />
        <EntryFields {...props} isOpen={complaints.length > 0} reason={<Reason {...props} />}>
          <PreviewPane messages={messages} state={props.preview} />
          <p class="save-line">
            <SaveButton {...props} />
          </p>
          <p class="small muted">
            {say.atOnce} {first(values, 'match') !== '' && say.anonymised}
          </p>
        </EntryFields>
      </form>
    </section>
  );
}
