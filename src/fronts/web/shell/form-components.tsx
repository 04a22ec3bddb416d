import type { PropsWithChildren } from 'hono/jsx';
import { dismiss } from '../../../actions/index.ts';
import { first, has, type Values } from './form-values.ts';
import type { Messages } from './messages.ts';

type GroupProps = PropsWithChildren<{
  readonly id: string;
  readonly title: string;
  readonly need?: string | undefined; // how it is said that an answer is needed; left out where none is
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}>;

/** Fields that answer one question. */
export function Group({ id, title, need, hint, error, children }: GroupProps) {
  return (
    <fieldset id={id} aria-describedby={describedBy({ id, hint, error })}>
      <legend>
        {title}
        {need !== undefined && <span class="need">{need}</span>}
      </legend>
      <Said id={id} hint={hint} error={error} />
      <div class="options">{children}</div>
    </fieldset>
  );
}

interface SaidProps {
  readonly id: string; // of the field or group
  readonly hint: string | undefined;
  readonly error: string | undefined;
}

/** What is said of a field or group before it: a hint, and what is wrong. */
export const Said = ({ id, hint, error }: SaidProps) => (
  <>
    {hint !== undefined && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    <FieldError id={id} error={error} />
  </>
);

/** Where that stands, for whoever hears the page. */
export const describedBy = ({ id, hint, error }: SaidProps): string | undefined =>
  [...(hint === undefined ? [] : [`${id}-hint`]), ...(error === undefined ? [] : [`${id}-error`])].join(' ') ||
  undefined;

/** What is wrong with the field or group `id`. */
export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p class="error" id={`${id}-error`}>
      {error}
    </p>
  );
}

/** What few people need, folded; keys reach into it. */
export const More = ({
  title,
  open,
  children,
}: PropsWithChildren<{ readonly title: string; readonly open: boolean }>) => (
  <details class="more" open={open}>
    <summary>{title}</summary>
    {children}
  </details>
);

interface OptionProps {
  readonly values: Values;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly press?: string; // key of the keyboard
  readonly badge?: string; // said of this one
  readonly effect?: string; // what follows from it, at the end of its line
  readonly found?: string; // by what it is found when somebody types
}

export const Tick = (props: OptionProps) => <Choice {...props} type="checkbox" />;
export const Radio = (props: OptionProps) => <Choice {...props} type="radio" />;

function Choice({
  values,
  name,
  value,
  label,
  press,
  badge,
  effect,
  found,
  type,
}: OptionProps & { readonly type: 'checkbox' | 'radio' }) {
  return (
    <label class="option" data-found={found}>
      <input type={type} name={name} value={value} checked={has(values, name, value)} data-key={press} />
      <span>
        {label}
        {badge !== undefined && <span class="pill pill-proposed">{badge}</span>}
      </span>
      {effect !== undefined && <span class="effect">{effect}</span>}
      {press !== undefined && <Key of={press} />}
    </label>
  );
}

/** A key that does the same; seen, not read out: the sheet lists them all. */
export const Key = ({ of }: { readonly of: string }) => (
  <span class="key" aria-hidden="true">
    {of}
  </span>
);

interface TextProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly need?: string | undefined; // how it is said that it is needed; left out where it is not
  readonly hint?: string | undefined;
  readonly values: Values;
  readonly error?: string | undefined;
  readonly rows: number;
  readonly most: number; // characters
}

export function LongText({ id, name, label, need, hint, values, error, rows, most }: TextProps) {
  return (
    <div class="field">
      <label for={id}>
        {label}
        {need !== undefined && <span class="need">{need}</span>}
      </label>
      <Said id={id} hint={hint} error={error} />
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxlength={most}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error !== undefined}
      >
        {first(values, name)}
      </textarea>
    </div>
  );
}

interface NoteProps {
  readonly messages: Messages;
  readonly id: string;
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
}

export const Note = ({ messages: { decide: say }, id, values, errors }: NoteProps) => (
  <LongText
    id={id}
    name="note"
    label={say.note}
    hint={say.noteHint}
    values={values}
    error={errors.note}
    rows={2}
    most={dismiss.shapes.note.maxLength!}
  />
);

interface FileFieldProps {
  readonly id: string;
  readonly name?: string; // its id, unless a page has several of that name
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly accept?: string | undefined;
  readonly multiple?: boolean;
}

/** A choice of files. */
export const FileField = ({ id, name = id, label, hint, error, accept, multiple }: FileFieldProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <Said id={id} hint={hint} error={error} />
    <input
      id={id}
      name={name}
      type="file"
      accept={accept}
      multiple={multiple}
      aria-describedby={describedBy({ id, hint, error })}
      aria-invalid={error !== undefined}
    />
  </div>
);
