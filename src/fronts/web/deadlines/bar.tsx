import type { Messages } from '../shell/messages.ts';

/** Over the list of cases: how much is late, with the way there. */
export function LateBar({ messages, late }: { readonly messages: Messages; readonly late: number }) {
  if (late === 0) return null;
  return (
    <p class="alert">
      {messages.deadlines.late(late)} <a href="/deadlines">{messages.deadlines.open}</a>
    </p>
  );
}
