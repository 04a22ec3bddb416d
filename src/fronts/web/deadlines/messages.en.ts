import { many } from '../shell/many.ts';
import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  deadlines: {
    title: 'Deadlines',
    lead: 'By when the next thing is to be done in each case, the earliest first.',
    none: 'Nothing has a deadline.',
    case: 'Case',
    step: 'To be done',
    due: 'Due',
    who: 'Who acts',
    steps: { look: 'look', decide: 'decide', care: 'see to the care list' },
    states: { running: '', soon: 'due soon', late: 'late' },
    late: (n: number) => `${many(n, 'step is', 'steps are')} late.`,
    open: 'List of deadlines',
    card: 'Deadlines',
    dueAt: (step: string, at: string) => `${step}: by ${at}`,
    people: (who: string, substitutes: string) => `Who acts: ${who}. When it is late: ${substitutes}`,
    byVersion: (n: number) => `Escalation matrix, version ${n}`,
    rules: 'Escalation matrix',
    mark: (at: string) => `due ${at}`,
    answers: 'Answers that are due',
    answersLead: 'Apart from the deadlines of cases: what we wait for, and what we owe.',
    noAnswers: 'Nothing waits for an answer.',
    what: 'What',
    kinds: {
      expert: 'answer of an expert outside',
      objection: 'answer to an objection',
      cooperation: 'request among employers',
    },
  },
};
