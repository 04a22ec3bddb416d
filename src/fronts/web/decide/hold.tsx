import type { CaseDetail } from '../../../cases/index.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface HoldProps {
  readonly messages: Messages;
  readonly detail: CaseDetail;
}

/** Keeps a case whatever its age, or ends that. */
export function HoldForm({ messages, detail: { id, heldBy } }: HoldProps) {
  const say = messages.hold;
  return (
    <section class="card hold" id="hold" aria-labelledby="hold-title">
      <h2 id="hold-title">{say.title}</h2>
      <form method="post" action={`/cases/${id}/hold`} class="act">
        <p>{heldBy === null ? say.lead : say.held(inertLine(heldBy, 100))}</p>
        <button type="submit" class="button" name="hold" value={heldBy === null ? 'on' : 'off'}>
          {heldBy === null ? say.hold : say.release}
        </button>
      </form>
    </section>
  );
}
