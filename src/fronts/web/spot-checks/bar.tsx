import type { Messages } from '../shell/messages.ts';

/** One line over the list of cases: ordinary mails wait for a reader. */
export function SpotBar({
  messages: { spotChecks: say },
  unread,
}: {
  readonly messages: Messages;
  readonly unread: number;
}) {
  if (unread === 0) return null;
  return (
    <div class="after-bar">
      <p>
        {say.bar(unread)} <a href="/missed/read">{say.barOpen}</a>
      </p>
    </div>
  );
}
