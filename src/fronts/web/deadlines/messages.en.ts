import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  deadlines: {
    title: 'Deadlines',
    open: 'List of deadlines',
    steps: { look: 'look', decide: 'decide', care: 'see to the care list' },
    states: { running: '', soon: 'due soon', late: 'late' },
    card: 'Deadlines',
    dueAt: (step: string, at: string) => `${step}: by ${at}`,
    people: (who: string, substitutes: string) => `Who acts: ${who}. When it is late: ${substitutes}`,
    byVersion: (n: number) => `Times to act, version ${n}`,
    mark: (at: string) => `due ${at}`,
  },
};
