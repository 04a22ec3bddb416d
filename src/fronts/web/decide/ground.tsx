import { ELEMENT_STATES, ELEMENTS, type LegalElement, SEVERITIES } from '../../../cases/index.ts';
import { Group, Key, Tick } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import { elementField } from './form.ts';

interface GroundProps {
  readonly messages: Messages;
  readonly values: Values;
  readonly error: string | undefined;
}

/** The keys after those of the severity. */
const FIRST_KEY = SEVERITIES.length + 1;

/** On what an approval stands: our declaration, or the statute with all its elements. Nothing is decided beforehand. */
export function Ground({ messages, values, error }: GroundProps) {
  const say = messages.decide;
  return (
    <Group id="approve-ground" title={say.ground} need={messages.form.needed} hint={say.groundHint} error={error}>
      <p class="ground-part">{say.declaration}</p>
      <Tick
        values={values}
        name="declaration"
        value="1"
        label={say.declarationTick}
        press={String(FIRST_KEY + ELEMENTS.length)}
      />
      <p class="ground-part">{say.elements}</p>
      <p class="hint">{say.elementsHint}</p>
      {ELEMENTS.map((element, index) => (
        <ElementStates messages={messages} values={values} element={element} press={String(FIRST_KEY + index)} />
      ))}
    </Group>
  );
}

/** One element; the key says that it is met. */
function ElementStates({
  messages: { decide: say },
  values,
  element,
  press,
}: Pick<GroundProps, 'messages' | 'values'> & { readonly element: LegalElement; readonly press: string }) {
  const field = elementField(element);
  const chosen = first(values, field) || 'undecided';
  return (
    <div class="element" role="radiogroup" aria-labelledby={field}>
      <p id={field}>
        {say.elementNames[element]} <Key of={press} />
      </p>
      <div class="states">
        {ELEMENT_STATES.map((state) => (
          <label class="state-choice">
            <input
              type="radio"
              name={field}
              value={state}
              checked={state === chosen}
              data-key={state === 'met' ? press : undefined}
            />
            <span>{say.elementStates[state]}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
