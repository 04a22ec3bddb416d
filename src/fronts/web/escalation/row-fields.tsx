import { CLOCK_STEPS, type EscalationPlan, LEVELS, stepsAt } from '../../../response/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import type { FormRow } from '../shell/acts/form.tsx';
import { REMOVE } from '../shell/acts/written.ts';
import { Tick } from '../shell/form-components.tsx';
import { chosen } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import { rowLine } from './words.ts';

interface RowProps {
  readonly messages: Messages;
  readonly people: readonly ListedPerson[];
  readonly plan: EscalationPlan; // as it holds now
  readonly row: FormRow; // without a level: a line to add
}

/** One line of the matrix, folded. */
export function RowFields({ messages, people, plan, row: { values, nameOf, wrong, field } }: RowProps) {
  const say = messages.escalation;
  const level = chosen(values, nameOf('level'), LEVELS);
  const acts = values[nameOf('acts')] ?? [];
  const kept = plan.rows.find((one) => one.level === level && one.acts.join() === acts.join());
  return (
    <details class="card" open={wrong || (kept === undefined && level !== null)}>
      <summary>
        {kept !== undefined ? rowLine(messages, people, kept) : level === null ? say.add : say.levels[level]}
      </summary>
      {kept === undefined ? field('level') : <input type="hidden" name={nameOf('level')} value={kept.level} />}
      <div class="pair">
        {(kept === undefined ? CLOCK_STEPS : stepsAt(kept.level)).map((step) => (
          <div>
            {field(step)}
            {field(`${step}Unit`)}
          </div>
        ))}
      </div>
      {(['who', 'substitutes'] as const).map((name) => (
        <>
          {field(name)}
          {people.length > 0 && field(name === 'who' ? 'people' : 'substitutePeople')}
        </>
      ))}
      <details open={acts.length > 0}>
        <summary>{say.form.fields.rows.row.acts.label}</summary>
        {field('acts')}
      </details>
      {level !== null && <Tick values={values} name={nameOf(REMOVE)} value="1" label={say.remove} />}
    </details>
  );
}
