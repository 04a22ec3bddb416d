import type { ja } from './messages.ja.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;

export const en: typeof ja = {
  apprentices: {
    title: 'Apprentice entries',
    badge: 'apprentice',
    lead: (precision, days) =>
      `By itself an apprentice brings a mail to borderline and no further. When enough cases are decided that the lower end of its precision reaches ${percent(precision)}, and none was dismissed or marked as a misfire for ${days} days, it becomes an entry like others, by itself.`,
    since: 'Only cases since an entry was last changed are counted. Confidential ones are not.',
    none: 'There are no apprentices. New entries that are made here begin as one.',
    ready: 'It has all it takes, and will soon be an entry like others.',
    missing: (n) => `${n} more, if all are approved`,
    against: (n, days) => `${n} dismissed or marked as a misfire within ${days} days`,
    promoted: 'Lately promoted',
    grounds: ({ approved, dismissed, low, needed, calmDays }) =>
      `${approved} approved, ${dismissed} dismissed. Precision is ${percent(low)} at least (it takes ${percent(needed)}). Nothing dismissed or marked as a misfire for ${calmDays} days.`,
    seeChange: 'See the change',
    demote: 'Make it an apprentice',
    demoteHint: 'It will count for borderline alone. What was decided so far no longer counts for it.',
    demoteReason: 'Reason (may be left out)',
    demoted: (id) => `${id} is an apprentice again, within seconds.`,
    already: 'It is an apprentice.',
    followUp: 'See the apprentices',
    promotedLately: (n) => `Apprentices lately promoted: ${n}.`,
  },
  costly: {
    title: 'Entries that cost',
    lead: (days) =>
      `By the decisions of ${days} days, more cases of these entries were dismissed than approved. The counts tell how much there is to read. Change them, make an exception, or make them apprentices.`,
    none: 'No entry has more dismissed than approved cases.',
    perWeek: 'Decided a week',
    dismissedPerWeek: 'of these dismissed',
    saved: 'dismissed, by it alone',
    savedHint: '“By it alone” are cases in which no other entry was found: nobody would have read them without it.',
    tooFew: 'Entries with three decisions or more are counted; apprentices are not.',
    days: { few: 'Counted over the days since the first decision.' },
  },
};
