import { type CostlyEntry, isEditable } from '../../../tuning/index.ts';
import { editUrl } from '../dictionaries/tabs.ts';
import { Empty } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';
import { PrecisionBar } from '../shell/precision.tsx';

interface CostlyProps {
  readonly messages: Messages;
  readonly list: readonly CostlyEntry[];
  readonly days: number; // looked at
  readonly isYoung: boolean; // decisions began within them
  readonly mayWrite: boolean;
}

/** What costs more reading than it finds harassment, and what can be done about it. */
export function CostlyView(props: CostlyProps) {
  const { messages, list, days, isYoung } = props;
  const say = messages.costly;
  return (
    <>
      <p class="crumbs">
        <a href="/dictionaries" data-key="l">
          ← {messages.tuning.back}
        </a>
      </p>
      <h1>{say.title}</h1>
      <p class="muted">
        {say.lead(days)} {isYoung && say.days.few} {say.tooFew}
      </p>
      {list.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <>
          <ol class="cases apart">
            {list.map((one) => (
              <Row {...props} one={one} />
            ))}
          </ol>
          <p class="hint">{say.savedHint}</p>
        </>
      )}
    </>
  );
}

function Row({ messages, mayWrite, one }: CostlyProps & { readonly one: CostlyEntry }) {
  const say = messages.costly;
  const { rule, found, precision, perWeek, dismissedPerWeek, savedPerWeek } = one;
  const number = (n: number) => n.toLocaleString(messages.language.code, { maximumFractionDigits: 1 });
  const changes = mayWrite && rule.kind === 'entry' && isEditable(rule);
  return (
    <li class="case-row entry-row">
      <div class="row-main">
        <a class="row-link" href={`/dictionaries/${rule.id}`} data-step>
          <code>{rule.id}</code>
        </a>
        <dl class="facts">
          <dt>{say.perWeek}</dt>
          <dd>{number(perWeek)}</dd>
          <dt>{say.dismissedPerWeek}</dt>
          <dd>{number(dismissedPerWeek)}</dd>
          <dt>{say.saved}</dt>
          <dd>{number(savedPerWeek)}</dd>
        </dl>
        {changes && (
          <div class="buttons-line">
            <a class="button" href={editUrl(rule.id)}>
              {messages.tuning.edit}
            </a>
          </div>
        )}
      </div>
      <ul class="tallies">
        <li>
          {messages.statuses.approved} <b>{number(found!.approved)}</b>
        </li>
        <li>
          {messages.statuses.dismissed} <b>{number(found!.dismissed)}</b>
        </li>
      </ul>
      <PrecisionBar messages={messages} precision={precision} />
    </li>
  );
}
