import type { PolicyInForce } from '../../../policy/index.ts';
import type { Clock } from '../shell/clock.ts';
import { NotDone } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';

interface ReadingProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly policy: PolicyInForce;
  readonly shown: string; // by which the text is known when the form comes back
  readonly readAt: Date | null; // when whoever looks said that they have read this version
  readonly changed: boolean; // what they said it of holds no more
}

/** Below a policy: whether whoever looks has read it, and a way to say so. Of a template there is nothing to say. */
export function Reading({ messages, clock, policy, shown, readAt, changed }: ReadingProps) {
  const say = messages.knowing;
  if (policy.kind !== 'own') return null;
  return (
    <form method="post" action="/policy/read" class="card">
      <NotDone of={changed && say.changed} />
      <p>
        {policy.version !== null &&
          `${say.version(policy.version.number)} · ${say.form.fields.from.label}: ${policy.version.from} · `}
        <a href="#versions">{say.versions}</a>
      </p>
      {readAt === null ? (
        <div class="buttons">
          <input type="hidden" name="shown" value={shown} />
          <button type="submit" class="button primary">
            {say.read}
          </button>
        </div>
      ) : (
        <p role="status">{say.readOn(clock.day(readAt))}</p>
      )}
    </form>
  );
}
