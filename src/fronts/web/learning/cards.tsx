import type { SimilarDecision } from '../../../actions/index.ts';
import type { Masking } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import { ActList } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import type { LearningInCase } from './query.ts';

interface CardProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly masking: Masking;
  readonly learning: LearningInCase;
  readonly mayReadEntries: boolean;
}

/** How similar cases were decided. Nothing where there is none. */
export function SimilarDecisions({ messages, clock, learning }: CardProps) {
  const say = messages.learning;
  const { similar, departs } = learning;
  if (similar.length === 0) return null;
  return (
    <section class="card hold" aria-labelledby="similar-decisions">
      <h2 id="similar-decisions">{say.similar}</h2>
      {departs && <p class="notice">{say.departs(similar.length)}</p>}
      <ul class="plain">
        {similar.map((one) => (
          <li>
            <p>
              <a href={`/cases/${one.id}`}>{messages.case.title(one.id)}</a>{' '}
              <span class="muted small">
                <time datetime={one.at.toISOString()}>{clock.day(one.at)}</time>{' '}
                {say.likeness(String(Math.round(one.likeness * 100)))}
              </span>
            </p>
            <Reason messages={messages} decision={one.decision} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reason({
  messages,
  decision,
}: {
  readonly messages: Messages;
  readonly decision: SimilarDecision['decision'];
}) {
  const say = messages.learning;
  switch (decision.kind) {
    case 'approve':
      return (
        <div>
          <span class="pill pill-bad">{say.directions.approved}</span>{' '}
          <ActList messages={messages} acts={decision.acts} />
        </div>
      );
    case 'dismiss':
      return (
        <p>
          <span class="pill">{say.directions.dismissed}</span> {messages.decide.reasons[decision.reason]}
        </p>
      );
    case 'hand-over':
    case 'reopen':
      return null;
  }
}

/** What the decision on a case taught, in words of its own mails. */
export function LearnedCard({ messages, masking, learning: { learned }, mayReadEntries }: CardProps) {
  if (learned === null) return null;
  const say = messages.learning;
  const { positive, pieces, unused, forgotten } = learned;
  return (
    <section class="card hold" id="learned" aria-labelledby="learned-title">
      <h2 id="learned-title">{say.card}</h2>
      {forgotten ? (
        <p>{say.caseForgotten}</p>
      ) : pieces.length === 0 ? (
        <p>{say.noPieces}</p>
      ) : masking.hides ? (
        <p>{say.hiddenPieces}</p>
      ) : (
        <>
          <p>{positive ? say.learnedApproved : say.learnedDismissed}</p>
          <ul class="acts">
            {pieces.map((piece) => (
              <li>
                <bdi>{inertLine(piece, 40)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {unused !== null && <p class="small muted">{say.unused[unused]}</p>}
      {mayReadEntries && (
        <p class="small">
          <a href="/dictionaries/learning">{say.all}</a>
        </p>
      )}
    </section>
  );
}
