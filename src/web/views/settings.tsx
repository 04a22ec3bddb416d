import type { Preferences } from '../../store/index.ts';
import type { Words } from '../words/ja.ts';
import { Group, Radio } from './form-parts.tsx';
import { Sheet } from './sheet.tsx';

interface SettingsProps {
  readonly words: Words;
  readonly preferences: Preferences;
  readonly saved: boolean;
}

export function SettingsView({ words, preferences: { maskAll, keys }, saved }: SettingsProps) {
  const say = words.settings;
  const values = { mask: [maskAll ? 'all' : 'painful'], keys: [keys ? 'on' : 'off'] };
  return (
    <div class="narrow">
      <h1>{say.title}</h1>
      <p class="muted">{say.lead}</p>
      {saved && (
        <div class="after-bar" role="status">
          <p>{say.saved}</p>
        </div>
      )}
      <form method="post" class="card">
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
        <button type="submit" class="button primary">
          {say.save}
        </button>
      </form>
      <section class="card" aria-labelledby="sheet-here">
        <h2 id="sheet-here">{words.keys.title}</h2>
        <Sheet words={words} />
      </section>
    </div>
  );
}
