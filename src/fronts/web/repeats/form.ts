import type { AnswerInput } from '../../../actions/index.ts';
import type { Day } from '../../../response/index.ts';
import { isDay, momentIn } from '../../../util/day.ts';
import { first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** Most UTF-16 units of what was said. */
export const MOST_ANSWER = 1000;

/** When, by the day: the middle of it, or now on this day, for nobody knows the hour and mails of the evening come after it. */
export function readAnswer(
  values: Values,
  { today, now, timeZone }: { readonly today: Day; readonly now: Date; readonly timeZone: string },
  { repeats: say, measures }: Messages,
): { readonly input: AnswerInput } | { readonly error: string } {
  const day = first(values, 'day');
  if (!isDay(day) || day > today || day < '1990-01-01') return { error: say.wrongDay };
  const note = first(values, 'note').replaceAll('\r\n', '\n').trim();
  if (note.length > MOST_ANSWER) return { error: measures.tooLong(MOST_ANSWER) };
  const noon = momentIn(day, '12:00', timeZone);
  return { input: { at: day === today ? now : noon, note } };
}
