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
  readonly mayDecide: boolean;
}

/** What is in force against the counterparty of a case, with what to do; and for who decides, the way to the next step. */
export function MeasuresCard({ messages, clock, id, inForce, mayDecide }: CardProps) {
  const say = messages.measures;
  if (inForce.length === 0 && !mayDecide) return null;
  return (
    <section class="card hold" id="measures" aria-labelledby="measures-title">
      <h2 id="measures-title">{say.title}</h2>
      {inForce.length > 0 && (
        <>
          <p>
            <strong>{say.inForce}</strong>
          </p>
          <InForceList messages={messages} clock={clock} id={id} inForce={inForce} />
        </>
      )}
      {mayDecide && (
        <div class="act">
          <p>{say.short}</p>
          <a class="button" href={`/cases/${id}/measures`}>
            {say.open}
          </a>
        </div>
      )}
    </section>
  );
}

export function InForceList({ messages, clock, id, inForce }: Omit<CardProps, 'mayDecide'>) {
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
