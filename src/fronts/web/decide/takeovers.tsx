import type { Takeover } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface TakeoversProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly takeovers: readonly Takeover[];
}

/** Tells someone what was taken over from them, until they have seen it. */
export function Takeovers({ messages, clock, takeovers }: TakeoversProps) {
  if (takeovers.length === 0) return null;
  const say = messages.claim;
  return (
    <div class="after-bar" role="status">
      <ul class="plain">
        {takeovers.map(({ caseId, by, at }) => (
          <li>{say.takenFromYou(inertLine(by, 100), caseId, clock.time(at))}</li>
        ))}
      </ul>
      <form method="post" action="/takeovers/seen">
        <button type="submit" class="button">
          {say.seen}
        </button>
      </form>
    </div>
  );
}
