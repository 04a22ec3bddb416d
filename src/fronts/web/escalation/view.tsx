import { askedOfPlan, changeEscalation } from '../../../actions/index.ts';
import { ACTS } from '../../../detect/index.ts';
import { type EscalationPlan, LEVELS, LIMIT_UNITS, type RuleVersion } from '../../../response/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import { valuesFor } from '../shell/acts/written.ts';
import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { CalendarFields } from './calendar-fields.tsx';
import { RowFields } from './row-fields.tsx';
import { RulesFrame, type RulesProps, rulesForm } from './rules-frame.tsx';
import { rowLine } from './words.ts';

export interface EscalationProps extends RulesProps<EscalationPlan> {
  readonly plan: EscalationPlan;
  readonly people: readonly ListedPerson[]; // who decide cases
}

/** Who acts within what time. Each line says in short what holds, and is opened to change it. */
export function EscalationView(props: EscalationProps) {
  const { messages, clock, plan, versions, people, mayChange } = props;
  const say = messages.escalation;
  const asText = ({ rows }: EscalationPlan) => (
    <ul class="card plain">
      {rows.map((row) => (
        <li>{rowLine(messages, people, row)}</li>
      ))}
    </ul>
  );
  return (
    <RulesFrame
      {...props}
      act={changeEscalation}
      say={say}
      lines={versions.map((one) => versionLine(messages, clock, one))}
      asText={asText}
    >
      {!mayChange && <p class="hint">{say.readOnly}</p>}
      {mayChange ? <PlanForm {...props} /> : asText(plan)}
    </RulesFrame>
  );
}

function PlanForm(props: EscalationProps) {
  const { messages, plan, people } = props;
  const say = messages.escalation;
  const units = LIMIT_UNITS.map((value) => ({ value, label: say.units[value] }));
  const named = people.map(({ id, name }) => ({ value: id as string, label: inertLine(name, 60) }));
  const acting = (['lead', 'reviewer', 'desk'] as const).map((value) => ({ value, label: messages.roles[value] }));
  const { action, field, rows } = rulesForm(props, {
    act: changeEscalation,
    say: say.form,
    usual: valuesFor(changeEscalation, askedOfPlan(plan)),
    among: {
      level: [{ value: '', label: say.addRow }, ...LEVELS.map((value) => ({ value, label: say.levels[value] }))],
      acts: ACTS.map((value) => ({ value, label: messages.acts[value] })),
      ...{ lookUnit: units, decideUnit: units, careUnit: units },
      ...{ who: acting, substitutes: acting, people: named, substitutePeople: named },
    },
  });
  return (
    <form method="post" action={action}>
      {field('after')}
      <h3>{say.rowsTitle}</h3>
      <p class="hint">{say.rowHint}</p>
      {rows('rows', 1).map((row) => (
        <RowFields {...{ messages, people, plan, row }} />
      ))}
      <CalendarFields messages={messages} field={field} />
      <button type="submit" class="button primary">
        {say.form.do}
      </button>
    </form>
  );
}

const versionLine = ({ escalation: say }: Messages, clock: Clock, { version, at, by, person }: RuleVersion<unknown>) =>
  say.version(version, clock.date(at), person === null && by === 'komainu' ? say.shipped : inertLine(by, 60));
