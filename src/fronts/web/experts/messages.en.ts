import { NAMES } from '../../../response/index.ts';
import type { ja } from './messages.ja.ts';

const kinds = NAMES.en.experts;

export const en: typeof ja = {
  experts: {
    title: 'Experts outside',
    lead: 'Whom the company may ask outside, and what waits for an answer. Komainu sends nothing: whoever asked notes it here.',
    kinds,
    contacts: 'Contacts',
    none: 'There is no contact yet.',
    add: {
      title: 'Add a contact',
      do: 'Add',
      fields: {
        kind: { label: 'Kind', wrong: 'Choose a kind.', options: kinds },
        name: { label: 'Name or office', wrong: 'Write a name.' },
        contact: { label: 'How to reach them (telephone, address, hours)', wrong: 'Write how to reach them.' },
      },
    },
    end: { do: 'Remove', fields: {} },
    endOf: (name: string) => `Remove ${name}`,
    waiting: 'Waiting for an answer',
    nothingWaits: 'Nothing.',
    late: 'overdue',
    case: 'Case',
    link: 'Ask an expert outside',
    short: 'Keeps who was asked what, and how much they were given.',
    open: 'Open',
    of: (id: string) => `What was asked outside about case ${id}`,
    back: (id: string) => `Case ${id}`,
    askLead:
      'Give no more than the question needs. A physician or counsellor often needs only what the person wishes and how they work, and none of the mails.',
    ask: {
      title: 'Note what you asked',
      do: 'Note it',
      fields: {
        expert: { label: 'Whom', wrong: 'Choose whom.' },
        question: {
          label: 'What was asked',
          hint: 'Write it so that it needs no names.',
          wrong: 'Write what was asked.',
        },
        handed: {
          label: 'What was handed over',
          wrong: 'Choose what was handed over.',
          options: {
            words: 'Words alone',
            covered: 'A copy with names covered',
            pack: 'An evidence pack (made under “Evidence pack”)',
          },
        },
        due: {
          label: 'Needed by',
          hint: 'The day by which an answer is needed; empty when there is none.',
          wrong: 'Give a day from today to five years from now.',
        },
        consent: {
          label: 'Whoever handed it in agrees that somebody outside is asked',
          wrong: 'Nobody outside is asked unless they agree.',
        },
      },
    },
    noExpert: 'Add a contact first.',
    asked: 'Asked so far',
    answer: { do: 'Note the answer', fields: { words: { label: 'Answer', wrong: 'Write the answer.' } } },
    by: (name: string, at: string) => `${name}, ${at}`,
  },
};
