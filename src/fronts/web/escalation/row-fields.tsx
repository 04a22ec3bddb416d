import { ACTS } from '../../../detect/index.ts';
import { type EscalationRow, LEVELS, type Level, LIMIT_UNITS, MOST_AMOUNT, stepsAt } from '../../../response/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import { Tick } from '../shell/form-components.tsx';
import { chosen, first, has, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { ACTING } from './form.ts';
import { rowLine } from './words.ts';

interface RowProps {
  readonly messages: Messages;
  readonly people: readonly ListedPerson[];
  readonly values: Values;
  readonly i: number;
  readonly row: EscalationRow | undefined; // as it holds now; none: a line to add
}

/** One line of the matrix, folded. */
export function RowFields({ messages, people, values, i, row }: RowProps) {
  const say = messages.escalation;
  const level = chosen(values, `level.${i}`, LEVELS);
  return (
    <details class="card" open={row === undefined && level !== null}>
      <summary>{row === undefined ? say.add : rowLine(messages, people, row)}</summary>
      {row === undefined ? (
        <NewLevel messages={messages} i={i} level={level} />
      ) : (
        <input type="hidden" name={`level.${i}`} value={row.level} />
      )}
      <div class="pair">
        {(row === undefined ? (['look', 'decide', 'care'] as const) : stepsAt(row.level)).map((step) => (
          <div class="field">
            <label for={`${step}-${i}`}>{say.amountOf(say.steps[step])}</label>
            <input
              id={`${step}-${i}`}
              name={`${step}.${i}`}
              type="number"
              min="1"
              max={MOST_AMOUNT}
              value={first(values, `${step}.${i}`)}
            />
            <label for={`${step}-unit-${i}`}>{say.unitOf(say.steps[step])}</label>
            <select id={`${step}-unit-${i}`} name={`${step}-unit.${i}`}>
              {LIMIT_UNITS.map((unit) => (
                <option value={unit} selected={has(values, `${step}-unit.${i}`, unit)}>
                  {say.units[unit]}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <Who messages={messages} people={people} values={values} i={i} name="who" title={say.who} />
      <Who messages={messages} people={people} values={values} i={i} name="sub" title={say.substitutes} />
      <details open={(values[`acts.${i}`] ?? []).length > 0}>
        <summary>{say.acts}</summary>
        <fieldset>
          <legend>{say.acts}</legend>
          <div class="options">
            {ACTS.map((act) => (
              <Tick values={values} name={`acts.${i}`} value={act} label={messages.acts[act]} />
            ))}
          </div>
        </fieldset>
      </details>
      {row !== undefined && <Tick values={values} name={`remove.${i}`} value="1" label={say.remove} />}
    </details>
  );
}

function NewLevel({
  messages: { escalation: say },
  i,
  level,
}: Pick<RowProps, 'messages' | 'i'> & { readonly level: Level | null }) {
  return (
    <div class="field">
      <label for={`level-${i}`}>{say.level}</label>
      <p class="hint" id={`level-${i}-hint`}>
        {say.addHint}
      </p>
      <select id={`level-${i}`} name={`level.${i}`} aria-describedby={`level-${i}-hint`}>
        <option value="">{say.addRow}</option>
        {LEVELS.map((one) => (
          <option value={one} selected={one === level}>
            {say.levels[one]}
          </option>
        ))}
      </select>
    </div>
  );
}

interface WhoProps extends Omit<RowProps, 'row'> {
  readonly name: 'who' | 'sub';
  readonly title: string;
}

function Who({ messages, people, values, i, name, title }: WhoProps) {
  const say = messages.escalation;
  const picked = values[`${name}-people.${i}`] ?? [];
  return (
    <fieldset>
      <legend>{title}</legend>
      <div class="options">
        {ACTING.map((role) => (
          <Tick values={values} name={`${name}.${i}`} value={role} label={messages.roles[role]} />
        ))}
      </div>
      {people.length > 0 && (
        <div class="field">
          <label for={`${name}-people-${i}`}>{say.people}</label>
          <select id={`${name}-people-${i}`} name={`${name}-people.${i}`} multiple size={Math.min(people.length, 4)}>
            {people.map((one) => (
              <option value={one.id} selected={picked.includes(one.id)}>
                {inertLine(one.name, 60)}
              </option>
            ))}
          </select>
        </div>
      )}
    </fieldset>
  );
}
