import type { ListedPerson } from '../../../store/index.ts';
import { Group, Note, Radio } from '../shell/form-components.tsx';
import type { Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface HandOverFormProps {
  readonly messages: Messages;
  readonly id: string; // of the case
  readonly people: readonly ListedPerson[];
  readonly desk: boolean; // someone is at the consultation desk
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
}

export function HandOverForm({ messages, id, people, desk, values, errors }: HandOverFormProps) {
  const say = messages.decide;
  if (people.length === 0 && !desk) return <p>{say.nobodyToHandTo}</p>;
  return (
    <form method="post" action={`/cases/${id}/hand-over`}>
      <Group id="hand-over-to" title={say.to} need={messages.form.needed} error={errors.to}>
        {desk ? <Radio values={values} name="to" value="desk" label={say.toDesk} /> : <p class="muted">{say.noDesk}</p>}
        {people.map((person) => (
          <Radio values={values} name="to" value={person.id} label={inertLine(person.name, 100)} />
        ))}
      </Group>
      <Note messages={messages} id="hand-over-note" values={values} errors={errors} />
      <p class="confirm">
        <button type="submit" class="button primary">
          {say.submitHandOver}
        </button>
      </p>
    </form>
  );
}
