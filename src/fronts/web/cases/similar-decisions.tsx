import { departs, type SimilarDecision } from '../../../actions/index.ts';
import type { CaseDetail } from '../../../cases/index.ts';
import type { Clock } from '../shell/clock.ts';
import { ActList } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';

interface SimilarProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly detail: CaseDetail;
  readonly decided: readonly SimilarDecision[];
}

/** How cases were decided in which the same was found. Nothing where there is none. */
export function SimilarDecisions({ messages, clock, detail, decided }: SimilarProps) {
  const say = messages.case.decided;
  const own = detail.status === 'open' ? undefined : detail.decisions.at(-1)?.decision.kind;
  if (decided.length === 0) return null;
  return (
    <section class="card hold" aria-labelledby="similar-decisions">
      <h2 id="similar-decisions">{say.title}</h2>
      {own !== undefined && departs(own, decided) && <p class="notice">{say.departs(decided.length)}</p>}
      <ul class="plain">
        {decided.map(({ id, at, common, decision }) => (
          <li>
            <p>
              <a href={`/cases/${id}`}>{messages.case.title(id)}</a>{' '}
              <span class="muted small">
                <time datetime={at.toISOString()}>{clock.day(at)}</time> {say.common(common.length)}
              </span>
            </p>
            <Reason messages={messages} decision={decision} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reason({ messages, decision }: Pick<SimilarProps, 'messages'> & Pick<SimilarDecision, 'decision'>) {
  switch (decision.kind) {
    case 'approve':
      return (
        <div>
          <span class="pill pill-bad">{messages.statuses.approved}</span>{' '}
          <ActList messages={messages} acts={decision.acts} />
        </div>
      );
    case 'dismiss':
      return (
        <p>
          <span class="pill">{messages.statuses.dismissed}</span> {messages.decide.reasons[decision.reason]}
        </p>
      );
    case 'hand-over':
    case 'reopen':
      return null;
  }
}
