import { HOLIDAYS_UNTIL } from '../../../response/index.ts';
import { LongText, Tick } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import { MOST_DAYS } from './form.ts';

const DAY_LINE = 11; // characters: a day and the end of its line

/** When the company works, and when it is reminded. */
export function CalendarFields({ messages, values }: { readonly messages: Messages; readonly values: Values }) {
  const say = messages.escalation;
  return (
    <section class="card" aria-labelledby="calendar-title">
      <h3 id="calendar-title">{say.calendar}</h3>
      <fieldset>
        <legend>{say.weekdays}</legend>
        <div class="options days-of-week">
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <Tick values={values} name="weekday" value={String(day)} label={say.weekdayNames[day]!} />
          ))}
        </div>
      </fieldset>
      <div class="pair">
        {(['opens', 'closes'] as const).map((name) => (
          <div class="field">
            <label for={name}>{say[name]}</label>
            <input type="time" id={name} name={name} value={first(values, name)} required />
          </div>
        ))}
      </div>
      <Tick values={values} name="holidays" value="1" label={say.publicHolidays} />
      <p class="hint">{say.holidaysUntil(HOLIDAYS_UNTIL)}</p>
      <LongText
        id="off"
        name="off"
        label={say.daysOff}
        hint={say.daysOffHint}
        values={values}
        rows={4}
        most={MOST_DAYS * DAY_LINE}
      />
      <LongText
        id="worked"
        name="worked"
        label={say.workedDays}
        hint={say.workedDaysHint}
        values={values}
        rows={2}
        most={MOST_DAYS * DAY_LINE}
      />
      <div class="field">
        <label for="remind">{say.remind}</label>
        <p class="hint" id="remind-hint">
          {say.remindHint}
        </p>
        <input
          type="number"
          id="remind"
          name="remind"
          min="1"
          max="99"
          value={first(values, 'remind')}
          aria-describedby="remind-hint"
          required
        />
      </div>
    </section>
  );
}
