import { Key } from '../shell/form-components.tsx';
import type { Words } from '../shell/messages.ja.ts';
import type { After } from './case-page.tsx';

/** What was just done, and the way back. */
export function AfterBar({ words, after }: { readonly words: Words; readonly after: After | null }) {
  if (after === null) return null;
  return (
    <div class="after-bar" role="status">
      <p>
        {after.said}{' '}
        {after.similar > 0 && (
          <>
            {words.similar.offer(after.similar)} <a href={`/cases/${after.id}/similar`}>{words.similar.look}</a>
          </>
        )}
      </p>
      {after.undoable && (
        <form method="post" action={`/cases/${after.id}/reopen`}>
          <button type="submit" class="button" data-key="u">
            {words.decide.undo} <Key of="u" />
          </button>
        </form>
      )}
    </div>
  );
}
