import { Judged } from '../dictionaries/sandbox.tsx';
import type { JudgedView } from '../dictionaries/sandbox-view-model.ts';
import type { Clock } from '../shell/clock.ts';
import { Stranger } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

type PastMailProps = {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly back: string; // address of the run
} & (
  | { readonly note: string } // why it is not shown
  | { readonly at: Date; readonly from: string; readonly judged: JudgedView }
);

/** One mail of the past, with what the rules in force make of it; what hurts is hidden. */
export function PastMailView(props: PastMailProps) {
  const { messages, clock, back } = props;
  const say = messages.pastRuns;
  return (
    <>
      <p class="crumbs">
        <a href={back} data-key="l">
          ← {say.mailBack}
        </a>
      </p>
      <h1>{say.mailTitle}</h1>
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
    </>
  );
}
