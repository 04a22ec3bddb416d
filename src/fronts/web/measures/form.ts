import type { MeasureInput } from '../../../actions/index.ts';
import { parseRowId } from '../../../cases/index.ts';
import {
  type Day,
  GATE_ANSWERS,
  GATES,
  type Gates,
  MEASURE_STEPS,
  type MeasureId,
  type Obstacle,
  type Opinion,
} from '../../../response/index.ts';
import { isDay } from '../../../util/day.ts';
import { chosen, first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** Most UTF-16 units of a reason, and of a note. */
export const MOST_REASON = 4000;
export const MOST_NOTE = 1000;

/** What a person proposes, or why that cannot be taken. */
export function readProposal(
  values: Values,
  today: Day,
  { measures: say }: Messages,
): { readonly input: MeasureInput } | { readonly error: string } {
  const step = chosen(values, 'step', MEASURE_STEPS);
  if (step === null) return { error: say.noStep };
  const gates: Partial<Record<(typeof GATES)[number], Gates['clause']>> = {};
  for (const gate of GATES) {
    const answer = chosen(values, gate, GATE_ANSWERS);
    const note = words(values, `${gate}-note`);
    if (answer === null) return { error: say.unanswered };
    if (note.length > MOST_NOTE) return { error: say.tooLong(MOST_NOTE) };
    gates[gate] = { answer, note };
  }
  const opinion = opinionOf(values, today);
  if (opinion === 'wrong') return { error: say.wrongOpinion };
  const reason = words(values, 'reason');
  if (reason === '') return { error: say.noReason };
  if (reason.length > MOST_REASON) return { error: say.tooLong(MOST_REASON) };
  return { input: { step, reason, gates: gates as Gates, opinion } };
}

function opinionOf(values: Values, today: Day): Opinion | null | 'wrong' {
  const [from, day, note] = [
    words(values, 'opinion-from'),
    words(values, 'opinion-day'),
    words(values, 'opinion-note'),
  ];
  if (from === '' && day === '' && note === '') return null;
  if (from === '' || from.length > 200 || note.length > MOST_NOTE || !isDay(day) || day > today) return 'wrong';
  return { from, day: day as Day, note };
}

/** Words as a browser counts them. */
export const words = (values: Values, name: string): string => first(values, name).replaceAll('\r\n', '\n').trim();

export const parseMeasureId = (text: string): MeasureId | null => parseRowId<MeasureId>(text);

/** What stands in the way, a sentence each. */
export const obstacleWords = (obstacles: readonly Obstacle[], { measures: say }: Messages): string =>
  obstacles
    .map(({ gate, needs }) => say.obstacle({ ...say.gates, ...say.ruleGates }[gate], say.needs[needs]))
    .join(' ');
