import type { Lesson } from './lesson.ts';

/** What is done to people. In the order of the declaration. Nobody and no company in here exists. */
export const PEOPLE_EN = {
  'physical-violence': {
    what: 'Hitting, throwing things and other violence. In mails it appears as announced violence, or an announced visit to do harm.',
    counts: '“I am coming over right now, and I will not be satisfied before I have hit whoever is in charge.”',
    fine: '“A corner of what you delivered is broken. It is dangerous; please come and look.”',
    why: 'Whether harm to a body is announced. A warning of a dangerous thing or place is a request to be met quickly.',
    act: 'Do not answer alone; tell your manager at once. Where a time or place is named, do not hesitate to call the police. Keep the mail.',
    check: {
      sentences: [
        '“I will come at ten tomorrow and would like to test the machine with you.”',
        '“I am coming tomorrow. Do not run. You will be sorry.”',
      ],
      which: 1,
      because: 'A visit is not the problem; the hint at harm is.',
    },
  },
  sexual: {
    what: 'Sexual words, sexual remarks on looks, pressing for private meetings, whatever the sexes and whatever the relation.',
    counts: '“If you have dinner with me, just the two of us, I may keep the contract.”',
    fine: '“After the meeting we would be glad to have lunch with everybody of both companies.”',
    why: 'Whether something private is asked for that has nothing to do with work, or from somebody who cannot say no.',
    act: 'Do not hurry to answer, do not show the text to more people, go to the consultation desk. You may ask for somebody else to take over.',
    check: {
      sentences: [
        '“We would like your developers to join the next meeting.”',
        '“That girl who answers is just my type. Give me her private number.”',
      ],
      which: 1,
      because: 'Sexual interest and a private number have no place in business.',
    },
  },
  'body-shaming': {
    what: 'Mocking or blaming somebody for figure, voice, age, illness or disability.',
    counts: '“No wonder you are so slow, with a body like that.”',
    fine: '“The sound of the call was low and hard to follow at times.”',
    why: 'Whether it blames what a person is, or tells of a difficulty in the work.',
    act: 'Write down the very words and hand them to your manager or the consultation desk.',
    check: {
      sentences: [
        '“Your voice alone makes me sick. Get another one.”',
        '“The letters in the document are small; please make them larger.”',
      ],
      which: 0,
      because: 'It blames a voice. A wish about a document is a proper request.',
    },
  },
  'intimidation-person': {
    what: 'Frightening somebody by a hint at harm or disadvantage; to their family, too.',
    counts: '“You have a family, don’t you. You know what may happen.”',
    fine: '“Without an answer by the date we will talk to a lawyer.”',
    why: 'To announce a legal step calmly is a right. To frighten somebody into obeying is a threat.',
    act: 'Do not answer alone; two or more do. Keep the words as they are and tell your manager at once.',
    check: {
      sentences: ['“Better watch out on your way home at night.”', '“I have called the consumer centre.”'],
      which: 0,
      because: 'To call a public office is a right. The other hints at harm.',
    },
  },
  'position-person': {
    what: 'Looking down on somebody by pointing at being the customer or the one who orders.',
    counts: '“Who do you think pays for your meals?”',
    fine: '“As the ordering party we ask you to explain what changed in the specification.”',
    why: 'Whether it is an ordinary request, or a position used to put somebody below.',
    act: 'Keep apart what can be met and how it is said. For how it is said, hand over to your manager.',
    check: {
      sentences: [
        '“We would like another contact, for the following reasons.”',
        '“Somebody like you talks back to a customer?”',
      ],
      which: 1,
      because: 'It looks down on a person. A wish with reasons is a request.',
    },
  },
  'personality-denial': {
    what: 'Denying a person’s worth, not naming a mistake. Once is enough to be taken seriously.',
    counts: '“You are a human being who fails at everything.”',
    fine: '“There were three errors in this report.”',
    why: 'Whether it names what can be mended, or denies a person’s worth.',
    act: 'It is not your fault. Stop reading and let somebody take over.',
    check: {
      sentences: ['“Please look at how you check things again.”', '“Is there any point in your being alive?”'],
      which: 1,
      because: 'A procedure can be mended. Denying somebody’s existence is no criticism of work.',
    },
  },
  'repeated-scolding': {
    what: 'Blaming somebody again and again, at length and harshly, for the same thing.',
    counts: 'After the answer, twelve mails a day until midnight that blame for the same thing',
    fine: 'Without an answer, a question three days later how it is going',
    why: 'Not one strong word, but length and number after the answer.',
    act: 'Write down what was answered when; let one contact answer, together with your manager.',
    check: {
      sentences: [
        'Every night “you still do not get it?” about what was answered',
        'Another question about another defect',
      ],
      which: 0,
      because: 'Another defect is another matter.',
    },
  },
  'insult-person': {
    what: 'Words that belittle a person, such as “idiot” or “useless”.',
    counts: '“You useless thing.”',
    fine: '“This part is useless to us; we send it back.”',
    why: 'Whether it is aimed at a person, or judges a thing.',
    act: 'Do not answer back. Keep the words and answer the facts calmly.',
    check: {
      sentences: ['“This function is no use.”', '“You are no use.”'],
      which: 1,
      because: 'An opinion on a function is an opinion. Aimed at a person it is an insult.',
    },
  },
} as const satisfies Readonly<Record<string, Lesson>>;
