import { lastWatchDay } from '../../../cases/index.ts';
import type { SenderWatch } from '../../../store/index.ts';
import type { Masking } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** Whom a case lets one watch, and whether somebody does. */
export interface Watchable {
  readonly address: string;
  readonly watch: SenderWatch | null;
  readonly usualEnd: string; // YYYY-MM-DD
}

interface WatchProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly id: string; // of the case
  readonly masking: Masking;
  readonly watchable: Watchable | null; // null: nobody knows who wrote
}

/** Keeps an eye on whoever wrote the newest mail, or ends that. */
export function WatchCard({ messages, clock, id, masking, watchable }: WatchProps) {
  if (watchable === null) return null;
  const { watch, usualEnd } = watchable;
  const say = messages.watch;
  const address = inertLine(masking.cover(watchable.address), 100);
  return (
    <section class="card hold watch" id="watch" aria-labelledby="watch-title">
      <h2 id="watch-title">{say.title}</h2>
      <p>
        {watch === null
          ? say.lead(address)
          : say.standing(
              address,
              inertLine(watch.by, 60),
              clock.day(watch.since),
              clock.day(lastWatchDay(watch.until)),
            )}{' '}
        <a href="/counterparties?tab=watches">{say.all}</a>
      </p>
      <form method="post" action={`/cases/${id}/watch`}>
        <div>
          <label for="watch-until">{say.until}</label>
          <input type="date" id="watch-until" name="until" value={usualEnd} />
        </div>
        <button type="submit" class="button">
          {watch === null ? say.begin : say.change}
        </button>
      </form>
      {watch !== null && (
        <form method="post" action={`/watches/${watch.id}/end`}>
          <input type="hidden" name="case" value={id} />
          <button type="submit" class="quiet">
            {say.end}
          </button>
        </form>
      )}
    </section>
  );
}
