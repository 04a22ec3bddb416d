import type { z } from 'zod';
import type { Role } from '../../cases/index.ts';
import { ACTS } from '../../detect/index.ts';
import {
  CLOCK_STEPS,
  type EscalationPlan,
  type EscalationRow,
  LEVELS,
  LIMIT_UNITS,
  MOST_AMOUNT,
  stepsAt,
} from '../../response/index.ts';
import { act } from '../kernel/act.ts';
import {
  choice,
  choices,
  days,
  type FieldProblem,
  leftOut,
  number,
  picks,
  rows,
  seen,
  tick,
  time,
  usualChoice,
} from '../kernel/ask.ts';
import { wrongFields } from '../refusal.ts';
import { writeRules } from './change-rules.ts';

/** Roles that act on cases. */
const ACTING = ['lead', 'reviewer', 'desk'] as const satisfies readonly Role[];
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const; // from Monday
const MOST_DAYS = 400;
const MOST_PEOPLE = 200;

const howMuch = () => leftOut(number(1, MOST_AMOUNT)); // left out: no time
const unit = () => usualChoice('minutes', LIMIT_UNITS);

const line = {
  level: choice(LEVELS),
  acts: choices(ACTS, 'maybe'),
  look: howMuch(),
  lookUnit: unit(),
  decide: howMuch(),
  decideUnit: unit(),
  care: howMuch(),
  careUnit: unit(),
  who: choices(ACTING, 'maybe'),
  people: picks(MOST_PEOPLE),
  substitutes: choices(ACTING, 'maybe'),
  substitutePeople: picks(MOST_PEOPLE),
};

/** Writes the next version of the escalation matrix; of a line, only the times that its level knows are kept. @throws Refusal `rules-changed` */
export const changeEscalation = act({
  path: '/escalation',
  right: 'rules.manage',
  audit: 'rules.change',
  ask: {
    after: seen(),
    rows: rows(40, line),
    weekdays: choices(WEEKDAYS),
    opens: time(),
    closes: time(),
    publicHolidays: tick(),
    daysOff: days(MOST_DAYS),
    workedDays: days(MOST_DAYS),
    remindPercent: number(1, 99),
  },
  logged: [],
  told: (version: number) => ({ version }),
  to: () => 'rules/escalation',
  do(tx, { after, rows: lines, remindPercent, weekdays, ...calendar }, doer) {
    const rows = lines.map(rowOf);
    const fields: Record<string, FieldProblem> = calendar.opens < calendar.closes ? {} : { closes: 'wrong' };
    const seen = new Set<string>();
    rows.forEach(({ level, acts, limits, who }, i) => {
      const key = `${level} ${acts.join()}`;
      if (seen.has(key)) fields[`rows.${i}.acts`] = 'taken'; // another line is for the same cases
      seen.add(key);
      const nobody = who.roles.length + who.people.length === 0;
      if (nobody && Object.keys(limits).length > 0) fields[`rows.${i}.who`] = 'missing';
    });
    if (Object.keys(fields).length > 0) throw wrongFields(fields);
    const plan: EscalationPlan = {
      rows,
      remindPercent,
      calendar: { ...calendar, weekdays: weekdays.map(Number) },
    };
    return writeRules(tx, 'escalation', after, plan, doer);
  },
});

function rowOf({ level, acts, ...of }: z.output<z.ZodObject<typeof line>>): EscalationRow {
  const limits = CLOCK_STEPS.flatMap((step) => {
    const amount = of[step];
    return amount === undefined || !stepsAt(level).includes(step) ? [] : [[step, { amount, unit: of[`${step}Unit`] }]];
  });
  return {
    level,
    acts,
    limits: Object.fromEntries(limits),
    who: { roles: of.who, people: of.people },
    substitutes: { roles: of.substitutes, people: of.substitutePeople },
  };
}

/** What the act would be given for a plan. */
export const askedOfPlan = ({ rows, remindPercent, calendar }: EscalationPlan) => ({
  ...calendar,
  weekdays: calendar.weekdays.map(String),
  remindPercent,
  rows: rows.map(({ level, acts, limits, who, substitutes }) => ({
    level,
    acts,
    ...Object.fromEntries(
      Object.entries(limits).flatMap(([step, { amount, unit }]) => [
        [step, amount],
        [`${step}Unit`, unit],
      ]),
    ),
    who: who.roles,
    people: who.people,
    substitutes: substitutes.roles,
    substitutePeople: substitutes.people,
  })),
});
