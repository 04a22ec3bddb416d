import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  objections: {
    title: 'Objections',
    lead: 'Of companies that were told of something, and of anybody else. Somebody writes it down, somebody writes the answer with its reasons, and a second person makes it final. Nothing is sent from here.',
    record: {
      title: 'Note an objection',
      do: 'Write down',
      fields: {
        against: { label: 'Against what', wrong: 'Choose again against what it is.' },
        from: { label: 'Who objects', hint: 'Company, department, name.', wrong: 'Write who objects.' },
        words: {
          label: 'What they say',
          hint: 'As they said it, without an opinion.',
          wrong: 'Write what they say.',
        },
        received: { label: 'Received on', wrong: 'The day on which it was received is today or before.' },
        due: {
          label: 'Answer by',
          hint: 'Channels are told a number when the day is near and when it is over.',
          wrong: 'The day lies between today and five years from now.',
        },
      },
    },
    recordOf: (id: string) => `Note an objection in case ${id}`,
    recordLead: 'Write it down in its own words. No automatism decides about it.',
    noCase:
      'It is noted as one against the declaration, or what we do in general. To note one against a letter or a measure, begin at “Letters” or “Measures” of the case.',
    waiting: 'Waiting for an answer',
    answeredOnes: 'Answered',
    none: 'No objection waits for an answer.',
    against: 'Against what',
    againstLetter: (n: number, kind: string) => `Letter ${n}, ${kind}`,
    againstMeasure: (step: string) => `Measure, ${step}`,
    againstCase: 'How the case was dealt with',
    againstDeclaration: 'The declaration, or what we do in general',
    one: (from: string) => `Objection of ${from}`,
    notedBy: (by: string, at: string) => `noted by ${by}, ${at}`,
    unplaced: 'Not said yet (it came by mail)',
    unknown: 'unknown sender',
    byMail: (n: number) => `${n} mail(s)`,
    mail: (at: string) => `Save the mail as it came (${at})`,
    automatic: 'automatic',
    asideBy: (by: string) => `put aside by ${by}`,
    asideOnes: (n: number) => `No objections (automatic replies, spam …): ${n}`,
    placeTitle: 'Say to what it is',
    place: {
      do: 'Save',
      fields: {
        case: {
          label: 'Number of the case (none: the declaration or what we do in general; leave the choice below as it is)',
          wrong: 'Write the number of a case that you may see.',
        },
        against: { label: 'Against what', wrong: 'Choose again against what it is.' },
        due: { label: 'To be answered by', wrong: 'The day is from today on, within five years.' },
      },
    },
    putAside: { do: 'Put aside: no objection', fields: {} },
    takeBack: { do: 'Take back as an objection', fields: {} },
    assigned: 'Assigned to',
    nobody: 'nobody yet',
    assign: {
      do: 'Assign',
      fields: { person: { label: 'Who writes the answer', wrong: 'Choose somebody who may decide the case.' } },
    },
    stage: 'Stage',
    stages: { waiting: 'answer to be written', drafted: 'waits for the second person', answered: 'answered' },
    answeredOn: (effect: string, at: string) => `${effect} (${at})`,
    write: 'Write the answer',
    writeLead: 'It is not final before a second person has looked at it.',
    draft: {
      do: 'Pass to the second person',
      fields: {
        effect: {
          label: 'What comes of what we did',
          wrong: 'Choose what comes of what we did.',
          options: { upheld: 'it stands', changed: 'it is changed', withdrawn: 'it is taken back' },
        },
        reasons: {
          label: 'Reasons',
          hint: 'The facts as they were established, and why. Write it so that it can be told to them.',
          wrong: 'Write the reasons.',
        },
      },
    },
    proposed: 'Proposed answer',
    answer: 'Answer',
    draftedBy: (by: string, at: string) => `Written by ${by} (${at})`,
    givenBy: (by: string, at: string) => `Made final by ${by} (${at})`,
    nothingSent: 'People tell them. To answer in writing, draft a letter in the case.',
    answerLetter: 'Write the letter of the answer',
    changeIt: 'What is to be changed is proposed and approved anew here:',
    own: 'Nobody makes their own answer final. Somebody else, of management, a lead or of the consultation desk, does.',
    involved: 'Somebody who neither proposed nor approved what it is against answers this. Say who.',
    notSecond: 'Somebody else, of management, a lead or of the consultation desk, makes it final.',
    secondLead: 'You look at facts and reasons as somebody who did not write them.',
    lifts: 'Made final, it ends the measure in force at once.',
    give: { do: 'Make this answer final', fields: {} },
    giveBack: {
      do: 'Give it back',
      fields: {
        note: { label: 'Why it goes back', hint: 'What should be written anew.', wrong: 'Write why it goes back.' },
      },
    },
    returned: 'The last answer was given back',
    referrals: {
      title: 'Passed on to do better',
      about:
        'That a justified complaint went to a team that can better the service. The numbers count it, without names. Nothing is sent from here.',
      do: 'Passed on',
      fields: {
        team: { label: 'To which team', wrong: 'Write the name of a team, 60 characters at most.' },
        words: {
          label: 'What about',
          hint: 'The fact, in a few words. No names and no addresses.',
          wrong: 'Write a few words, without names of employees and without addresses.',
        },
      },
    },
    changed: 'Nothing was written down: somebody else was first. Look at how it stands now.',
  },
};
