import type { Messages } from '../shell/messages.ts';

interface ForwardedBarProps {
  readonly messages: Messages;
  readonly held: number; // mails that wait for the consultation desk; 0 for everybody else
}

/** One line above what a day begins with. */
export function ForwardedBar({ messages: { forwarded: say }, held }: ForwardedBarProps) {
  if (held === 0) return null;
  return (
    <div class="after-bar">
      <p>
        {say.bar(held)} <a href="/forwarded">{say.open}</a>
      </p>
    </div>
  );
}
