import type { Day } from '../../../response/index.ts';
import type { Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import type { Messages } from '../shell/messages.ts';

/** What every card of the page is given. */
export interface CardProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly today: Day;
  readonly tried: Tried | null;
}
