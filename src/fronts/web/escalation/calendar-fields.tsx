import type { Child } from 'hono/jsx';
import { HOLIDAYS_UNTIL } from '../../../response/index.ts';
import type { Messages } from '../shell/messages.ts';

type CalendarField = 'weekdays' | 'opens' | 'closes' | 'publicHolidays' | 'daysOff' | 'workedDays' | 'remindPercent';

interface CalendarProps {
  readonly messages: Messages;
  readonly field: (name: CalendarField, rows?: number) => Child;
}

/** When the company works, and when it is reminded. */
export function CalendarFields({ messages: { escalation: say }, field }: CalendarProps) {
  return (
    <section class="card" aria-labelledby="calendar-title">
      <h3 id="calendar-title">{say.calendar}</h3>
      <div class="days-of-week">{field('weekdays')}</div>
      <div class="pair">
        {field('opens')}
        {field('closes')}
      </div>
      {field('publicHolidays')}
      <p class="hint">{say.holidaysUntil(HOLIDAYS_UNTIL)}</p>
      {field('daysOff')}
      {field('workedDays', 2)}
      {field('remindPercent')}
    </section>
  );
}
