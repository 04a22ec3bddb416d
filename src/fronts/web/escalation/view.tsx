import type { EscalationPlan, RuleVersion } from '../../../response/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { first, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { CalendarFields } from './calendar-fields.tsx';
import { RowFields } from './row-fields.tsx';
import { RulesFrame } from './rules-frame.tsx';
import { rowLine } from './words.ts';

export interface EscalationProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly plan: EscalationPlan;
  readonly versions: readonly RuleVersion<EscalationPlan>[]; // the newest first
  readonly people: readonly ListedPerson[]; // who decide cases
  readonly mayChange: boolean;
  readonly values: Values;
  readonly error: string | null;
  readonly saved: boolean;
}

/** Who acts within what time. Each line says in short what holds, and is opened to change it. */
export function EscalationView(props: EscalationProps) {
  const { messages, clock, plan, versions, people, mayChange, values, error, saved } = props;
  const say = messages.escalation;
  const newest = versions[0];
  return (
    <RulesFrame
      messages={messages}
      current="escalation"
      versions={versions.map((one) => versionLine(messages, clock, one))}
      error={error}
      saved={saved}
    >
      {!mayChange && <p class="hint">{say.readOnly}</p>}
      {mayChange ? (
        <form method="post" action="/escalation">
          <input type="hidden" name="after" value={newest?.version ?? 0} />
          <input type="hidden" name="rows" value={first(values, 'rows')} />
          <h3>{say.rowsTitle}</h3>
          <p class="hint">{say.rowHint}</p>
          {Array.from({ length: Number(first(values, 'rows')) || 0 }, (_, i) => (
            <RowFields {...props} i={i} row={plan.rows[i]} />
          ))}
          <CalendarFields messages={messages} values={values} />
          <button type="submit" class="button primary">
            {say.save}
          </button>
        </form>
      ) : (
        <ul class="card plain">
          {plan.rows.map((row) => (
            <li>{rowLine(messages, people, row)}</li>
          ))}
        </ul>
      )}
    </RulesFrame>
  );
}

const versionLine = ({ escalation: say }: Messages, clock: Clock, { version, at, by, person }: RuleVersion<unknown>) =>
  say.version(version, clock.date(at), person === null && by === 'komainu' ? say.shipped : inertLine(by, 60));
