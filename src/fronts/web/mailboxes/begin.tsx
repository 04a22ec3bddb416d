import { beginMailbox, type SettingSeen } from '../../../actions/index.ts';
import { ActForm } from '../shell/acts/form.tsx';
import type { SetUp } from './props.ts';

export interface BeginProps extends SetUp {
  readonly setting: SettingSeen;
  readonly ready: { readonly deciders: number; readonly desk: number; readonly channels: number };
  readonly isBegun: boolean; // just now
}

/** The third step: what becomes of the mails that are there, and that it begins. */
export function Begin(props: BeginProps) {
  const { messages, setting, ready, isBegun } = props;
  const say = messages.mailboxes;
  if (setting.state === 'on') return <p role={isBegun ? 'status' : undefined}>{isBegun ? say.begins : say.already}</p>;
  const { kind, direction } = setting.value as { readonly kind: string; readonly direction?: string };
  const isIncoming = kind === 'imap' && (direction ?? 'in') === 'in';
  const name = { name: setting.name };
  return (
    <>
      <p>
        <strong>{say.begun}</strong>
      </p>
      <p class="muted small">{say.ready(ready.deciders, ready.desk, ready.channels)}</p>
      {isIncoming && ready.channels === 0 && (
        <p class="notice">
          {say.noChannel} <a href="/channels">{say.channels}</a>
        </p>
      )}
      <ActForm
        {...props}
        act={beginMailbox}
        say={say.begin}
        at={isIncoming ? name : { ...name, earlier: 'nothing', days: '' }}
        usual={{ earlier: 'nothing', days: '30' }}
        look="primary"
      />
    </>
  );
}
