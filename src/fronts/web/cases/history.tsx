import {
  type Approval,
  type CaseComment,
  type CaseDetail,
  ELEMENTS,
  type RecordedDecision,
} from '../../../cases/index.ts';
import type { Masking } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface HistoryProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly detail: CaseDetail;
  readonly comments: readonly CaseComment[];
  readonly masking: Masking;
}

/** Every decision on the case and every comment, oldest first; none ever goes away. Nothing where there is none. */
export function CaseHistory(props: HistoryProps) {
  const { messages, detail, comments } = props;
  const all = [
    ...detail.decisions.map((decided) => ({ at: decided.at, shown: <DecisionItem {...props} decided={decided} /> })),
    ...comments.map((comment) => ({ at: comment.at, shown: <CommentItem {...props} comment={comment} /> })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  if (all.length === 0) return null;
  return (
    <div class="history" id="history">
      <h3>{messages.decide.history}</h3>
      <ol>{all.map(({ shown }) => shown)}</ol>
    </div>
  );
}

function DecisionItem({
  messages,
  clock,
  masking,
  decided: { decision, by, at },
}: HistoryProps & { readonly decided: RecordedDecision }) {
  return (
    <li>
      <strong>{messages.decide.kinds[decision.kind]}</strong> {about(messages, decision)}{' '}
      <span>{inertLine(by, 100)}</span> <When clock={clock} at={at} />
      {decision.kind === 'approve' && <Findings messages={messages} approval={decision} />}
      {decision.note !== '' && <p class="note">{inert(masking.cover(decision.note))}</p>}
    </li>
  );
}

function CommentItem({
  messages,
  clock,
  masking,
  comment: { by, words, at, mentioned },
}: HistoryProps & { readonly comment: CaseComment }) {
  const say = messages.comments;
  const names = mentioned.map((name) => inertLine(name, 60)).join(messages.decide.separator);
  return (
    <li>
      <strong>{say.written}</strong> <span>{inertLine(by, 100)}</span>{' '}
      {mentioned.length > 0 && <span class="muted">{say.mentioned(names)}</span>} <When clock={clock} at={at} />
      <p class="note">{inert(masking.cover(words))}</p>
    </li>
  );
}

const When = ({ clock, at }: Pick<HistoryProps, 'clock'> & { readonly at: Date }) => (
  <time class="muted" datetime={at.toISOString()}>
    {clock.date(at)}
  </time>
);

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
