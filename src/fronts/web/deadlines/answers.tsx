import { type Day, dueState } from '../../../response/index.ts';
import type { Messages } from '../shell/messages.ts';

interface PillProps {
  readonly messages: Messages;
  readonly today: Day;
  readonly due: Day;
}

/** That a day is near, or over. */
export function DuePill({ messages: { deadlines: say }, due, today }: PillProps) {
  const state = dueState(due, today);
  if (state === 'ahead') return null;
  return <span class={state === 'late' ? 'pill pill-bad' : 'pill'}>{say.states[state]}</span>;
}
