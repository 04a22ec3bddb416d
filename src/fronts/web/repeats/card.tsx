import { noteDemandAnswer } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import type { Day, Repeat } from '../../../response/index.ts';
import { ActForm } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { inert } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import type { Repeating } from './query.ts';

interface CardProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly id: CaseId;
  readonly repeating: Repeating | null; // null: nothing to show
  readonly today: Day;
}

/** The same demand again: how often, when it was answered, and the reply that is due by the company's rules. */
export function RepeatsCard({ messages, clock, id, repeating, today }: CardProps) {
  if (repeating === null) return null;
  const say = messages.repeats;
  const { repeats, grave } = repeating;
  return (
    <section class="card hold" id="repeats" aria-labelledby="repeats-title">
      <h2 id="repeats-title">{say.title}</h2>
      {grave && <p class="alert">{say.grave}</p>}
      {repeats.length === 0 && <p class="muted">{say.none}</p>}
      {repeats.map((one) => (
        <RepeatItem messages={messages} clock={clock} repeat={one} replies={repeating.replies} />
      ))}
      <details class="more">
        <summary>{say.note}</summary>
        <ActForm
          {...{ messages, today }}
          act={noteDemandAnswer}
          say={say.answer}
          tried={null}
          at={{ id }}
          usual={{ day: today }}
          within="demand"
        />
      </details>
    </section>
  );
}

interface ItemProps extends Pick<CardProps, 'messages' | 'clock'> {
  readonly repeat: Repeat;
  readonly replies: Repeating['replies'];
}

function RepeatItem({ messages, clock, repeat, replies }: ItemProps) {
  const say = messages.repeats;
  const { act, times, answers, due } = repeat;
  const days = (list: readonly Date[]) =>
    [...new Set(list.map((at) => clock.day(at)))].join(messages.measures.separator);
  return (
    <div>
      <p>
        <strong>{say.times(messages.acts[act], times.length)}</strong>
      </p>
      <p class="small">{say.on(days(times.map(({ at }) => at)))}</p>
      <p class="small">{say.answered(days(answers))}</p>
      {replies === null ? (
        <p>
          {say.noRules} <a href="/escalation#measures">{messages.measureRules.title}</a>
        </p>
      ) : due === null ? (
        <p class="muted">{say.dueNone}</p>
      ) : (
        <>
          <p>
            <span class="pill pill-bad">{say.due[due]}</span>
          </p>
          <p class="muted small">{say.reply}</p>
          <p class="lines">{inert(replies[due])}</p>
        </>
      )}
    </div>
  );
}
