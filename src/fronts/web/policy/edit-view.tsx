import type { PropsWithChildren } from 'hono/jsx';
import { FieldError } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** Most UTF-16 units. */
export const MOST_TEXT = 60_000;
export const MOST_NOTE = 300;

interface EditProps {
  readonly messages: Messages;
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  readonly today: string;
}

export function EditView({ messages, values, errors, today, children }: PropsWithChildren<EditProps>) {
  const say = messages.knowing;
  const wrong = (id: string) => (errors[id] === undefined ? undefined : `${id}-error`);
  return (
    <div class="narrow">
      <h1>{say.edit}</h1>
      <p class="muted">
        {say.editLead} <a href="/policy#versions">{say.versions}</a>
      </p>
      {Object.keys(errors).length > 0 && (
        <p class="alert" role="alert">
          {say.wrong}
        </p>
      )}
      <form class="card" method="post" action="/policy/edit">
        <div class="field">
          <label for="text">{say.text}</label>
          <p class="hint" id="text-hint">
            {say.textHint}
          </p>
          <FieldError id="text" error={errors.text} />
          <textarea
            id="text"
            name="text"
            rows={24}
            aria-describedby={['text-hint', wrong('text')].filter(Boolean).join(' ')}
            aria-invalid={wrong('text') !== undefined}
          >
            {`\n${first(values, 'text')}`}
          </textarea>
        </div>
        <div class="field">
          <label for="note">{say.note}</label>
          <FieldError id="note" error={errors.note} />
          <input
            id="note"
            name="note"
            value={first(values, 'note')}
            autocomplete="off"
            aria-describedby={wrong('note')}
          />
        </div>
        <div class="field">
          <label for="from">{say.from}</label>
          <p class="hint" id="from-hint">
            {say.fromHint}
          </p>
          <FieldError id="from" error={errors.from} />
          <input
            id="from"
            name="from"
            type="date"
            min={today}
            value={first(values, 'from')}
            aria-describedby={['from-hint', wrong('from')].filter(Boolean).join(' ')}
            aria-invalid={wrong('from') !== undefined}
          />
        </div>
        <div class="buttons">
          <button type="submit" class="button primary">
            {say.publish}
          </button>
        </div>
      </form>
      {children}
    </div>
  );
}
