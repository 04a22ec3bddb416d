import type { CaseId, ChangeId } from '../../../cases/index.ts';
import { Key } from '../shell/form-components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** What somebody did for the dictionaries from a mail a moment ago. */
export type Taught =
  | { readonly kind: 'taught'; readonly change: ChangeId; readonly entry: string; readonly words: string }
  | { readonly kind: 'taken-back' }
  | { readonly kind: 'suggested' };

/** It is said above the mail, with the way back. */
export function TaughtBar({
  messages,
  id,
  taught,
}: {
  readonly messages: Messages;
  readonly id: CaseId;
  readonly taught: Taught | null;
}) {
  const say = messages.tuning;
  if (taught === null) return null;
  if (taught.kind !== 'taught')
    return (
      <p class="after-bar" role="status">
        {taught.kind === 'suggested' ? say.suggested : say.untaught}
      </p>
    );
  return (
    <div class="after-bar" role="status">
      <p>
        <a href={`/dictionaries/${taught.entry}`}>{say.taught(inertLine(taught.words, 60))}</a> {say.atOnce}
      </p>
      <form method="post" action={`/dictionaries/log/${taught.change}/revert`}>
        <input type="hidden" name="case" value={id} />
        <button type="submit" class="button" data-key="u">
          {say.undoTaught} <Key of="u" />
        </button>
      </form>
    </div>
  );
}
