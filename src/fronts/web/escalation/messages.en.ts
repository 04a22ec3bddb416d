import type { LimitUnit } from '../../../response/index.ts';
import { many } from '../shell/many.ts';
import type { ja } from './messages.ja.ts';

const UNITS: Readonly<Record<LimitUnit, readonly [string, string]>> = {
  minutes: ['minute', 'minutes'],
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  'working-hours': ['working hour', 'working hours'],
  'working-days': ['working day', 'working days'],
};

export const en: typeof ja = {
  escalation: {
    title: 'Times to act',
    lead: 'Who acts within what time, by how grave a case is. A change is a new version, which holds for times that begin after it. Times that run already stay as they are.',
    readOnly: 'Administrators and leads can change it.',
    none: 'Nobody has written it yet, and until then nothing has a time. Below is a first proposal.',
    shipped: 'first proposal (shipped)',
    version: (n: number, at: string, by: string) => `Version ${n}: from ${at}, by ${by}`,
    versions: 'Versions so far',
    again: { do: 'Use this version again', fields: {} },
    rowsTitle: 'Who, within what time',
    rowHint: 'Open a line to change it. A time that is left empty is none.',
    levels: {
      urgent: 'Urgent',
      review: 'To review',
      grey: 'Borderline',
      unreadable: 'Unreadable',
      report: 'Consultation',
      'severity-3': 'Approved (severity 3)',
      'severity-2': 'Approved (severity 2)',
      'severity-1': 'Approved (severity 1)',
    },
    steps: { look: 'Looked at within', decide: 'Decided within', care: 'Care seen to within' },
    units: {
      minutes: 'minutes',
      hours: 'hours',
      days: 'days',
      'working-hours': 'working hours',
      'working-days': 'working days',
    },
    limit: (amount: number, unit: LimitUnit) => many(amount, ...UNITS[unit]),
    summary: (limits: readonly string[]) => limits.join('; '),
    noLimit: 'no time',
    nobody: 'nobody',
    forActs: (acts: string) => `with ${acts}`,
    add: 'Add a line',
    addRow: 'none',
    remove: 'Remove this line',
    calendar: 'The company’s calendar',
    holidaysUntil: (day: string) => `Public holidays are known up to ${day}.`,
    saved: 'Saved. It holds for times that begin from now on.',
    changed: 'Somebody else saved a new version meanwhile. Look at theirs, then change it again.',
    form: {
      do: 'Save as a new version',
      fields: {
        rows: {
          row: {
            level: {
              label: 'Level',
              hint: 'To give less time to some acts. A line that names acts comes before one that does not.',
              wrong: 'Choose a level.',
            },
            acts: {
              label: 'For cases with one of these acts (none: all cases)',
              taken: 'Another line is for the same cases.',
            },
            look: { label: 'Looked at within: how many', wrong: 'Write a whole number from 1 to 999.' },
            lookUnit: { label: 'Looked at within: of what' },
            decide: { label: 'Decided within: how many', wrong: 'Write a whole number from 1 to 999.' },
            decideUnit: { label: 'Decided within: of what' },
            care: { label: 'Care seen to within: how many', wrong: 'Write a whole number from 1 to 999.' },
            careUnit: { label: 'Care seen to within: of what' },
            who: { label: 'Who acts', wrong: 'There is a time and nobody who acts.' },
            people: { label: 'By name (several)' },
            substitutes: { label: 'Who steps in when it is late' },
            substitutePeople: { label: 'By name (several)' },
          },
        },
        weekdays: {
          label: 'Working days of the week',
          wrong: 'Choose one day of the week at least.',
          options: { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' },
        },
        opens: { label: 'Work begins', wrong: 'Write a time like 09:00.' },
        closes: { label: 'Work ends', wrong: 'Work must begin before it ends.' },
        publicHolidays: { label: 'Japanese public holidays are off' },
        daysOff: {
          label: 'The company’s own days off',
          hint: 'The days around New Year, an anniversary. One a line, like 2026-12-29.',
          wrong: 'There is a line that is no day. Write them like 2026-12-29, 400 at most.',
        },
        workedDays: {
          label: 'Days that are worked although they would be off',
          hint: 'A Saturday worked in exchange for another day. Written in the same way.',
          wrong: 'There is a line that is no day. Write them like 2026-12-29, 400 at most.',
        },
        remindPercent: {
          label: 'After how much of the time people are reminded (%)',
          hint: '1 to 99. Channels are told a number and no more, once before the time is over and once when it is (not of confidential consultations).',
          wrong: 'Write a whole number from 1 to 99.',
        },
      },
    },
    separator: ', ',
  },
};
