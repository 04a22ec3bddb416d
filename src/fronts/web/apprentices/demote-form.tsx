import type { Messages } from '../shell/messages.ts';

/** Makes an apprentice of an entry; with a reason where there is room for one. */
export function DemoteForm({
  messages: { apprentices: say },
  id,
  asks = false,
}: {
  readonly messages: Messages;
  readonly id: string;
  readonly asks?: boolean; // for a reason
}) {
  return (
    <form method="post" action={`/dictionaries/${id}/demote`} class="demote">
      {asks && (
        <>
          <p class="hint">{say.demoteHint}</p>
          <label for="demote-reason">{say.demoteReason}</label>
          <input id="demote-reason" name="reason" maxlength={500} autocomplete="off" />
        </>
      )}
      <button type="submit" class="button" aria-label={`${id}: ${say.demote}`} title={say.demoteHint}>
        {say.demote}
      </button>
    </form>
  );
}
