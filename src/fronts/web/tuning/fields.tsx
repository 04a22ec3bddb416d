import type { Child, PropsWithChildren } from 'hono/jsx';
import { ACTS, PERSON_NAMES } from '../../../detect/index.ts';
import { EXAMPLE_FIELDS, EXCEPTION_PLACES, WORD_FIELDS } from '../../../tuning/index.ts';
import { Field } from '../shell/acts/field.tsx';
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

/** The words, the act and what it asks for; all else is folded, for most entries need none of it. What stands between comes with it. */
export function EntryFields({
  isOpen,
  reason,
  children,
  ...props
}: PropsWithChildren<FieldsProps & { readonly isOpen: boolean; readonly reason: Child }>) {
  const { messages, values, isNew } = props;
  const say = messages.tuning;
  const hasWords = (name: string) => name === 'say' || first(values, name) !== '';
  const Words = ({ name }: { readonly name: (typeof WORD_FIELDS)[number] }) => (
    <Lines
      {...props}
      name={name}
      hint={say.fieldHints[name]}
      rows={2}
      {...(name === 'say' ? { label: say.words } : {})}
    />
  );
  return (
    <>
      {['say' as const, ...WORD_FIELDS.filter((name) => name !== 'say' && hasWords(name))].map((name) => (
        <Words name={name} />
      ))}
      {isNew ? <ActField {...props} /> : <input type="hidden" name="act" value={first(values, 'act')} />}
      <Group id="at_least" title={say.asks}>
        {ASKED.map((band) => (
          <Radio values={values} name="at_least" value={band} label={say.asked[band]} effect={say.askedEffects[band]} />
        ))}
      </Group>
      {children}
      <details class="more" open={isOpen}>
        <summary>{say.folded}</summary>
        {WORD_FIELDS.filter((name) => !hasWords(name)).map((name) => (
          <Words name={name} />
        ))}
        {EXAMPLE_FIELDS.map((name) => (
          <Lines {...props} name={name} hint={say.fieldHints[name]} rows={name === 'gaps' ? 2 : 3} />
        ))}
        <Field
          name="note"
          label={say.note}
          hint={say.noteHint}
          type="text"
          value={first(values, 'note')}
          most={1000}
          autocomplete="off"
        />
        {isNew ? (
          <Group id="section" title={say.section}>
            {(['expressions', 'demands'] as const).map((section) => (
              <Radio values={values} name="section" value={section} label={say.sections[section]} />
            ))}
          </Group>
        ) : (
          <input type="hidden" name="section" value={first(values, 'section')} />
        )}
        <Name {...props} />
        <Narrowing {...props} />
        {isNew && reason}
      </details>
      {!isNew && reason}
    </>
  );
}

function ActField({ messages, values }: FieldsProps) {
  return (
    <div class="field">
      <label for="act">{messages.tuning.act}</label>
      <select id="act" name="act">
        {ACTS.map((act) => (
          <option value={act} selected={first(values, 'act') === act}>
            {messages.acts[act]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Who, to whom and how: what most entries leave as usual. */
function Narrowing({ messages: { tuning: say }, values }: FieldsProps) {
  const signed = SIGNED_MOODS.filter((mood) => values.as?.includes(mood));
  return (
    <>
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
    </>
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
