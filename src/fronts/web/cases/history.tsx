import { type Approval, type CaseDetail, ELEMENTS, type RecordedDecision } from '../../../cases/index.ts';
import type { Masking } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface HistoryProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly detail: CaseDetail;
  readonly masking: Masking;
}

/** Every decision on the case, oldest first; none ever goes away. Nothing where there is none. */
export function DecisionHistory({ messages, clock, masking, detail: { decisions } }: HistoryProps) {
  const say = messages.decide;
  if (decisions.length === 0) return null;
  return (
    <div class="history">
      <h3>{say.history}</h3>
      <ol>
        {decisions.map(({ decision, by, at }) => (
          <li>
            <strong>{say.kinds[decision.kind]}</strong> {about(messages, decision)} <span>{inertLine(by, 100)}</span>{' '}
            <time class="muted" datetime={at.toISOString()}>
              {clock.date(at)}
            </time>
            {decision.kind === 'approve' && <Findings messages={messages} approval={decision} />}
            {decision.note !== '' && <p class="note">{inert(masking.cover(decision.note))}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}

function about({ decide: say }: Messages, decision: RecordedDecision['decision']): string {
  switch (decision.kind) {
    case 'dismiss':
      return `（${say.reasons[decision.reason]}）`;
    case 'hand-over':
      return decision.to.kind === 'desk' ? say.handedToDesk : say.handedTo(inertLine(decision.to.name, 100));
    case 'approve':
    case 'reopen':
      return '';
  }
}

function Findings({ messages, approval }: { readonly messages: Messages; readonly approval: Approval }) {
  const say = messages.decide;
  const { acts, severity, affected, harms, ownCause, declaration } = approval;
  const list = (names: readonly string[]) => names.join(say.separator);
  const rows: readonly (readonly [string, string])[] = [
    [say.acts, list(acts.map((act) => messages.acts[act]))],
    [say.severity, severity === null ? '' : `${severity} ${say.severities[severity]}`],
    [say.affected, list(affected.map((one) => say.affectedNames[one]))],
    [say.harms, list(harms.map((one) => say.harmNames[one]))],
    [say.ownCause, say.ownCauses[ownCause]],
  ];
  return (
    <div class="findings">
      <p>{declaration ? say.declared : say.notDeclared}</p>
      <dl class="facts">
        <dt>{say.elements}</dt>
        <dd>
          {statuteOf(messages, approval).map((line) => (
            <div>{line}</div>
          ))}
        </dd>
        {rows.map(
          ([title, text]) =>
            text !== '' && (
              <>
                <dt>{title.replace(/[（(].*/, '')}</dt>
                <dd>{text}</dd>
              </>
            ),
        )}
      </dl>
    </div>
  );
}

/** What was found of every element; one line where all are alike. */
function statuteOf({ decide: say }: Messages, { elements }: Approval): string[] {
  const [first] = ELEMENTS;
  if (ELEMENTS.every((one) => elements[one] === elements[first])) return [say.allStates[elements[first]]];
  return ELEMENTS.map((one) => say.elementIs(say.elementNames[one], say.elementStates[elements[one]]));
}
