import type { Child } from 'hono/jsx';
import {
  type DeclaredAct,
  pauseSetting,
  resumeSetting,
  type SettingSeen,
  takeOutSetting,
  takeOverSetting,
} from '../../../actions/index.ts';
import type { Messages } from '../shell/messages.ts';

interface DeedsProps {
  readonly messages: Messages;
  readonly setting: SettingSeen;
  readonly mayChange: boolean;
  readonly resume: string;
  readonly children?: Child; // before the others
}

/** Where a setting is set, and what can be done with it. */
export function Deeds({ messages, setting, mayChange, resume, children }: DeedsProps) {
  const say = messages.mailboxes;
  const { origin, line, taken, state } = setting;
  if (origin === 'file')
    return (
      <div class="set-deeds">
        <p class="muted small">
          <span aria-hidden="true">🔒</span> {say.inFile(line ?? 0)} {taken && say.taken}
        </p>
        {mayChange && !taken && <Deed act={takeOverSetting} setting={setting} label={say.takeOver} say={say.about} />}
      </div>
    );
  return (
    <div class="set-deeds">
      {mayChange && (
        <>
          {children}
          {state === 'on' ? (
            <Deed act={pauseSetting} setting={setting} label={say.pause} say={say.about} />
          ) : (
            <Deed act={resumeSetting} setting={setting} label={resume} say={say.about} />
          )}
          <Deed act={takeOutSetting} setting={setting} label={say.takeOut} say={say.about} />
        </>
      )}
    </div>
  );
}

interface DeedProps {
  readonly act: DeclaredAct;
  readonly setting: Pick<SettingSeen, 'section' | 'name'>;
  readonly label: string;
  readonly say: (deed: string, name: string) => string;
}

/** One press beside a line. */
const Deed = ({ act, setting: { section, name }, label, say }: DeedProps) => (
  <form method="post" action={act.path}>
    <input type="hidden" name="section" value={section} />
    <input type="hidden" name="name" value={name} />
    <button type="submit" class="quiet" aria-label={say(label, name)}>
      {label}
    </button>
  </form>
);
