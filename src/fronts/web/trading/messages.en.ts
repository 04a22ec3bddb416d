import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  trading: {
    title: 'Fair trading',
    beside:
      'This conduct may also concern 取適法 and フリーランス法 (the acts on fair subcontracting and on freelancers). Komainu does not judge whether they apply.',
    look: 'What a person looks at',
    applies:
      'Both matter only where the other side commissions work to us, and where the kind of work and the capital or headcount of both sides fit. 取適法 (formerly 下請法) is in force since 1 January 2026, フリーランス法 since 1 November 2024; the latter is about work commissioned to individuals without employees, and what is named of it here about work of a month or more. If in doubt, ask sales, legal, a lawyer, or the Fair Trade Commission.',
    found: 'What a person looks at, beside conduct that was found',
    talks: 'Requests for talks',
    lead: 'When and how you asked for talks about prices or terms, and what they answered. Nothing is sent from here. Write nothing of cases or employees.',
    none: 'There is none yet.',
    asked: (day: string, way: string, who: string) => `${day}, asked by ${way} (${who})`,
    noted: (by: string) => `noted by ${by}`,
    toTalks: 'Requests for talks',
    note: {
      title: 'Note a request',
      do: 'Write down',
      fields: {
        asked: { label: 'Day', wrong: 'The day is today or before.' },
        who: { label: 'Who asked', wrong: 'Write who asked.' },
        way: {
          label: 'How',
          wrong: 'Choose how.',
          options: { meeting: 'meeting', phone: 'telephone', mail: 'e-mail', letter: 'letter', other: 'other means' },
        },
        words: {
          label: 'What we asked to talk about',
          hint: 'Facts alone, in short. It goes into the draft of a letter as it is.',
          wrong: 'Write what we asked to talk about.',
        },
        due: { label: 'Answer by', wrong: 'That day is the day of the request or later.' },
      },
    },
    answer: {
      do: 'Note the answer',
      fields: {
        what: {
          label: 'Answer',
          wrong: 'Choose the answer.',
          options: { agreed: 'They agree', refused: 'They refuse', none: 'No answer' },
        },
        day: {
          label: 'Day of the answer (where there is none, of looking)',
          wrong: 'The day lies between the request and today.',
        },
        words: { label: 'Their words (may be left out)' },
      },
    },
  },
};
