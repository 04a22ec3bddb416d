import type { CaseId } from '../../../cases/index.ts';
import { Key } from '../shell/form-components.tsx';
import type { Messages } from '../shell/messages.ts';

/** Words of a case for the dictionaries. With the script a button beside selected words fills it in and sends it. */
export function TeachForm({ messages, id }: { readonly messages: Messages; readonly id: CaseId }) {
  const say = messages.tuning;
  return (
    <details class="fold teach">
      <summary>{say.teach}</summary>
      <form method="post" action="/dictionaries/teach" id="teach" class="teach-form">
        <input type="hidden" name="case" value={id} />
        <label for="teach-words">{say.taughtWords}</label>
        <input
          id="teach-words"
          name="words"
          maxlength={200}
          autocomplete="off"
          required
          aria-describedby="teach-hint"
        />
        <button type="submit" class="button">
          {say.teach}
        </button>
        <p class="hint" id="teach-hint">
          {say.taughtHint}
        </p>
      </form>
      <p class="selection-bar" id="selection-bar" hidden>
        <button type="submit" form="teach" class="button" data-key="t">
          {say.teach} <Key of="t" />
        </button>
      </p>
    </details>
  );
}
