import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  cooperation: {
    title: 'Requests among employers',
    lead: 'When another employer asks us to help with the facts about our people, or we ask them about theirs (§33(3) of the act: an effort is asked). Nothing is sent from here.',
    of: (direction: string, company: string) => `${company} (${direction})`,
    waiting: 'Waiting for an answer',
    none: 'There is none.',
    answered: 'Answered',
    noted: (day: string, by: string) => `${day} (noted by ${by})`,
    record: {
      title: 'Note a request',
      do: 'Write down',
      fields: {
        direction: {
          label: 'Who asked',
          wrong: 'Choose who asked.',
          options: { received: 'they asked us', sent: 'we asked them' },
        },
        company: { label: 'Company', wrong: 'Write the company.' },
        contact: { label: 'How to reach them (may be left out)' },
        words: {
          label: 'What was asked',
          hint: 'What, and by when. Names of people only as far as they are needed.',
          wrong: 'Write what was asked.',
        },
        asked: { label: 'Day on which it came or went out', wrong: 'The day is today or before.' },
        due: { label: 'Answer by', wrong: 'The day lies between today and five years from now.' },
        caseId: { label: 'Number of the case (if there is one)', wrong: 'There is no case of that number.' },
      },
    },
    answer: {
      do: 'Note the answer',
      fields: {
        words: {
          label: 'Answer',
          hint: 'What was done, what could not be done, and why.',
          wrong: 'Write the answer.',
        },
        day: { label: 'Day of the answer', wrong: 'The day is today or before.' },
      },
    },
  },
};
