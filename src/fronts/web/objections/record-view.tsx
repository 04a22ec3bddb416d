import { type Objectable, recordObjection } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { ANSWER_DAYS, type Day } from '../../../response/index.ts';
import { dayAfter } from '../../../util/day.ts';
import { formOf, type Tried } from '../shell/acts/form.tsx';
import { Group, Radio } from '../shell/form-components.tsx';
import type { Messages } from '../shell/messages.ts';
import { againstOptions } from './words.ts';

interface RecordProps {
  readonly messages: Messages;
  readonly caseId: CaseId | null; // null: the objection belongs to none
  readonly objectable: Objectable;
  readonly against: string | undefined; // chosen before
  readonly today: Day;
  readonly tried: Tried | null;
}

/** Writes down that somebody objects. */
export function RecordView({ messages, caseId, objectable, against = 'case', today, tried }: RecordProps) {
  const say = messages.objections;
  const at = { case: caseId ?? '' };
  const usual = { received: today, due: dayAfter(today, ANSWER_DAYS) };
  const { action, settled, field } = formOf({
    act: recordObjection,
    say: say.record,
    ...{ messages, today, tried, at, usual },
  });
  const values = tried?.values.against === undefined ? { against: [against] } : tried.values;
  const options = againstOptions(messages, objectable);
  return (
    <section class="card" aria-labelledby="add">
      <h2 id="add">{caseId === null ? say.record.title : say.recordOf(caseId)}</h2>
      <p class="muted">{say.recordLead}</p>
      {tried !== null && (
        <p class="alert" role="alert">
          {messages.fields.unsaved}
        </p>
      )}
      <form method="post" action={action}>
        {settled}
        {caseId === null ? (
          <>
            <input type="hidden" name="against" value="case" />
            <p>{say.noCase}</p>
          </>
        ) : (
          <Group id="against" title={say.against} error={tried?.problems.against && say.record.fields.against.wrong}>
            {options.map((one) => (
              <Radio {...one} values={values} name="against" />
            ))}
          </Group>
        )}
        {field('from')}
        {field('words', 6)}
        {field('received')}
        {field('due')}
        <div class="buttons">
          <button type="submit" class="button primary">
            {say.record.do}
          </button>
        </div>
      </form>
    </section>
  );
}
