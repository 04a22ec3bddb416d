import { Key } from '../shell/form-components.tsx';
import type { Messages } from '../shell/messages.ts';

/** A decision the person made a moment ago, named by the address they were sent to. */
export interface After {
  readonly id: string;
  readonly said: string;
  readonly undo: string | null; // what the button says; null: there is nothing to undo
  readonly care: boolean; // the person concerned is seen to next
  readonly similar: number; // near-duplicates that are still open
}

/** What was just done, and the way back. */
export function AfterBar({ messages, after }: { readonly messages: Messages; readonly after: After | null }) {
  if (after === null) return null;
  return (
    <div class="after-bar" role="status">
      <p>
        {after.said} {after.care && <a href={`/cases/${after.id}?tab=response`}>{messages.care.openCare}</a>}
        {after.similar > 0 && (
          <>
            {messages.similar.offer(after.similar)}{' '}
            <a href={`/cases/${after.id}?tab=body&similar=1#similar`}>{messages.similar.look}</a>
          </>
        )}
      </p>
      {after.undo !== null && (
        <form method="post" action={`/cases/${after.id}/reopen`}>
          <button type="submit" class="button" data-key="u">
            {after.undo} <Key of="u" />
          </button>
        </form>
      )}
    </div>
  );
}
