import type { ja } from './messages.ja.ts';

const wishes = {
  nothing: 'Nothing is to be done towards the other side',
  rest: 'I would like to rest',
  contact: 'Somebody else should take over',
  letter: 'Please send them a letter',
  police: 'Please go to the police',
};

const naming = { agreed: 'It may stand there', refused: 'Please leave it out' };

export const en: typeof ja = {
  concerned: {
    own: 'Cases that concern you',
    ownLead:
      'What came to the company, or what others handed in, that was put down as having befallen you. No text of it is shown.',
    one: (day) => `What came in on ${day}`,
    whatIsShown:
      'The words of the other side, and whatever is about other people, are not shown here. Only you and those who see to the case can see this page. Whatever you answer, or not, you will suffer no disadvantage.',
    saved: 'Written down.',
    unsaved: 'Not written down. Please see below.',
    wishTitle: 'What you wish',
    wishLead:
      'You can change it at any time. If nothing is to be done towards the other side, letters and steps against them stop. Only where there is danger may the company act, after talking to you.',
    wished: (at) => `What you wish now (${at})`,
    wishes,
    wish: {
      do: 'Say so',
      fields: {
        wishes: {
          label: 'Wishes (as many as you like)',
          wrong: 'Choose at least one. Doing nothing and sending a letter exclude each other.',
          options: wishes,
        },
        words: {
          label: 'In your words (optional)',
          hint: 'Such as: I would rather not take calls for a while. A certain manager should not know.',
        },
      },
    },
    careTitle: 'What the company does for you',
    careLead:
      'What somebody put down as done does not count for the company until you confirm it. Leave alone what you did not receive. What you would rather not have you can decline with a word.',
    points: {
      thread: 'Somebody else answers this side',
      second: 'You do not face them alone',
      text: 'You need not read the texts',
      health: 'Being told of a doctor or health service',
      desk: 'Being told of the consultation desk',
      wishes: 'Being asked what you wish',
      'follow-up': 'Being asked later how you are',
    },
    states: { open: 'Not yet', done: 'Put down as done', declined: 'Not to be done' },
    answers: { received: 'You confirmed it', declined: 'You declined it' },
    received: { do: 'I received it', fields: {} },
    declineTitle: 'Decline',
    decline: {
      do: 'Decline',
      fields: { words: { label: 'A word', wrong: 'Please write a word.' } },
    },
    namingTitle: 'May a letter to the other side give your name?',
    namingLead:
      'Until you agree, it does not. It says your role and the day, so that they can look into the facts. Letters that went out stay as they are.',
    naming: {
      do: 'Answer',
      fields: { naming: { label: 'Your name in letters', wrong: 'Choose one of the two.', options: naming } },
    },
    doneTitle: 'What the company did',
    doneLead: 'The newest first. No text is shown.',
    nothingDone: 'Nothing was done towards the other side yet.',
    add: 'Add to it',
    title: 'Person concerned',
    lead: 'The employee whom this befell. Their own page says that the case is there, the care, and what the company did; no text.',
    nobody: 'Nobody was put down yet. Somebody who is no employee is noted among the people of the case file.',
    by: { report: 'handed it in', named: 'put down' },
    notSaid: 'They have not said what they wish.',
    namingOf: (answer) => `Name in letters: ${answer === null ? 'not answered yet' : naming[answer]}`,
    roleOf: (role) => `Called in letters: ${role}`,
    stopped:
      'The person concerned wishes that nothing is done towards the other side. No letter, step or evidence pack can be made until they wish otherwise, or unless there is danger (severity 3).',
    confirmed: (n, of) => `Care that they confirmed: ${n} of ${of} points`,
    confirmedOne: 'Confirmed by them',
    name: {
      do: 'Put down',
      fields: {
        person: { label: 'Employee', wrong: 'Choose somebody of the list.' },
        role: {
          label: 'What letters call them (optional)',
          hint: 'Where a letter does not name them: the person at the counter, the salesperson. Empty: the person in charge.',
        },
      },
    },
    addTitle: 'Put down a person concerned',
    namedInMails: 'named in the mails',
    remove: { do: 'Remove', fields: {} },
    removeOf: (name) => `Remove ${name}`,
    choose: 'Choose',
  },
};
