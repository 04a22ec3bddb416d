import { type PersonId, parsePersonId, type Role } from '../../../cases/index.ts';
import { ACTS } from '../../../detect/index.ts';
import {
  type ClockStep,
  type Day,
  type EscalationPlan,
  type EscalationRow,
  LEVELS,
  LIMIT_UNITS,
  type Limit,
  MOST_AMOUNT,
  type Responsible,
  stepsAt,
  type WorkCalendar,
} from '../../../response/index.ts';
import { isDay } from '../../../util/day.ts';
import { chosen, first, has, ticked, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** Roles that act on cases. */
export const ACTING = ['lead', 'reviewer', 'desk'] as const satisfies readonly Role[];

export const MOST_DAYS = 400;
export const MOST_ROWS = 40;
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Why a form cannot be taken. */
class Wrong extends Error {
  override readonly name = 'Wrong';
}

/** The plan that a form holds, or what is wrong with it. */
export function readPlan(
  values: Values,
  messages: Messages,
): { readonly plan: EscalationPlan } | { readonly error: string } {
  try {
    return { plan: planOf(values, messages.escalation) };
  } catch (error) {
    if (error instanceof Wrong) return { error: error.message };
    throw error;
  }
}

type Say = Messages['escalation'];

function planOf(values: Values, say: Say): EscalationPlan {
  const count = Math.min(Number(/^\d{1,2}$/.exec(first(values, 'rows'))?.[0] ?? 0), MOST_ROWS);
  const rows = Array.from({ length: count }, (_, i) => rowOf(values, i, say)).filter((row) => row !== null);
  const seen = new Set<string>();
  for (const { level, acts } of rows) {
    const key = `${level} ${acts.join()}`;
    if (seen.has(key)) throw new Wrong(say.twice(say.levels[level]));
    seen.add(key);
  }
  const remindPercent = Number(/^[1-9]\d?$/.exec(first(values, 'remind'))?.[0] ?? 0);
  if (remindPercent === 0) throw new Wrong(say.wrongPercent);
  return { rows, remindPercent, calendar: calendarOf(values, say) };
}

/** Null: removed, or the empty line at the end that nobody filled in. */
function rowOf(values: Values, i: number, say: Say): EscalationRow | null {
  const level = chosen(values, `level.${i}`, LEVELS);
  if (level === null || has(values, `remove.${i}`, '1')) return null;
  const limits: Partial<Record<ClockStep, Limit>> = {};
  for (const step of stepsAt(level)) {
    const amount = first(values, `${step}.${i}`).trim();
    if (amount === '') continue;
    const unit = chosen(values, `${step}-unit.${i}`, LIMIT_UNITS);
    if (!/^[1-9]\d{0,2}$/.test(amount) || Number(amount) > MOST_AMOUNT || unit === null)
      throw new Wrong(say.wrongAmount(say.levels[level]));
    limits[step] = { amount: Number(amount), unit };
  }
  const who = responsibleOf(values, 'who', i);
  if (Object.keys(limits).length > 0 && who.roles.length + who.people.length === 0)
    throw new Wrong(say.nobodyFor(say.levels[level]));
  return { level, acts: ticked(values, `acts.${i}`, ACTS), limits, who, substitutes: responsibleOf(values, 'sub', i) };
}

const responsibleOf = (values: Values, name: 'who' | 'sub', i: number): Responsible => ({
  roles: ticked(values, `${name}.${i}`, ACTING),
  people: (values[`${name}-people.${i}`] ?? []).map(parsePersonId).filter((id): id is PersonId => id !== null),
});

function calendarOf(values: Values, say: Say): WorkCalendar {
  const weekdays = ticked(values, 'weekday', WEEKDAYS).map(Number);
  if (weekdays.length === 0) throw new Wrong(say.noWeekday);
  const [opens, closes] = [first(values, 'opens'), first(values, 'closes')];
  if (![opens, closes].every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) || opens >= closes)
    throw new Wrong(say.wrongHours);
  return {
    weekdays,
    opens,
    closes,
    publicHolidays: has(values, 'holidays', '1'),
    daysOff: daysOf(values, 'off', say),
    workedDays: daysOf(values, 'worked', say),
  };
}

function daysOf(values: Values, name: string, say: Say): Day[] {
  const lines = first(values, name)
    .split(/[\s,、]+/)
    .filter((line) => line !== '');
  const wrong = lines.find((line) => !isDay(line));
  if (wrong !== undefined) throw new Wrong(say.wrongDays(wrong.slice(0, 40)));
  if (lines.length > MOST_DAYS) throw new Wrong(say.tooManyDays(MOST_DAYS));
  return [...new Set(lines)].sort() as Day[];
}

/** The fields of a form that holds a plan, with an empty line at the end. */
export function valuesOfPlan({ rows, remindPercent, calendar }: EscalationPlan): Values {
  const values: Record<string, readonly string[]> = {
    rows: [String(rows.length + 1)],
    remind: [String(remindPercent)],
    weekday: calendar.weekdays.map(String),
    opens: [calendar.opens],
    closes: [calendar.closes],
    holidays: calendar.publicHolidays ? ['1'] : [],
    off: [calendar.daysOff.join('\n')],
    worked: [calendar.workedDays.join('\n')],
  };
  rows.forEach(({ level, acts, limits, who, substitutes }, i) => {
    values[`level.${i}`] = [level];
    values[`acts.${i}`] = acts;
    for (const [step, limit] of Object.entries(limits)) {
      values[`${step}.${i}`] = [String(limit.amount)];
      values[`${step}-unit.${i}`] = [limit.unit];
    }
    values[`who.${i}`] = who.roles;
    values[`who-people.${i}`] = who.people;
    values[`sub.${i}`] = substitutes.roles;
    values[`sub-people.${i}`] = substitutes.people;
  });
  return values;
}
