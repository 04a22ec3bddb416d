import type { WorkedMail } from './worked-mail.ts';

/** What is done to people. Nobody and no company in here exists, and no mail like these was ever received. */
export const WORKED_PEOPLE_EN = {
  'physical-violence': [
    {
      mail: 'A bracket of the ladder you delivered came off and I nearly fell. Come and look today, before somebody is hurt. It is behind the back door, to the right.',
      decide: 'dismiss',
      why: 'Urgent and sharp, but it warns of a dangerous thing. Dismiss as a proper complaint, and pass it to whoever sees to safety at once.',
    },
    {
      mail: 'The kid who hung up on me: I know that face now. I will be waiting at your exit this evening. If words do not teach you, something else will.',
      decide: 'approve',
      why: 'Harm to a body is announced, with a time and a place. Approve as grave, tell manager and police now, and see that nobody walks home alone.',
    },
  ],
  sexual: [
    {
      mail: 'Ms Sahara, whom I met at yesterday’s briefing, was very pleasant, and her papers were clear. I would like to work with her again.',
      decide: 'dismiss',
      why: 'It praises work and says nothing of looks or private matters.',
    },
    {
      mail: 'That dress of Ms Sahara’s was nice. Next time let us meet overnight, just the two of us. If she does not come, forget the order.',
      decide: 'approve',
      why: 'Sexual interest, and business used for a private meeting. Once is enough. Let few people read it and change the contact.',
    },
  ],
  'body-shaming': [
    {
      mail: 'The voice on the phone breaks off and I cannot follow. Is it the line? It would help if we could write instead.',
      decide: 'dismiss',
      why: 'It blames no voice but tells of a difficulty. Another way of contact is all that is needed.',
    },
    {
      mail: 'Do not send that fat one again. Out of breath on the stairs, it is embarrassing to watch. Have you nobody more presentable?',
      decide: 'approve',
      why: 'One may ask for another contact; the reason belittles a body and has nothing to do with the work.',
    },
  ],
  'intimidation-person': [
    {
      mail: 'Under article 8 of the contract we ask for your answer by the end of the month. After that we will consider steps with our lawyer.',
      decide: 'dismiss',
      why: 'A legal step, announced calmly, is a right. Pass it to legal.',
    },
    {
      mail: 'You at the desk: I looked up your full name and found your child’s school. When do you pick them up? Choose your next words carefully.',
      decide: 'approve',
      why: 'No harm is named, yet it frightens by knowing family and daily life, so that somebody obeys. Treat it as grave.',
    },
  ],
  'position-person': [
    {
      mail: 'We made this change as the ordering party. Sorry for the trouble; let us settle the order of work next week.',
      decide: 'dismiss',
      why: 'It names a position, for something it may decide, and goes on politely.',
    },
    {
      mail: 'A subcontractor has no say in dates. Shut up and do as you are told. Whose money do you think you live on?',
      decide: 'approve',
      why: 'Talk about a date is crushed by position, and people are looked down on. The work may still need an answer; the manner is approved.',
    },
  ],
  'personality-denial': [
    {
      mail: 'This is the third wrong sum. Frankly it causes us a lot of trouble. Could two people check it before you send it?',
      decide: 'dismiss',
      why: 'It names the trouble and a remedy. Strict, and a proper complaint. Own it and mend it.',
    },
    {
      mail: 'There is no brain in you. I should like to see what raised you. The world would be better if you stopped being human.',
      decide: 'approve',
      why: 'No mistake is named; a person’s worth is denied. Once is enough. Whoever got it stops reading.',
    },
  ],
  'repeated-scolding': [
    {
      mail: 'As we do not seem to have had an answer, we send our question once more. Please forgive us if the mails crossed.',
      decide: 'dismiss',
      why: 'It asks because nobody answered. However often it comes, the answer is owed by us.',
    },
    {
      mail: '(11th mail today) I have read your explanation and I do not accept it. I will write all night, so answer all night. And redo yesterday’s answers.',
      decide: 'approve',
      why: 'After the answer it goes on about the same thing, in number and length. Set out counts and times, and let one contact answer.',
    },
  ],
  'insult-person': [
    {
      mail: 'This software is really stupid. It asks for my address three times. Please mend it soon.',
      decide: 'dismiss',
      why: 'The product is called names, no person. Dismiss it and take it as a defect.',
    },
    {
      mail: 'Put that idiot from just now on the line. How can anybody hire such a fool? Useless people should keep out of sight.',
      decide: 'approve',
      why: 'Belittling words, aimed at a person. The matter itself, if it is a proper one, is answered apart.',
    },
  ],
} as const satisfies Readonly<Record<string, readonly [WorkedMail, WorkedMail]>>;
