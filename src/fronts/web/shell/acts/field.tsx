import { describedBy, Said } from '../form-components.tsx';
import { has, type Values } from '../form-values.ts';

interface FieldProps {
  readonly id?: string; // its name, unless a page has several of that name
  readonly name: string;
  readonly label: string;
  readonly need?: string | undefined; // how it is said that it is needed; left out where it is not
  readonly type: 'text' | 'email' | 'password' | 'date' | 'time' | 'number';
  readonly autocomplete?: string;
  readonly most?: number; // characters
  readonly min?: string | number | undefined; // of a day: YYYY-MM-DD, or of a number; as the next
  readonly max?: string | number | undefined;
  readonly value?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly autofocus?: boolean;
  readonly readonly?: boolean;
}

/** One line. */
export function Field({ name, id = name, label, need, most, hint, error, ...input }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>
        {label}
        {need !== undefined && <span class="need">{need}</span>}
      </label>
      <Said id={id} hint={hint} error={error} />
      <input
        id={id}
        name={name}
        {...input}
        maxlength={most}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error !== undefined}
      />
    </div>
  );
}

interface SelectProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly values: Values;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly several?: boolean; // of them can be chosen
}

const LINES = 4; // of a list of which several can be chosen

/** One or several of what only the page knows. */
export const Select = ({ id, name, label, hint, error, values, options, several = false }: SelectProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <Said id={id} hint={hint} error={error} />
    <select
      id={id}
      name={name}
      multiple={several}
      size={several ? Math.min(options.length, LINES) : undefined}
      aria-describedby={describedBy({ id, hint, error })}
    >
      {options.map(({ value, label }) => (
        <option value={value} selected={has(values, name, value)}>
          {label}
        </option>
      ))}
    </select>
  </div>
);
