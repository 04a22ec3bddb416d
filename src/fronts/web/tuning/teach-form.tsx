import { suggestWords } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import type { Day } from '../../../response/index.ts';
import { Field } from '../shell/acts/field.tsx';
import { formOf, type Tried } from '../shell/acts/form.tsx';
import { Key } from '../shell/form-components.tsx';
import type { Messages } from '../shell/messages.ts';

interface TeachFormProps {
  readonly messages: Messages;
  readonly id: CaseId;
  readonly today: Day;
  readonly mayTeach: boolean; // else they are suggested to whoever may
  readonly wrongSuggestion: Tried | null;
}

/** Words of a case for the dictionaries. With the script a button beside selected words fills it in and sends it, and a form opens beside the mail. */
export function TeachForm({ messages, id, today, mayTeach, wrongSuggestion: tried }: TeachFormProps) {
  const say = messages.tuning;
  const does = mayTeach ? say.teach : say.suggest.do;
  const suggesting = formOf({
    act: suggestWords,
    say: say.suggest,
    messages,
    today,
    tried,
    at: { id },
    within: 'suggest',
  });
  const beside = { 'hx-post': '/dictionaries/teach', 'hx-target': '#teach-pane', 'hx-swap': 'innerHTML' } as const;
  return (
    <details class="fold teach" open={tried !== null}>
      <summary>{does}</summary>
      <form
        method="post"
        action={mayTeach ? '/dictionaries/teach' : suggesting.action}
        id="teach"
        class="teach-form"
        {...(mayTeach ? beside : {})}
      >
        {mayTeach ? (
          <>
            <input type="hidden" name="case" value={id} />
            <Field
              id="teach-words"
              name="words"
              label={say.taughtWords}
              hint={say.taughtHint}
              type="text"
              most={200}
              autocomplete="off"
            />
          </>
        ) : (
          suggesting.field('words')
        )}
        <button type="submit" class="button">
          {does}
        </button>
      </form>
      <p class="selection-bar" id="selection-bar" hidden>
        <button type="submit" form="teach" class="button" data-key="t">
          {does} <Key of="t" />
        </button>
      </p>
    </details>
  );
}
