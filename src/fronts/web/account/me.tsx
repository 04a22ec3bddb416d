import { Sheet } from '../shell/keys-sheet.tsx';
import { Account, type AccountProps } from './account.tsx';
import { Settings, type SettingsProps } from './settings.tsx';

interface MeProps extends Pick<AccountProps, 'messages' | 'clock'> {
  readonly saved: boolean;
  readonly settings: Omit<SettingsProps, 'messages'>;
  readonly account: Omit<AccountProps, 'messages' | 'clock'>;
}

/** Everything that is a person's own. */
export function MeView({ messages, clock, saved, settings, account }: MeProps) {
  return (
    <div class="narrow">
      <h1>{messages.site.me}</h1>
      {saved && (
        <div class="after-bar" role="status">
          <p>{messages.settings.saved}</p>
        </div>
      )}
      <Settings messages={messages} {...settings} />
      <Account messages={messages} clock={clock} {...account} />
      <section class="card" aria-labelledby="sheet-here">
        <h2 id="sheet-here">{messages.keys.title}</h2>
        <Sheet messages={messages} />
      </section>
    </div>
  );
}
