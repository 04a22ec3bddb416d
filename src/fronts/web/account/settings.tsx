import { FieldError, Group, Radio } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import type { Today } from './today.ts';

export interface SettingsProps {
  readonly messages: Messages;
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  readonly most: number; // cases a day, as the company has it
  readonly today: Today | null; // null: the person decides no cases
}

/** How a person sees the pages. */
export function Settings({ messages, values, errors, most, today }: SettingsProps) {
  const say = messages.settings;
  return (
    <section class="card" aria-labelledby="settings">
      <h2 id="settings">{say.title}</h2>
      <p class="muted">{say.lead}</p>
      <form method="post" action="/settings">
        <Group id="mask" title={say.mask}>
          <Radio values={values} name="mask" value="painful" label={say.painful} />
          <p class="hint">{say.painfulHint}</p>
          <Radio values={values} name="mask" value="all" label={say.all} />
          <p class="hint">{say.allHint}</p>
        </Group>
        <Group id="keys" title={say.keys}>
          <Radio values={values} name="keys" value="on" label={say.keysOn} />
          <Radio values={values} name="keys" value="off" label={say.keysOff} />
        </Group>
        {today !== null && (
          <Cap messages={messages} values={values} error={errors.dailyCap} most={most} today={today} />
        )}
        <button type="submit" class="button primary">
          {say.save}
        </button>
      </form>
    </section>
  );
}

interface CapProps extends Pick<SettingsProps, 'messages' | 'values' | 'most'> {
  readonly error: string | undefined;
  readonly today: Today;
}

function Cap({ messages, values, error, most, today }: CapProps) {
  const say = messages.settings;
  return (
    <div class="field">
      <label for="daily-cap">{say.cap}</label>
      <p class="hint" id="daily-cap-hint">
        {say.capHint(most)} {messages.rest.counted}
      </p>
      <FieldError id="daily-cap" error={error} />
      <input
        id="daily-cap"
        name="dailyCap"
        class="number-field"
        inputmode="numeric"
        autocomplete="off"
        maxlength={5}
        value={first(values, 'dailyCap')}
        placeholder={String(most)}
        aria-describedby={error === undefined ? 'daily-cap-hint' : 'daily-cap-hint daily-cap-error'}
        aria-invalid={error !== undefined}
      />
      <p class="small">{say.seenToday(today.workload, today.cap)}</p>
    </div>
  );
}
