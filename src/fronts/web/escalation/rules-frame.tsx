import type { PropsWithChildren } from 'hono/jsx';
import type { Messages } from '../shell/messages.ts';

interface FrameProps {
  readonly messages: Messages;
  readonly current: 'escalation' | 'measures';
  readonly versions: readonly string[]; // a line each, the newest first
  readonly error: string | null;
  readonly saved: boolean;
}

/** What stands around rules that a company writes for itself: what became of a form, and every version. */
export function RulesFrame({ messages, current, versions, error, saved, children }: PropsWithChildren<FrameProps>) {
  const say = current === 'escalation' ? messages.escalation : messages.measureRules;
  const [newest] = versions;
  return (
    <section aria-labelledby={current}>
      <h2 id={current}>{say.title}</h2>
      <p class="muted">{say.lead}</p>
      {error !== null && (
        <p class="alert" role="alert">
          {say.wrong} {error}
        </p>
      )}
      {saved && (
        <div class="after-bar" role="status">
          <p>{say.saved}</p>
        </div>
      )}
      <p>{newest === undefined ? say.none : <b>{newest}</b>}</p>
      {children}
      <h3>{say.versions}</h3>
      <ol reversed class="plain">
        {versions.map((line) => (
          <li class="muted small">{line}</li>
        ))}
      </ol>
    </section>
  );
}
