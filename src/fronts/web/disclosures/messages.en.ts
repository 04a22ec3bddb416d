import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  disclosures: {
    title: 'Requests about kept data',
    lead: 'What senders, employees, counterparties or others ask about what is kept of them: for what it is used, a copy, a correction, that it is used no more. One person writes the answer, a second one reads and gives it. Nothing is sent or deleted from here. What is to be met, and on what ground something can be refused, is a question for an expert.',
    waiting: 'Waiting for an answer',
    none: 'Nothing.',
    answered: 'Answered',
    of: (role: string, from: string) => `${from} (${role})`,
    noted: (day: string, by: string) => `${day} (noted by ${by})`,
    drafted: 'Proposed answer',
    draftAgain: 'Write the answer anew',
    writtenBy: (by: string) => `Written by ${by}`,
    givenBy: (day: string, by: string) => `given ${day} (${by})`,
    secondPerson: 'What you wrote yourself is read and given by somebody else.',
    refusals: {
      'own-proposal': 'You wrote this answer yourself: have somebody else read and give it.',
    },
    record: {
      title: 'Note a request',
      do: 'Note it',
      fields: {
        from: { label: 'Who asks', wrong: 'Write who asks.' },
        role: {
          label: 'As whom',
          wrong: 'Choose as whom they ask.',
          options: {
            sender: 'sender of mail or the like',
            employee: 'employee',
            counterparty: 'counterparty',
            other: 'other',
          },
        },
        identity: {
          label: 'How it was made sure that it is they',
          hint: 'The way only: no copies or numbers of papers. “not yet” where nobody has.',
          wrong: 'Write how it was made sure that it is they.',
        },
        wants: {
          label: 'What is asked',
          wrong: 'Choose what is asked.',
          options: {
            purpose: 'for what it is used',
            copy: 'a copy',
            provision: 'to whom it was given',
            correction: 'correction, addition, deletion',
            stop: 'that it is used no more, erased, or given to nobody',
          },
        },
        words: { label: 'The request', wrong: 'Write what is asked.' },
        received: { label: 'Received', wrong: 'It must be today or before.' },
        due: {
          label: 'To be answered by',
          hint: 'As your company decided; two weeks stand there at first.',
          wrong: 'It must be within five years from today.',
        },
      },
    },
    draft: {
      title: 'Write an answer',
      do: 'Save the answer',
      fields: {
        outcome: {
          label: 'What comes of it',
          wrong: 'Choose what comes of it.',
          options: { met: 'it is met', partly: 'partly met', refused: 'refused', 'nothing-kept': 'nothing is kept' },
        },
        words: {
          label: 'Answer',
          hint: 'What is handed over or corrected, what is refused and on what ground. Write it so that it can be told to them.',
          wrong: 'Write the answer.',
        },
      },
    },
    give: {
      do: 'Note that this answer was given',
      fields: { day: { label: 'Given on', wrong: 'It must be today or before.' } },
    },
    notice: 'A notice of purposes for your website',
    noticeHint: 'A draft to copy, not to use as it is. Fit it to what your company does, and have an expert read it.',
    ourCompany: 'Our company',
    noticeText: (company: string) =>
      `${company} handles mails and other messages to its contact points for these purposes:
- to answer questions and requests
- to protect the safety and working environment of people who work, and to respond as a company to conduct that goes too far
- to establish facts and keep them on record

Of mails to our contact points a program selects those that need a look, and people decide. The text of mails that need none is not kept for this purpose.
Requests about what is kept of you (for what it is used, a copy, a correction, that it is used no more) are taken at (name and address of the contact). We ask you to show that it is you.`,
  },
};
