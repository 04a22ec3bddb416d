import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface StateProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly trouble: string | null; // null when well
  readonly since: Date | null;
}

/** Well, or what the trouble is and since when. */
export function State({ messages: { status: say }, clock, trouble, since }: StateProps) {
  if (trouble === null) return <span class="pill pill-good">{say.well}</span>;
  return (
    <>
      <span class="trouble">{inertLine(trouble)}</span>
      {since !== null && <span class="muted"> {say.since(clock.date(since))}</span>}
    </>
  );
}
