import { ACTS, PERSON_NAMES } from '../../../detect/index.ts';
import { EXAMPLE_FIELDS, EXCEPTION_PLACES, WORD_FIELDS } from '../../../tuning/index.ts';
import { Group, LongText, Radio, Tick } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { ASKED, MOODS, SIGNED_MOODS } from './form.ts';

export interface FieldsProps {
  readonly messages: Messages;
  readonly values: Values;
  readonly isNew: boolean;
  readonly words: readonly string[]; // that would do as well
}

const Lines = ({
  messages: { tuning: say, form },
  values,
  name,
  hint,
  rows,
  label = say.field(name),
  needed = false,
}: Pick<FieldsProps, 'messages' | 'values'> & {
  readonly name: string;
  readonly hint: string;
  readonly rows: number;
  readonly label?: string;
  readonly needed?: boolean;
}) => (
  <LongText
    id={name}
    name={name}
    label={label}
    hint={hint}
    values={values}
    rows={rows}
    most={60_000}
    {...(needed ? { need: form.needed } : {})}
  />
);

/** Its name: chosen once. */
function Name({ messages: { tuning: say }, values, isNew }: FieldsProps) {
  const id = first(values, 'id');
  if (!isNew) return <input type="hidden" name="id" value={id} />;
  return (
    <div class="field">
      <label for="id">{say.id}</label>
      <p class="hint" id="id-hint">
        {say.idHint}
      </p>
      <input id="id" name="id" value={id} maxlength={80} autocomplete="off" aria-describedby="id-hint" />
    </div>
  );
}

/** What an entry looks for, what it asks for, and its examples. */
export function EntryFields(props: FieldsProps) {
  const { messages, values, isNew } = props;
  const say = messages.tuning;
  const rows = { do: 2, be: 2, noun: 2, say: 3, match: 3, not: 3, gaps: 2 };
  return (
    <>
      {WORD_FIELDS.map((name) => (
        <Lines {...props} name={name} hint={say.fieldHints[name]} rows={rows[name]} />
      ))}
      <Group id="at_least" title={say.asks}>
        {ASKED.map((band) => (
          <Radio values={values} name="at_least" value={band} label={say.asked[band]} />
        ))}
      </Group>
      {EXAMPLE_FIELDS.map((name) => (
        <Lines {...props} name={name} hint={say.fieldHints[name]} rows={rows[name]} needed={name === 'match'} />
      ))}
      <div class="field">
        <label for="note">{say.note}</label>
        <p class="hint" id="note-hint">
          {say.noteHint}
        </p>
        <input
          id="note"
          name="note"
          value={first(values, 'note')}
          maxlength={1000}
          autocomplete="off"
          aria-describedby="note-hint"
        />
      </div>
      {isNew ? (
        <>
          <div class="field">
            <label for="act">{say.act}</label>
            <select id="act" name="act">
              {ACTS.map((act) => (
                <option value={act} selected={first(values, 'act') === act}>
                  {messages.acts[act]}
                </option>
              ))}
            </select>
          </div>
          <Group id="section" title={say.section}>
            {(['expressions', 'demands'] as const).map((section) => (
              <Radio values={values} name="section" value={section} label={say.sections[section]} />
            ))}
          </Group>
        </>
      ) : (
        (['act', 'section'] as const).map((name) => <input type="hidden" name={name} value={first(values, name)} />)
      )}
      <Name {...props} />
      <Narrowing {...props} />
    </>
  );
}

/** Who, to whom and how: what most entries leave as usual. */
function Narrowing({ messages: { tuning: say }, values }: FieldsProps) {
  const signed = SIGNED_MOODS.filter((mood) => values.as?.includes(mood));
  const isOpen = (['who', 'to', 'as'] as const).some((name) => (values[name]?.length ?? 0) > 0);
  return (
    <details class="more" open={isOpen}>
      <summary>{say.more}</summary>
      {(['who', 'to'] as const).map((name) => (
        <Group id={name} title={say[name]} hint={say.personHint}>
          {PERSON_NAMES.map((person) => (
            <Tick values={values} name={name} value={person} label={say.persons[person]} />
          ))}
        </Group>
      ))}
      <Group id="as" title={say.as} hint={say.asHint}>
        {MOODS.map((mood) => (
          <Tick values={values} name="as" value={mood} label={say.moods[mood]} />
        ))}
        {signed.map((mood) => {
          const name = say.moods[mood.slice(1) as (typeof MOODS)[number]];
          return (
            <Tick
              values={values}
              name="as"
              value={mood}
              label={mood.startsWith('+') ? say.moodAdded(name) : say.moodTaken(name)}
            />
          );
        })}
      </Group>
      <p class="hint">{say.rest}</p>
    </details>
  );
}

/** The words that make matches harmless, and where. */
export function ExceptionFields(props: FieldsProps) {
  const { messages, values, words } = props;
  const say = messages.tuning;
  return (
    <>
      <Lines {...props} name="say" label={say.exceptionFields.say} hint={say.sayHint} rows={2} needed />
      {words.length > 1 && (
        <p class="hint">
          {say.others}：
          {words
            .slice(1)
            .map((word) => inertLine(word, 30))
            .join(messages.decide.separator)}
        </p>
      )}
      <Group id="where" title={say.where}>
        {EXCEPTION_PLACES.map((where) => (
          <Radio values={values} name="where" value={where} label={say.places[where]} />
        ))}
      </Group>
      <Lines {...props} name="match" label={say.exceptionFields.match} hint={say.exceptionMatchHint} rows={3} needed />
      <Lines {...props} name="not" label={say.exceptionFields.not} hint={say.exceptionNotHint} rows={3} />
      <div class="field">
        <label for="label">
          {say.label}
          <span class="need">{messages.form.needed}</span>
        </label>
        <p class="hint" id="label-hint">
          {say.labelHint}
        </p>
        <input
          id="label"
          name="label"
          value={first(values, 'label')}
          maxlength={200}
          autocomplete="off"
          aria-describedby="label-hint"
        />
      </div>
      <details class="more" open={(values.acts?.length ?? 0) === 0}>
        <summary>
          {say.acts}：
          {ACTS.filter((act) => values.acts?.includes(act))
            .map((act) => messages.acts[act])
            .join(messages.decide.separator)}
        </summary>
        <Group id="acts" title={say.acts}>
          {ACTS.map((act) => (
            <Tick values={values} name="acts" value={act} label={messages.acts[act]} />
          ))}
        </Group>
      </details>
      <Name {...props} />
    </>
  );
}
