import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  costly: {
    title: 'Entries that cost',
    lead: (days) =>
      `By the decisions of ${days} days, more cases of these entries were dismissed than approved. The counts tell how much there is to read. Change them, make an exception, or let them ask for less.`,
    none: 'No entry has more dismissed than approved cases.',
    perWeek: 'Decided a week',
    dismissedPerWeek: 'of these dismissed',
    saved: 'dismissed, by it alone',
    savedHint: '“By it alone” are cases in which no other entry was found: nobody would have read them without it.',
    tooFew: 'Entries with three decisions or more are counted.',
    days: { few: 'Counted over the days since the first decision.' },
  },
};
