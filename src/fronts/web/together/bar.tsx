import { DISMISS_REASONS, type PersonId } from '../../../cases/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import { FieldError } from '../shell/form-components.tsx';
import { first, has, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** The form to which the ticks of a list belong, wherever they stand. */
export const TOGETHER_FORM = 'together';

interface BarProps {
  readonly messages: Messages;
  readonly query: string; // of the list to come back to
  readonly person: PersonId; // who looks
  readonly people: readonly ListedPerson[]; // who may decide
  readonly mayAssign: boolean; // to others
  readonly chosen?: boolean; // near-duplicates are among the ticked already
  readonly values: Values; // as they were sent
  readonly errors: Readonly<Record<string, string>>;
}

/** What can be done to all that is ticked; in sight as long as something is. Without scripts it is a form like any other. */
export function TogetherBar(props: BarProps) {
  const { messages, query, errors, chosen = false } = props;
  const say = messages.together;
  return (
    <form class="together" id={TOGETHER_FORM} method="post" action="/list/decide" aria-label={say.title}>
      <input type="hidden" name="query" value={query} />
      <p class="together-count">{say.ticked}</p>
      <FieldError id="together-case" error={errors.case} />
      <Dismissing {...props} />
      <Passing {...props} />
      <div class="together-way">
        <button type="submit" class="button" name="do" value="take">
          {say.take}
        </button>
        <button type="submit" class="button" name="do" value="skip" title={messages.decide.skipHint}>
          {messages.decide.skip}
        </button>
        {!chosen && (
          <button type="submit" class="button" name="do" value="similar">
            {say.similar}
          </button>
        )}
      </div>
      <p class="hint">{say.hint}</p>
    </form>
  );
}

function Dismissing({ messages, values, errors }: BarProps) {
  const { decide: say, together } = messages;
  return (
    <div class="together-way">
      <FieldError id="together-reason" error={errors.reason} />
      <label class="visually-hidden" for="together-reason">
        {say.reason}
      </label>
      <select id="together-reason" name="reason" aria-invalid={errors.reason !== undefined}>
        <option value="">{together.chooseReason}</option>
        {DISMISS_REASONS.map((reason) => (
          <option value={reason} selected={has(values, 'reason', reason)}>
            {say.reasons[reason]}
          </option>
        ))}
      </select>
      <button type="submit" class="button dismissal" name="do" value="dismiss">
        {say.dismiss}
      </button>
    </div>
  );
}

function Passing({ messages, person, people, mayAssign, values, errors }: BarProps) {
  const { decide: say, together } = messages;
  const to = first(values, 'to');
  const others = people.filter(({ id }) => id !== person);
  return (
    <div class="together-way">
      <FieldError id="together-to" error={errors.to} />
      <label class="visually-hidden" for="together-to">
        {together.person}
      </label>
      <select id="together-to" name="to" aria-invalid={errors.to !== undefined}>
        <option value="">{together.choosePerson}</option>
        <option value="desk" selected={to === 'desk'}>
          {say.toDesk}
        </option>
        {others.map(({ id, name }) => (
          <option value={id} selected={to === id}>
            {inertLine(name, 60)}
          </option>
        ))}
      </select>
      <button type="submit" class="button" name="do" value="hand-over">
        {say.handOver}
      </button>
      {mayAssign && (
        <button type="submit" class="button" name="do" value="assign" title={together.assignHint}>
          {together.assign}
        </button>
      )}
    </div>
  );
}
