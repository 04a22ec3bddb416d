import type { Messages } from '../shell/messages.ts';
import { STEPS } from './steps.ts';

interface StepsBarProps {
  readonly messages: Messages;
  readonly done: number | null; // null: not offered
}

/** One line above what a day begins with. */
export function StepsBar({ messages: { firstSteps: say }, done }: StepsBarProps) {
  if (done === null) return null;
  return (
    <form method="post" action="/first-steps" class="after-bar">
      <p>
        {say.bar(done, STEPS.length)} <a href="/first-steps">{say.open}</a>
      </p>
      <button type="submit" class="quiet" name="closed" value="1">
        {say.close}
      </button>
    </form>
  );
}
