import { type CaseClock, clockStateAt } from '../../../response/index.ts';
import type { Clock } from '../shell/clock.ts';
import type { Messages } from '../shell/messages.ts';
import type { ShownClock } from './query.ts';

interface CardProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly clocks: readonly ShownClock[];
}

/** By when something is to be done in a case, and by whom. Nothing where there is no deadline. */
export function DeadlineCard({ messages, clock, now, clocks }: CardProps) {
  if (clocks.length === 0) return null;
  const say = messages.deadlines;
  return (
    <section class="card hold" id="deadlines" aria-labelledby="deadlines-title">
      <h2 id="deadlines-title">{say.card}</h2>
      <ul class="plain">
        {clocks.map((one) => (
          <li>
            <p>
              {say.dueAt(say.steps[one.step], clock.date(one.dueAt))} <StatePill {...{ messages, now, of: one }} />
            </p>
            <p class="muted small">{say.people(one.who, one.substitutes)}</p>
            <p class="muted small">
              <a href="/escalation">{say.byVersion(one.version)}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PillProps {
  readonly messages: Messages;
  readonly now: Date;
  readonly of: Pick<CaseClock, 'remindAt' | 'dueAt'>;
}

export function StatePill({ messages, now, of }: PillProps) {
  const state = clockStateAt(of, now);
  if (state === 'running') return null;
  return <span class={state === 'late' ? 'pill pill-bad' : 'pill'}>{messages.deadlines.states[state]}</span>;
}
