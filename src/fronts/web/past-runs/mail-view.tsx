import type { PastRunId } from '../../../cases/index.ts';
import { Judged } from '../dictionaries/sandbox.tsx';
import type { JudgedView } from '../dictionaries/sandbox-view-model.ts';
import type { Clock } from '../shell/clock.ts';
import { Stranger } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

type PastMailProps = {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly run: PastRunId;
} & (
  | { readonly note: string } // why it is not shown
  | { readonly at: Date; readonly from: string; readonly judged: JudgedView }
);

/** One mail of the past, with what the rules in force make of it; what hurts is hidden. */
export function PastMailView(props: PastMailProps) {
  const { messages, clock, run } = props;
  const say = messages.pastRuns;
  return (
    <section aria-labelledby="mail">
      <h2 id="mail">{say.mailTitle}</h2>
      {'note' in props ? (
        <p class="alert" role="alert">
          {inertLine(props.note, 1_000)}
        </p>
      ) : (
        <>
          <p class="muted">
            {say.from} <Stranger text={props.from} otherwise={say.nothing} /> ·{' '}
            <time datetime={props.at.toISOString()}>{clock.date(props.at)}</time>
          </p>
          <Judged messages={messages} judged={props.judged} />
        </>
      )}
      <p>
        <a href={`/past/${run}`}>{say.mailBack}</a>
      </p>
    </section>
  );
}
