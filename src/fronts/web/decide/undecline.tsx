import { Key } from '../shell/form-components.tsx';
import type { Messages } from '../shell/messages.ts';

interface UndeclineProps {
  readonly messages: Messages;
  readonly id: string; // of the case
  readonly press?: boolean; // the button that a key presses
}

/** Takes back that a case was declined. */
export function Undecline({ messages: { decide: say }, id, press = false }: UndeclineProps) {
  return (
    <form method="post" action={`/cases/${id}/undecline`}>
      <button type="submit" class={press ? 'button' : 'quiet'} data-key={press ? 'u' : undefined}>
        {say.undecline} {press && <Key of="u" />}
      </button>
    </form>
  );
}
