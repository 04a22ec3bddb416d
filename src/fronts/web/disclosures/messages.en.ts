import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  disclosures: {
    title: 'Requests about kept data',
    lead: 'What senders, employees, counterparties or others ask about what is kept of them: for what it is used, a copy, a correction, that it is used no more. One person writes the answer, a second one reads and gives it. Nothing is sent from here. What is to be met, and on what ground something can be refused, is a question for an expert.',
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
    kept: {
      title: 'What is kept of them',
      open: 'What is kept, a file of it, deletion',
      lead: 'See what is kept of whoever asked, make it into a file to hand over, and delete it where that was granted.',
      erasedOn: 'deleted',
      whose: 'Of whom',
      noSubject: 'Nobody has said yet of whom. Make sure that it is they, then choose.',
      employee: (name: string) => `Employee: ${name}`,
      party: (name: string) => `Counterparty: ${name}`,
      nobody: 'none',
      gone: '(no longer in the register)',
      aim: {
        title: 'Choose of whom',
        anew: 'Choosing anew takes the proposed answer away; it is written anew.',
        do: 'Choose',
        fields: {
          addresses: {
            label: 'Addresses of a sender',
            hint: 'One a line, at most 20.',
            wrong: 'Choose an address, an employee or a counterparty. Addresses stand one a line.',
          },
          person: { label: 'Employee' },
          counterparty: { label: 'Counterparty (register)' },
        },
      },
      found: 'What is kept',
      noCases: 'No case.',
      columns: { case: 'Case', status: 'Status', mails: 'Mails', because: 'Deletion' },
      free: 'possible',
      and: ', ',
      because: {
        held: 'on hold',
        open: 'not decided',
        'follow-up': 'somebody means to ask how the person concerned is',
        measure: 'a measure is in force or waits',
        objection: 'an objection waits for its answer',
        deadline: 'a deadline runs',
        expert: 'an expert outside has not answered',
        cooperation: 'a request among employers has no answer',
        others: 'mails or reports of others stand in it',
        recused: 'it speaks of you (others see to it)',
      },
      ordinary: (mails: number) => `Mails judged ordinary: ${mails} (no text, only day and band)`,
      confidential:
        'What belongs to confidential consultations is seen, made into a file and deleted by the consultation desk alone.',
      byName:
        'What is written down by name alone (objections of no case that came by no mail, requests among employers, examples in dictionaries) does not show here. Look for it by hand.',
      counted: (what: string, count: number) => `${what}: ${count}`,
      bundle: {
        title: 'Make a file to hand over',
        lead: 'What is kept becomes one zip: an index (PDF in Japanese and English), kept.json, the originals of mails that they wrote, letters that were sent. Data of others and secrets of consultations are not in it; it says what was left out. Read it before you hand it over.',
        do: 'Make the file and save it',
        fields: { held: { label: 'With cases on hold' } },
        logged:
          'The file is sent at once and kept nowhere here. That it was made, and its SHA-256, stay in the audit log.',
      },
      erase: {
        title: 'Deletion',
        needs:
          'Only for a request for correction, addition, deletion, or that data is used no more or erased, of which two people gave the answer that it is met, wholly or partly, and of which it is said whose data it is.',
        goes: 'What is deleted',
        nothing: 'Nothing can be deleted.',
        left: 'Cases that stay',
        hold: 'Put cases that must stay on hold first. This cannot be undone.',
        do: 'Delete what stands above',
        fields: {},
        done: (at: string, by: string) => `Deleted ${at} (${by}).`,
        digest: 'Fingerprint of what was deleted (SHA-256)',
        stays: 'What stays',
        staysAlways: [
          'How many mails by day and band (numbers without names or addresses)',
          'The audit log (what was done, when, by whom; it has no texts and no addresses of senders)',
          'This register, until what the company set after the answer is over',
          'Backups: they expire by themselves. Say so in the answer.',
          'What was handed to somebody outside already, and the mails on the mail server',
          'Accounts of employees, what they learned and read of the policy, and their names as who decided or did something',
        ],
        kinds: {
          cases: 'Cases',
          mails: 'Mails of cases (with originals and files)',
          ordinary: 'Records of mails judged ordinary',
          reports: 'Consultations and reports',
          decisions: 'Decisions',
          notes: 'Notes and comments of cases',
          letters: 'Letters',
          measures: 'Measures',
          objections: 'Objections',
          watches: 'Watches on the sender',
          concerned: 'Wishes and answers as the person concerned',
          consents: 'Consents to a file of the timeline',
          forwarded: 'That mails came to the consultation address',
          counterparties: 'Entry of the register of counterparties',
        },
      },
      refusals: {
        'too-large':
          'This is more than one request takes. Divide the addresses or counterparties over several requests.',
        'case-changed': 'What is kept changed while you looked. Look again before you delete.',
        'no-sender': 'The company has no name in the settings.',
      },
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
