import {
  pauseSetting,
  resumeSetting,
  type SettingSeen,
  takeOutSetting,
  takeOverSetting,
} from '../../../actions/index.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { Deed } from './list.tsx';

interface SetRowsProps {
  readonly messages: Messages;
  readonly settings: readonly SettingSeen[];
  readonly mayChange: boolean;
}

/** Where each of several settings is set, and what can be done with it. */
export function SetRows({ messages, settings, mayChange }: SetRowsProps) {
  const say = messages.mailboxes;
  const there = settings.filter(({ state }) => state !== 'out');
  if (there.length === 0) return null;
  return (
    <ul class="plain set-list card">
      {there.map((one) => (
        <li>
          <div class="set-what">
            <strong>{inertLine(one.name, 60)}</strong>
          </div>
          <div>{one.locked && <p class="error">{say.locked}</p>}</div>
          <div class="set-deeds">
            {one.origin === 'file' ? (
              <>
                <p class="muted small">
                  <span aria-hidden="true">🔒</span> {say.inFile(one.line ?? 0)} {one.taken && say.taken}
                </p>
                {mayChange && !one.taken && (
                  <Deed act={takeOverSetting} setting={one} label={say.takeOver} say={say.about} />
                )}
              </>
            ) : (
              mayChange && (
                <>
                  <Deed
                    act={one.state === 'on' ? pauseSetting : resumeSetting}
                    setting={one}
                    label={one.state === 'on' ? say.pause : say.resumeUse}
                    say={say.about}
                  />
                  <Deed act={takeOutSetting} setting={one} label={say.takeOut} say={say.about} />
                </>
              )
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
