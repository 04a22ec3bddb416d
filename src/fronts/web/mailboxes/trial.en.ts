import type { trial as ja } from './trial.ja.ts';

export const trial: typeof ja = {
  lead: 'The mails of the last 30 days are read and counted: how many cases they would be. Nothing is kept, nobody is told.',
  start: { fields: { name: { label: 'Name' } }, do: 'Start the trial' },
  again: 'Run the trial again',
  skip: 'You may also begin without it.',
  counting: 'Counting.',
  progress: (done, all) => `${done} of ${all} mails`,
  stop: {
    fields: {
      name: { label: 'Name' },
      run: { label: 'Number' },
      step: { label: 'What to do', options: { resume: 'Go on', cancel: 'Stop' } },
    },
    do: 'Stop',
  },
  resume: 'Go on',
  trouble: {
    failed: 'The judging could not go on. Wait a little and go on; if that does not help, tell the administrator.',
    'wrong-rules': 'The dictionaries of when it began cannot be used. Stop it, and begin again.',
  },
  read: (n) => `${n} mails of the last 30 days were read. Nothing of them is kept.`,
  week: (n) => `${n} cases a week`,
  weekAfter: 'would wait for a person',
  slider: 'How many become cases',
  fewer: (n) => `fewer (${n} a week)`,
  more: (n) => `more (${n} a week)`,
  show: 'Show this number',
  band: 'Band',
  perWeek: 'A week',
  between: (low, high) => `The true number probably lies between ${low} and ${high}.`,
  same: 'No strictness changes the number. You may begin with what is in force.',
  usual: 'This is in force.',
  choose: {
    fields: {
      name: { label: 'Name' },
      run: { label: 'Number' },
      budget: { label: 'Cases a week' },
      base: { label: 'In force' },
    },
    do: 'Use this number',
  },
  chosen: 'It is in force for this mailbox.',
  full: 'No more than three trials run at a time. Wait until one has ended.',
  noRight: 'Cases are read by people with a reviewer’s role. You do not have it yet.',
  takeRole: {
    fields: { role: { label: 'Role', options: { lead: 'Lead', reviewer: 'Reviewer', tuner: 'Tuner' } } },
    do: 'Take the reviewer’s role, too',
  },
  cannot: 'A trial is there for incoming mail alone.',
};
