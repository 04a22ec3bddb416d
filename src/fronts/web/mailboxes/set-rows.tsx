import type { SettingSeen } from '../../../actions/index.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { Deeds } from './deeds.tsx';

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
          <Deeds messages={messages} setting={one} mayChange={mayChange} resume={say.resumeUse} />
        </li>
      ))}
    </ul>
  );
}
