import type { CaseId } from '../../../cases/index.ts';
import type { Clock } from '../shell/clock.ts';
import { inert } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import type { ShownInForce } from './query.ts';

interface CardProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly id: CaseId;
  readonly inForce: readonly ShownInForce[];
}

/** What is in force against the counterparty of a case, with what to do. */
export function MeasuresCard({ messages, clock, id, inForce }: CardProps) {
  if (inForce.length === 0) return null;
  const say = messages.measures;
  return (
    <section class="card hold" id="measures" aria-labelledby="measures-title">
      <h2 id="measures-title">{say.inForce}</h2>
      <InForceList messages={messages} clock={clock} id={id} inForce={inForce} />
    </section>
  );
}

export function InForceList({ messages, clock, id, inForce }: CardProps) {
  const say = messages.measures;
  return (
    <ul class="plain">
      {inForce.map((one) => (
        <li>
          <p>
            <span class="pill pill-bad">{say.steps[one.step]}</span> {say.since(clock.day(one.since))}{' '}
            {one.caseId !== null && one.caseId !== id && (
              <a href={`/cases/${one.caseId}`}>{say.fromCase(one.caseId)}</a>
            )}
          </p>
          {one.frontLine !== '' && <p class="lines">{inert(one.frontLine)}</p>}
        </li>
      ))}
    </ul>
  );
}
