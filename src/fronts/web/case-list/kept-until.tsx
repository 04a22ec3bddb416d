import type { Keeping } from '../../../cases/index.ts';
import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface KeptUntilProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly keeping: Keeping;
}

/** How long a case is kept, in a few words. */
export function KeptUntil({ messages: { keeping: say }, clock, keeping }: KeptUntilProps) {
  switch (keeping.kind) {
    case 'undecided':
      return <>{say.undecided}</>;
    case 'held':
      return <>{say.held(inertLine(keeping.by, 60))}</>;
    case 'until':
      return <time datetime={keeping.at.toISOString()}>{say.until(clock.day(keeping.at))}</time>;
  }
}
