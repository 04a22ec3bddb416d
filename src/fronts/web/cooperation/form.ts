import type { NewCooperation } from '../../../actions/index.ts';
import { parseCaseId } from '../../../cases/index.ts';
import { COOPERATION_DIRECTIONS, type CooperationId, type Day, parseDay } from '../../../response/index.ts';
import { isDay } from '../../../util/day.ts';
import { chosen, first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** Most UTF-16 units of each text. */
export const MOST = { company: 200, contact: 500, words: 4000, answer: 4000 } as const;

export type Errors = Readonly<Record<string, string>>;

const text = (values: Values, name: string): string => first(values, name).replaceAll('\r\n', '\n').trim(); // as a browser counts

const isPast = (day: string, today: Day): boolean => isDay(day) && day >= '1900-01-01' && day <= today;

/** A request as it was written down. */
export function readRequest(
  values: Values,
  today: Day,
  { cooperation: say }: Messages,
): { readonly given: NewCooperation; readonly errors: Errors } {
  const direction = chosen(values, 'direction', COOPERATION_DIRECTIONS);
  const [company, contact, words] = [text(values, 'company'), text(values, 'contact'), text(values, 'words')];
  const asked = first(values, 'asked');
  const due = parseDay(first(values, 'due'), today);
  const number = first(values, 'case').normalize('NFKC').trim().replace(/^#/, '');
  const caseId = number === '' ? null : parseCaseId(number);
  const errors = {
    ...(direction === null ? { direction: say.noDirection } : {}),
    ...tooLong('company', company, say, say.noCompany),
    ...tooLong('contact', contact, say),
    ...tooLong('words', words, say, say.noWords),
    ...(isPast(asked, today) ? {} : { asked: say.wrongAsked }),
    ...(due === null ? { due: say.wrongDue } : {}),
    ...(number !== '' && caseId === null ? { case: say.noCase } : {}),
  };
  const given = {
    ...{ direction: direction ?? 'received', caseId, company, contact, words },
    ...{ asked: asked as Day, due: due ?? today },
  };
  return { given, errors };
}

/** What was answered; null: there is no such request. */
export function readAnswer(
  values: Values,
  today: Day,
  { cooperation: say }: Messages,
): { readonly id: CooperationId; readonly words: string; readonly day: Day; readonly errors: Errors } | null {
  const id = /^[1-9]\d{0,17}$/.exec(first(values, 'request'))?.[0];
  if (id === undefined) return null;
  const [words, day] = [text(values, 'answer'), first(values, 'day')];
  const errors = {
    ...tooLong('answer', words, say, say.noAnswer),
    ...(isPast(day, today) ? {} : { day: say.wrongDay }),
  };
  return { id: id as CooperationId, words, day: day as Day, errors };
}

const tooLong = (name: keyof typeof MOST, written: string, say: Messages['cooperation'], missing?: string): Errors =>
  written === '' && missing !== undefined
    ? { [name]: missing }
    : written.length > MOST[name]
      ? { [name]: say.tooLong(MOST[name]) }
      : {};
