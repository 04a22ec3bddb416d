import { type CaseInList, keepingOf, type RetentionDays } from '../../../cases/index.ts';
import type { Standing } from '../../../store/index.ts';
import { bareSender } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import { ActList, Stranger } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { Found, type FoundText } from './found.tsx';
import { KeptUntil } from './kept-until.tsx';

export interface DecidedProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly cases: readonly CaseInList[];
  readonly standing: ReadonlyMap<string, Standing>; // by id of the case
  readonly retention: RetentionDays;
  readonly found: ReadonlyMap<string, FoundText>;
  readonly isHidden: (row: CaseInList) => boolean; // its subject
}

/** Decided cases with what a person found: how grave, which acts, or why it was none. */
export function DecidedCases(props: DecidedProps) {
  return (
    <ol class="cases decided">
      {props.cases.map((row) => (
        <DecidedRow {...props} row={row} />
      ))}
    </ol>
  );
}

function DecidedRow(props: DecidedProps & { readonly row: CaseInList }) {
  const { messages, clock, standing, retention, found, isHidden, row } = props;
  const say = messages.queue;
  const known = standing.get(row.id);
  const hidden = isHidden(row);
  return (
    <li class="case-row" id={`row-${row.id}`}>
      <p class="verdict">
        <span class={row.status === 'approved' ? 'pill pill-approved' : 'pill'}>{messages.statuses[row.status]}</span>
        <Finding messages={messages} decided={known?.decided ?? null} />
      </p>
      <div class="row-main">
        <a class="row-link" id={`case-${row.id}`} href={`/cases/${row.id}`} data-step>
          {hidden ? say.hiddenSubject : <Stranger text={row.subject} otherwise={say.noSubject} />}
        </a>
        <p class="row-from">
          {messages.case.title(row.id)} ·{' '}
          <Stranger text={hidden ? bareSender(row.from, messages.language.code) : row.from} otherwise={say.noSender} />
        </p>
        <Found messages={messages} found={found.get(row.id)} />
      </div>
      <ActList messages={messages} acts={row.acts} />
      <p class="row-when">
        {known?.decided && (
          <time datetime={known.decided.at.toISOString()} title={clock.date(known.decided.at)}>
            {clock.day(known.decided.at)}
          </time>
        )}
        {row.decidedBy !== null && <span class="row-by">{say.decidedBy(inertLine(row.decidedBy, 60))}</span>}
        {known && (
          <span>
            <KeptUntil messages={messages} clock={clock} keeping={keepingOf(known.times, retention)} />
          </span>
        )}
      </p>
    </li>
  );
}

/** What a person found, shorter than on the page of the case. */
function Finding({ messages, decided }: { readonly messages: Messages; readonly decided: Standing['decided'] }) {
  const { decide: say } = messages;
  if (decided === null) return null;
  const { decision } = decided;
  switch (decision.kind) {
    case 'approve':
      return <span class="finding">{gravity(messages, decision.severity)}</span>;
    case 'dismiss':
      return <span class="finding">{say.reasons[decision.reason]}</span>;
  }
}

/** How grave a person found it; nothing when they did not say. */
const gravity = ({ decide, queue }: Messages, severity: 1 | 2 | 3 | null): string =>
  severity === null ? '' : queue.severity(severity, decide.severities[severity].replace(/ ?[（(].*/, ''));
