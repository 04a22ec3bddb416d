import type { Child } from 'hono/jsx';
import { assetUrl } from './assets.ts';
import { FieldError } from './form-components.tsx';
import type { Messages } from './messages.ts';

/** The calm little page before the review app: sign-in, welcome, and what went wrong. */
export function Entrance({
  messages,
  title,
  lead,
  children,
}: {
  readonly messages: Messages;
  readonly title: string;
  readonly lead: string;
  readonly children?: Child;
}) {
  return (
    <div class="entrance">
      <img src={assetUrl('komainu.svg')} alt="" width="72" height="72" />
      <p class="tagline">{messages.site.tagline}</p>
      <section class="card">
        <h1>{title}</h1>
        <p class="muted">{lead}</p>
        {children}
      </section>
    </div>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password' | 'date' | 'time';
  readonly autocomplete?: string;
  readonly most?: number; // characters
  readonly value?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly autofocus?: boolean;
  readonly readonly?: boolean;
}

export function Field({ name, label, type, autocomplete, most, value, hint, error, autofocus, readonly }: FieldProps) {
  const described = [...(hint ? [`${name}-hint`] : []), ...(error ? [`${name}-error`] : [])].join(' ');
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={name} error={error} />
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        autocomplete={autocomplete}
        maxlength={most}
        autofocus={autofocus}
        readonly={readonly}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={error !== undefined}
      />
    </div>
  );
}
