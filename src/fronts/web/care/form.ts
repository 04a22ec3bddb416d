import type { CareChange } from '../../../actions/index.ts';
import { parseRowId } from '../../../cases/index.ts';
import { CARE_POINTS, CARE_STATES, type Day, type FollowUpId, parseDay } from '../../../response/index.ts';
import { chosen, first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** Most UTF-16 units of a note. */
export const MOST_NOTE = 2000;

const KINDS = ['point', 'plan', 'asked', 'recurrence'] as const satisfies readonly CareChange['kind'][];

/** What a form of the care list wants, or why it cannot be taken. */
export function readChange(
  values: Values,
  today: Day,
  messages: Messages,
): { readonly change: CareChange } | { readonly error: string } {
  const say = messages.care;
  const note = first(values, 'note').replaceAll('\r\n', '\n').trim(); // as a browser counts
  if (note.length > MOST_NOTE) return { error: say.tooLong(MOST_NOTE) };
  switch (chosen(values, 'do', KINDS)) {
    case 'point': {
      const point = chosen(values, 'point', CARE_POINTS);
      const state = chosen(values, 'state', CARE_STATES);
      if (point === null || state === null) return { error: say.noPoint };
      return { change: { kind: 'point', point, state, note } };
    }
    case 'plan': {
      const due = parseDay(first(values, 'due'), today);
      return due === null ? { error: say.noDay } : { change: { kind: 'plan', due, note } };
    }
    case 'asked': {
      const followUp = parseRowId<FollowUpId>(first(values, 'follow-up'));
      return followUp === null ? { error: say.noDay } : { change: { kind: 'asked', followUp } };
    }
    case 'recurrence':
      return note === '' ? { error: say.noNote } : { change: { kind: 'recurrence', note } };
    case null:
      return { error: say.noPoint };
  }
}
