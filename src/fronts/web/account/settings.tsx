import { saveSettings } from '../../../actions/index.ts';
import type { Day } from '../../../response/index.ts';
import type { Preferences } from '../../../store/index.ts';
import { formOf, type Tried } from '../shell/acts/form.tsx';
import type { Messages } from '../shell/messages.ts';
import type { Today } from './today.ts';

export interface SettingsProps {
  readonly messages: Messages;
  readonly day: Day;
  readonly kept: Preferences;
  readonly tried: Tried | null;
  readonly most: number; // cases a day, as the company has it
  readonly today: Today | null; // null: the person decides no cases
}

/** How a person sees the pages. */
export function Settings({ messages, day, kept, tried, most, today }: SettingsProps) {
  const say = messages.settings;
  const { maskAll, keys, dailyCap } = kept;
  const { action, field } = formOf({
    act: saveSettings,
    say: {
      do: say.save,
      fields: {
        mask: { label: say.mask, hint: say.maskHint, options: { painful: say.painful, all: say.all } },
        keys: { label: say.keys, options: { on: say.keysOn, off: say.keysOff } },
        dailyCap: { label: say.cap, hint: `${say.capHint(most)} ${messages.rest.counted}`, wrong: say.capWrong(most) },
      },
    },
    usual: {
      mask: maskAll ? 'all' : 'painful',
      keys: keys ? 'on' : 'off',
      dailyCap: dailyCap === null ? [] : String(dailyCap),
    },
    ...{ messages, tried, today: day },
  });
  return (
    <section class="card" aria-labelledby="settings">
      <h2 id="settings">{say.title}</h2>
      <p class="muted">{say.lead}</p>
      <form method="post" action={action}>
        {field('mask')}
        {field('keys')}
        {today !== null && (
          <>
            {field('dailyCap')}
            <p class="small">{say.seenToday(today.workload, today.cap)}</p>
          </>
        )}
        <div class="buttons">
          <button type="submit" class="button primary">
            {say.save}
          </button>
        </div>
      </form>
    </section>
  );
}
