import { ELEMENT_STATES, ELEMENTS, type LegalElement, SEVERITIES } from '../../../cases/index.ts';
import { coveredConduct, type Policy, type TextBlock } from '../../../policy/index.ts';
import { Group, Key, More, Tick } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { elementField } from './form.ts';

interface GroundProps {
  readonly messages: Messages;
  readonly policy: Policy;
  readonly values: Values;
  readonly error: string | undefined;
}

/** The keys after those of the severity. */
const FIRST_KEY = SEVERITIES.length + 1;

/** On what an approval stands: our declaration, or the statute with all its elements. Nothing is decided beforehand. */
export function Ground({ messages, policy, values, error }: GroundProps) {
  const say = messages.decide;
  const judged = ELEMENTS.some((one) => (first(values, elementField(one)) || 'undecided') !== 'undecided');
  return (
    <Group id="approve-ground" title={say.ground} need={messages.form.needed} hint={say.groundHint} error={error}>
      <Tick
        values={values}
        name="declaration"
        value="1"
        label={say.declarationTick}
        press={String(FIRST_KEY + ELEMENTS.length)}
      />
      <Declared messages={messages} policy={policy} />
      <More title={say.elements} open={judged}>
        <p class="hint">{say.elementsHint}</p>
        {ELEMENTS.map((element, index) => (
          <ElementStates messages={messages} values={values} element={element} press={String(FIRST_KEY + index)} />
        ))}
      </More>
    </Group>
  );
}

/** What the declaration covers, in its own words: two lines, and all of it for whoever asks. */
function Declared({ messages: { decide: say }, policy }: Pick<GroundProps, 'messages' | 'policy'>) {
  const blocks = coveredConduct(policy.text);
  if (blocks.length === 0) return null;
  const title = policy.kind === 'own' ? say.declaration.own : say.declaration.template;
  const points = blocks.flatMap((block) => (block.kind === 'points' ? block.points : []));
  return (
    <details class="declared">
      <summary>
        <span class="declared-words">
          <b>{title}</b> {inertLine(points.join(' / ') || textOf(blocks[0]!), 400)}
        </span>
      </summary>
      {blocks.map((block) =>
        block.kind === 'points' ? (
          <ul>
            {block.points.map((point) => (
              <li>{inert(point)}</li>
            ))}
          </ul>
        ) : (
          <p class="lines">{inert(textOf(block))}</p>
        ),
      )}
      <p>
        <a href="/policy" target="_blank" rel="noopener">
          {say.declaration.all}
        </a>
      </p>
    </details>
  );
}

const textOf = (block: TextBlock): string => (block.kind === 'points' ? block.points.join(' / ') : block.text);

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
