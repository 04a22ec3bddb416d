import { findMailboxOf, PURPOSES } from '../../../actions/index.ts';
import { formOf } from '../shell/acts/form.tsx';
import { Group, Radio } from '../shell/form-components.tsx';
import type { SetUp } from './props.ts';

/** Where another mailbox begins: at its address. */
export function AddMailbox({ messages, today, tried }: Pick<SetUp, 'messages' | 'today' | 'tried'>) {
  const say = messages.mailboxes;
  const { action, field } = formOf({ act: findMailboxOf, say: say.find, messages, today, tried });
  return (
    <form method="post" action={action}>
      <p class="muted">{say.addLead}</p>
      {field('address')}
      <Group id="read-there" title={say.purpose}>
        {PURPOSES.map((one) => (
          <Radio values={tried?.values ?? { purpose: ['in'] }} name="purpose" value={one} label={say.purposes[one]} />
        ))}
      </Group>
      <div class="buttons">
        <button type="submit" class="button primary">
          {say.find.do}
        </button>
      </div>
    </form>
  );
}
