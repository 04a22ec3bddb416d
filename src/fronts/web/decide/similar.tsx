import type { CaseId, CaseSummary } from '../../../cases/index.ts';
import { bareSender } from '../../shared/index.ts';
import { caseTabUrl } from '../cases/tabs.tsx';
import type { Clock } from '../shell/clock.ts';
import { ActList, BandLabel, NotDone, Stranger } from '../shell/components.tsx';
import { Note } from '../shell/form-components.tsx';
import { has, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import { type Done, OutcomesBar } from '../together/outcomes.tsx';
import { Reasons } from './dismiss-form.tsx';

interface SimilarProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly id: CaseId; // of the case they are alike
  readonly cases: readonly CaseSummary[]; // veiled
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  readonly done: Done | null;
}

/** Near-duplicates, each in sight before all of them are dismissed. */
export function SimilarView(props: SimilarProps) {
  const { messages, id, cases, values, errors, done } = props;
  const say = messages.similar;
  return (
    <section aria-labelledby="similar">
      <p class="crumbs">
        <a href={caseTabUrl(id, 'body')}>← {say.back}</a>
      </p>
      <h2 id="similar">{say.title}</h2>
      <p class="muted">{say.of(id)}</p>
      <OutcomesBar messages={messages} done={done} />
      <NotDone of={Object.keys(errors).length > 0 && `${messages.form.wrong} ${Object.values(errors).join(' ')}`} />
      {cases.length === 0 ? (
        <p class="empty">{say.none}</p>
      ) : (
        <form method="post" class="card" action={`/cases/${id}/similar`}>
          <p>{say.lead}</p>
          <fieldset>
            <legend>{say.choose}</legend>
            <ul class="cases pick">
              {cases.map((row) => (
                <PickRow {...props} row={row} />
              ))}
            </ul>
          </fieldset>
          <Reasons messages={messages} id="similar-reason" values={values} errors={errors} />
          <Note messages={messages} id="similar-note" values={values} errors={errors} />
          <button type="submit" class="button primary">
            {say.submit}
          </button>
        </form>
      )}
    </section>
  );
}

export interface PickRowProps extends Pick<SimilarProps, 'messages' | 'clock' | 'now' | 'values'> {
  readonly row: CaseSummary; // veiled
  readonly hidden?: boolean; // from this person, whatever stands in it
  readonly form?: string; // id of the form that it belongs to, where it does not stand in it
}

/** A case to be ticked, with as much of it as may be shown. */
export function PickRow({ messages, clock, now, values, row, form, hidden = false }: PickRowProps) {
  const subject = hidden ? (
    messages.queue.hiddenSubject
  ) : (
    <Stranger text={row.subject} otherwise={messages.queue.noSubject} />
  );
  return (
    <li class="pick-row">
      <input
        type="checkbox"
        class="tick"
        name="case"
        value={row.id}
        id={`pick-${row.id}`}
        form={form}
        checked={has(values, 'case', row.id)}
      />
      <label for={`pick-${row.id}`}>{subject}</label>
      <BandLabel messages={messages} band={row.band} />
      <ActList messages={messages} acts={row.acts} />
      <span class="muted">
        <Stranger
          text={hidden ? bareSender(row.from, messages.language.code) : row.from}
          otherwise={messages.queue.noSender}
        />{' '}
        · {clock.age(row.receivedAt, now)} · <a href={`/cases/${row.id}`}>{messages.case.title(row.id)}</a>
      </span>
    </li>
  );
}
