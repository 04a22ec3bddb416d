import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  tasks: {
    title: 'Care and deadlines',
    lead: 'What waits for people after decisions, and deadlines that are over. The first due first.',
    none: 'Nothing is to be done today.',
    when: { late: 'Over', today: 'Today', week: 'This week', later: 'Later', undated: 'Without a day' },
    what: {
      look: 'Look at the case',
      decide: 'Decide',
      care: 'See to the care list',
      ask: 'Ask how they are',
      added: 'Look at what came after the decision',
      expert: 'Wait for an expert outside',
      objection: 'Answer an objection',
      cooperation: 'Answer a request among employers',
      disclosure: 'Answer a request about kept data',
    },
    tap: (what: string, of: string) => `${what}: ${of}`,
    done: (done: number, of: number) => `Care ${done}/${of}`,
    more: (most: number) => `Of each kind the first ${most}.`,
  },
  listViews: {
    label: 'Views of the cases',
    all: 'Waiting',
    mine: 'Mine',
    tasks: 'Care and deadlines',
    decided: 'Decided',
    worry: 'Worrying',
    late: (n: number) => `${n} past their time`,
  },
};
