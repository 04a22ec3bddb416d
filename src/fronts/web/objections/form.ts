import { type CaseId, parseCaseId, parseRowId } from '../../../cases/index.ts';
import {
  type Day,
  type LetterId,
  type MeasureId,
  OBJECTION_EFFECTS,
  type ObjectionEffect,
  type ObjectionId,
  parseDay,
} from '../../../response/index.ts';
import type { NewObjection } from '../../../store/index.ts';
import { isDay } from '../../../util/day.ts';
import { chosen, first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** Most UTF-16 units of each text. */
export const MOST = { from: 200, words: 5000, reasons: 5000, note: 1000 } as const;

export type Errors = Readonly<Record<string, string>>;

/** Words as a browser counts them. */
export const textOf = (values: Values, name: string): string => first(values, name).replaceAll('\r\n', '\n').trim();

/** An objection as it was written down; against what is one choice: `measure-7`, `letter-3` or nothing. */
export function readObjection(
  values: Values,
  today: Day,
  { objections: say }: Messages,
): { readonly given: NewObjection; readonly errors: Errors } {
  const [from, words, received] = [textOf(values, 'from'), textOf(values, 'words'), first(values, 'received')];
  const due = parseDay(first(values, 'due'), today);
  const caseId = caseOf(values);
  const against = /^(measure|letter)-([1-9]\d{0,17})$/.exec(first(values, 'against'));
  const [, kind, id] = against ?? [];
  const errors = {
    ...wrongLength('from', from, say.noFrom, say),
    ...wrongLength('words', words, say.noWords, say),
    ...(isDay(received) && received >= '1900-01-01' && received <= today ? {} : { received: say.wrongReceived }),
    ...(due === null ? { due: say.wrongDue } : {}),
    ...(against !== null && caseId === null ? { against: say.wrongAgainst } : {}),
  };
  const given = {
    ...{ caseId, from, words, received: received as Day, due: due ?? today },
    letterId: kind === 'letter' ? (id as LetterId) : null,
    measureId: kind === 'measure' ? (id as MeasureId) : null,
  };
  return { given, errors };
}

/** The case to which it belongs; null: to none. */
export const caseOf = (values: Values): CaseId | null => parseCaseId(first(values, 'case'));

/** What somebody would answer. */
export function readAnswer(
  values: Values,
  { objections: say }: Messages,
): { readonly effect: ObjectionEffect; readonly reasons: string } | { readonly errors: Errors } {
  const effect = chosen(values, 'effect', OBJECTION_EFFECTS);
  const reasons = textOf(values, 'reasons');
  const errors = {
    ...(effect === null ? { effect: say.noEffect } : {}),
    ...wrongLength('reasons', reasons, say.noReasons, say),
  };
  return effect === null || Object.keys(errors).length > 0 ? { errors } : { effect, reasons };
}

export const parseObjectionId = (text: string): ObjectionId | null => parseRowId<ObjectionId>(text);

const wrongLength = (name: keyof typeof MOST, written: string, missing: string, say: Messages['objections']): Errors =>
  written === '' ? { [name]: missing } : written.length > MOST[name] ? { [name]: say.tooLong(MOST[name]) } : {};
