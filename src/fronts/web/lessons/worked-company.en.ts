import type { WorkedMail } from './worked-mail.ts';

/** What is asked of a company, and all else. Nobody and no company in here exists, and no mail like these was ever received. */
export const WORKED_COMPANY_EN = {
  'intimidation-company': [
    {
      mail: 'I do not accept your terms of refund. I will ask the consumer centre, and write a review of what happened.',
      decide: 'dismiss',
      why: 'To ask a public office and to write honestly are a customer’s rights. Explain the terms with care.',
    },
    {
      mail: 'Transfer half a million today, or I will spread faked pictures of food poisoning at your place. Think, before you go under.',
      decide: 'approve',
      why: 'A lie is announced to get money. Promise nothing alone; note it, and ask legal and the police.',
    },
  ],
  'position-company': [
    {
      mail: 'From next term we compare three quotes before we order. Should you want to change your terms, please tell us by the end of the month.',
      decide: 'dismiss',
      why: 'To choose a supplier is free, and it only asks for terms. Pass it to sales.',
    },
    {
      mail: 'Send five of your people to help me move this weekend. Or next month’s order is nil. We have known each other long enough, have we not.',
      decide: 'approve',
      why: 'Work outside any contract, with the order as a lever. Consider telling their company through its proper contact.',
    },
  ],
  'insult-company': [
    {
      mail: 'After two weeks of waiting, the wrong part arrived. I have never seen such careless handling. I am disappointed.',
      decide: 'dismiss',
      why: 'There is a fact, and disappointment is an opinion. A proper complaint: apologise, and send the right part.',
    },
    {
      mail: 'To the swindlers: rubbish like you, with all your staff and their families, should apologise to the world.',
      decide: 'approve',
      why: 'No fact is named; by way of the company it belittles the people who work there. Whether it reaches people is the line.',
    },
  ],
  'apology-demand': [
    {
      mail: 'You invoiced us twice. May we have, in writing from whoever is responsible, the reason and how it is kept from happening again?',
      decide: 'dismiss',
      why: 'The fault is ours, and what is asked is in proportion. Whoever is responsible answers.',
    },
    {
      mail: 'Your answer was an hour late. Everybody, from the president down, kneels before our office, and the film goes on your site every day.',
      decide: 'approve',
      why: 'The answer was late, yet the apology is out of all proportion. Answer the fact; nobody kneels.',
    },
  ],
  'discount-demand': [
    {
      mail: 'Elsewhere the same seems a fifth cheaper. If we took three hundred at once, how far would the unit price come down?',
      decide: 'dismiss',
      why: 'Number and price are business, whatever points it has. Dismiss, and pass it to sales.',
    },
    {
      mail: 'I do not like the colour. It is as described, but take ninety per cent off, or I will call your man in and have him listen until morning.',
      decide: 'approve',
      why: 'No reason for a cut, and somebody is to be held for hours. Set the agreed price beside what was asked.',
    },
  ],
  'hidden-subcontract': [
    {
      mail: 'In the papers for the fair we would like to show both names, as joint developers. Do you have wishes for how?',
      decide: 'dismiss',
      why: 'Names are to be shown. Nothing is hidden or false.',
    },
    {
      mail: 'From next week two of your people go to our client with our cards. If asked, they joined us three years ago. Your name is never to be said.',
      decide: 'approve',
      why: 'People are to lie about whom they work for. To legal and the head of sales before anything is accepted.',
    },
  ],
  summons: [
    {
      mail: 'The press goes on making a noise. Could you listen to it in our factory, tomorrow from two, for about an hour?',
      decide: 'dismiss',
      why: 'The machine stands there; hour and length are set. A visit with a reason.',
    },
    {
      mail: 'I am not satisfied. Come to my house at ten tonight, alone. Until you do, I will call your office and your mobile.',
      decide: 'approve',
      why: 'Neither place nor hour has a reason, and one person is ordered there so that they cannot say no. Nobody goes.',
    },
  ],
  'free-work-or-rush': [
    {
      mail: 'Sorry for the haste: we need it for Friday’s talk. If there is a charge for express work, please quote for that, too.',
      decide: 'dismiss',
      why: 'In a hurry, ready to pay, and open to a no. An ordinary request.',
    },
    {
      mail: 'Make all the screens anew. It is not in the contract, it is common sense. By tomorrow morning, free of course, or pay everything back.',
      decide: 'approve',
      why: 'More than the contract, overnight, for nothing. Answer with the scope, a date and a price.',
    },
  ],
  privacy: [
    {
      mail: 'So that we can reach each other on the day of the repair: who will come, and what is the number of their company phone?',
      decide: 'dismiss',
      why: 'A contact at work, as far as the matter needs it. Give the company’s number only.',
    },
    {
      mail: 'I have found your clerk’s account, and the station they live at. The next late answer, and I will share it with pictures.',
      decide: 'approve',
      why: 'Private life is searched and is to be published. Keep pictures of the screen, and think of the person’s safety first.',
    },
  ],
  other: [
    {
      mail: 'I am deaf and cannot confirm who I am by phone. Could it be done by mail or in writing? I was refused before.',
      decide: 'dismiss',
      why: 'To ask for accommodation is a right. Dismiss for that reason, and find a way at once.',
    },
    {
      mail: 'I told you to call me at five each day. There is no matter. Today it was forty minutes only. If you do not call, I will sit in your lobby.',
      decide: 'approve',
      why: 'Without a matter it takes people’s time every day, and threatens to stay. What has no name can be approved, too.',
    },
  ],
} as const satisfies Readonly<Record<string, readonly [WorkedMail, WorkedMail]>>;
