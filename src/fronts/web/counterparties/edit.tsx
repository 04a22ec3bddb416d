import { createCounterparty } from '../../../actions/index.ts';
import { COUNTERPARTY_KINDS, type Counterparty } from '../../../response/index.ts';
import { Field } from '../shell/acts/field.tsx';
import { NotDone } from '../shell/components.tsx';
import { Group, LongText, Radio } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import type { Errors } from './form.ts';

/** As many characters a field takes. */
const most = (name: 'name' | 'postal' | 'notes'): number => createCounterparty.shapes[name].maxLength!;

export interface EditProps {
  readonly messages: Messages;
  readonly counterparty: Counterparty | null; // null: a new one
  readonly values: Values;
  readonly errors: Errors;
}

/** The form in which a counterparty is written down or changed. */
export function EditView({ messages, counterparty, values, errors }: EditProps) {
  const say = messages.counterparties;
  const wrong = Object.values(errors);
  const id = counterparty === null ? 'add' : 'edit';
  const field = { messages, values, errors };
  return (
    <section class="card narrow" aria-labelledby={id}>
      <h2 id={id}>{counterparty === null ? say.add : say.edit}</h2>
      <NotDone of={wrong.length > 0 && `${say.wrong} ${wrong.join(' ')}`} />
      <form method="post" action={counterparty === null ? '/counterparties' : `/counterparties/${counterparty.id}`}>
        {counterparty !== null && <input type="hidden" name="version" value={first(values, 'version')} />}
        <Group id="kind" title={say.kind} need={messages.form.needed} error={errors.kind}>
          {COUNTERPARTY_KINDS.map((kind) => (
            <Radio values={values} name="kind" value={kind} label={say.kinds[kind]} />
          ))}
        </Group>
        <Line {...field} name="name" label={say.name} most={most('name')} />
        <Lines {...field} name="domains" label={say.domains} hint={say.domainsHint} rows={2} most={4_000} />
        <Lines {...field} name="addresses" label={say.addresses} hint={say.addressesHint} rows={2} most={4_000} />
        <Group id="clause" title={say.clause} hint={say.clauseLead}>
          <Line {...field} name="clauseOn" label={say.clauseOn} type="date" />
          <Line {...field} name="clauseDocument" label={say.clauseDocument} hint={say.clauseDocumentHint} most={300} />
        </Group>
        <Lines {...field} name="postal" label={say.postal} hint={say.postalHint} rows={3} most={most('postal')} />
        <Lines {...field} name="contacts" label={say.contacts} hint={say.contactsHint} rows={3} most={8_000} />
        <Group id="size" title={say.size} hint={say.sizeLead}>
          <Line {...field} name="capital" label={say.capital} most={20} />
          <Line {...field} name="staff" label={say.staff} most={12} />
        </Group>
        <Lines {...field} name="notes" label={say.notes} hint={say.notesHint} rows={4} most={most('notes')} />
        <div class="buttons">
          <button type="submit" class="button primary">
            {say.save}
          </button>
          <a class="button" href={counterparty === null ? '/counterparties' : `/counterparties/${counterparty.id}`}>
            {counterparty === null ? say.back : say.backTo(inertLine(counterparty.name, 60))}
          </a>
        </div>
      </form>
    </section>
  );
}

interface OneField extends Pick<EditProps, 'values' | 'errors'> {
  readonly name: string;
  readonly label: string;
}

const Line = ({
  values,
  errors,
  name,
  type = 'text',
  ...field
}: OneField & { readonly type?: 'text' | 'date'; readonly hint?: string; readonly most?: number }) => (
  <Field {...field} name={name} type={type} autocomplete="off" value={first(values, name)} error={errors[name]} />
);

const Lines = ({
  values,
  errors,
  name,
  ...field
}: OneField & { readonly hint: string; readonly rows: number; readonly most: number }) => (
  <LongText {...field} id={name} name={name} values={values} error={errors[name]} />
);
