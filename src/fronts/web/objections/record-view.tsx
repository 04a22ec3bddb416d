import type { Objectable } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import type { Day } from '../../../response/index.ts';
import { DayField, FieldError, Group, LongText, Radio } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import { type Errors, MOST } from './form.ts';

interface RecordProps {
  readonly messages: Messages;
  readonly caseId: CaseId | null; // null: the objection belongs to none
  readonly objectable: Objectable;
  readonly today: Day;
  readonly values: Values;
  readonly errors: Errors;
}

/** Writes down that somebody objects. */
export function RecordView({ messages, caseId, objectable, today, values, errors }: RecordProps) {
  const say = messages.objections;
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href="/objections">← {say.title}</a>
      </p>
      <h1>{caseId === null ? say.record : say.recordOf(caseId)}</h1>
      <p class="muted">{say.recordLead}</p>
      {Object.keys(errors).length > 0 && (
        <p class="alert" role="alert">
          {say.wrong}
        </p>
      )}
      <form class="card" method="post" action="/objections" aria-label={say.record}>
        {caseId === null ? (
          <p>{say.noCase}</p>
        ) : (
          <>
            <input type="hidden" name="case" value={caseId} />
            <Group id="against" title={say.against} error={errors.against}>
              {objectable.measures.map(({ id, step }) => (
                <Radio
                  values={values}
                  name="against"
                  value={`measure-${id}`}
                  label={say.againstMeasure(messages.measures.steps[step])}
                />
              ))}
              {objectable.letters.map(({ id, number, kind }) => (
                <Radio
                  values={values}
                  name="against"
                  value={`letter-${id}`}
                  label={say.againstLetter(number, messages.letters.kinds[kind])}
                />
              ))}
              <Radio
                values={'against' in values ? values : { against: ['case'] }}
                name="against"
                value="case"
                label={say.againstCase}
              />
            </Group>
          </>
        )}
        <div class="field">
          <label for="from">{say.from}</label>
          <p class="hint" id="from-hint">
            {say.fromHint}
          </p>
          <FieldError id="from" error={errors.from} />
          <input
            id="from"
            name="from"
            value={first(values, 'from')}
            maxlength={MOST.from}
            aria-describedby="from-hint"
          />
        </div>
        <LongText
          id="words"
          name="words"
          label={say.words}
          hint={say.wordsHint}
          values={values}
          error={errors.words}
          rows={6}
          most={MOST.words}
        />
        <DayField name="received" label={say.received} values={values} error={errors.received} max={today} />
        <DayField name="due" label={say.due} hint={say.dueHint} values={values} error={errors.due} min={today} />
        <div class="buttons">
          <button type="submit" class="button primary">
            {say.save}
          </button>
        </div>
      </form>
    </div>
  );
}
