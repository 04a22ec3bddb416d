import type { Lesson } from './lesson.ts';

/** What is asked of a company, and all else. In the order of the declaration. Nobody and no company in here exists. */
export const COMPANY_EN = {
  'intimidation-company': {
    what: 'Making a company obey by a hint at harm to its name or its business.',
    counts: '“Pay everything back, or I will spread whatever I can think of.”',
    fine: '“I am going to write an honest review of what happened.”',
    why: 'To publish an honest opinion is free. To announce harm to get too much is a threat.',
    act: 'Note demand and threat as they are, promise nothing alone, hand over to your manager or legal.',
    check: {
      sentences: [
        '“Do as I say, or you are finished in this business.”',
        '“We give notice under article 5 of the contract.”',
      ],
      which: 0,
      because: 'Notice under a contract is a right.',
    },
  },
  'position-company': {
    what: 'Asking a company for what is not in the contract, with the end of business as a lever.',
    counts: '“Do it for free, or everything goes elsewhere next month.”',
    fine: '“For next term we will compare other suppliers, too.”',
    why: 'To choose a supplier is free. To use that as a lever for more than the contract has is not.',
    act: 'Set contract and demand side by side, and talk to the head of sales.',
    check: {
      sentences: [
        '“After comparing the quotes we will not order this time.”',
        '“Without us you are dead. Shut up and halve the price.”',
      ],
      which: 1,
      because: 'Not to order is a decision of business.',
    },
  },
  'insult-company': {
    what: 'Words that belittle the company; whether they harm the people who work there counts, too.',
    counts: '“A company like a gang of swindlers.”',
    fine: '“We are disappointed by how you dealt with this.”',
    why: 'To be disappointed is an opinion. What matters is whether belittling words hurt people.',
    act: 'Where a fact is named, answer it. Note the words; when they go on, tell your manager.',
    check: {
      sentences: ['“Garbage like you should go bankrupt.”', '“Your explanation came late and caused trouble.”'],
      which: 0,
      because: 'To name a delay is a proper complaint.',
    },
  },
  'apology-demand': {
    what: 'Asking for an apology without reason, for kneeling, or for letters beyond all measure.',
    counts: '“I will not forgive you until your president kneels.”',
    fine: '“Please explain how the wrong invoice came about, and apologise for it.”',
    why: 'Whether the fault is ours, and whether what is asked is in proportion.',
    act: 'Apologise for what is established, and for that only. Do not apologise for everything before it is clear.',
    check: {
      sentences: [
        '“Please tell us in writing how the delay came about.”',
        '“Send a letter of apology with everybody’s name each week.”',
      ],
      which: 1,
      because: 'To explain a delay is in proportion.',
    },
  },
  'discount-demand': {
    what: 'Pressing for a large cut of an agreed price without a reason.',
    counts: '“I do not like it. Eighty per cent off, or I will not pay.”',
    fine: '“Our budget is limited. Could you come down a little?”',
    why: 'To talk about a price is business. Pressure for a marked cut is not.',
    act: 'Note the agreed price, what was asked, and the reason. Promise nothing on the spot.',
    check: {
      sentences: [
        '“We pay half of the invoice. Complain, and we end the business.”',
        '“We order more; can we talk about the unit price?”',
      ],
      which: 0,
      because: 'Number and price are talked about in business. The other is a cut, forced by the end of business.',
    },
  },
  'hidden-subcontract': {
    what: 'Asking for work on the condition that our name is hidden and our people pass for somebody else’s.',
    counts: '“On site, say that you are our employees and use our cards.”',
    fine: '“The product is sold under our brand, as agreed in the contract.”',
    why: 'Whether a brand is used by agreement, or people have to lie about whom they work for.',
    act: 'Hand it to legal and the head of sales before accepting. Ask for the reason in writing.',
    check: {
      sentences: [
        '“Tell nobody your company’s name. You are my people now.”',
        '“Let us put both names on the document we made together.”',
      ],
      which: 0,
      because: 'It makes people lie about whom they work for.',
    },
  },
  summons: {
    what: 'Ordering somebody to a home, a restaurant or another place that is none of work.',
    counts: '“Come to my house now, alone, and apologise.”',
    fine: '“Could we talk next week, in a meeting room of yours or ours?”',
    why: 'Whether place and hour have a reason in the work, or nobody could say no.',
    act: 'Do not go alone. Ask what it is about, offer the office or a public place, and say when you will be back.',
    check: {
      sentences: [
        '“Could you look at the machine in our factory?”',
        '“Come to the café at eleven at night. I will call every day until you do.”',
      ],
      which: 1,
      because: 'The machine stands in the factory: there is a reason.',
    },
  },
  'free-work-or-rush': {
    what: 'Forcing free work or impossible dates that are not in the contract.',
    counts: '“More changes are service, of course. By tomorrow, for nothing.”',
    fine: '“Sorry for the haste: could it be done by Friday, and at what cost?”',
    why: 'A hurried request alone is none. Whether it is forced, for nothing.',
    act: 'Set the scope of the contract and what is asked side by side; answer with a date and a price.',
    check: {
      sentences: [
        '“Mend it today for free, all night if need be, or pay everything back.”',
        '“Please see whether the warranty covers it, and quote for the repair.”',
      ],
      which: 0,
      because: 'Warranty and quote are ordinary requests.',
    },
  },
  privacy: {
    what: 'Prying into addresses, families or pictures of somebody, or publishing them.',
    counts: '“Tell me where they live. I will find out anyway.”',
    fine: '“For later questions, may I have the name of whoever is in charge?”',
    why: 'Whether the matter needs it, or it enters private life.',
    act: 'Do not answer. Note what was asked or published before it vanishes, and hand it over.',
    check: {
      sentences: ['“I will post your face and your name.”', '“May I note the number of my request?”'],
      which: 0,
      because: 'The number is needed for the matter.',
    },
  },
  other: {
    what: 'What is none of the other acts may still harm people at work. What may only be perceived so can be asked about, too.',
    counts: 'Asking every day for hours of talk that has nothing to do with the matter',
    fine: 'Explaining once, at length, what is behind a request',
    why: 'Whether it goes beyond what the matter needs, and goes on.',
    act: 'You need no name for it. Say “please look at this”.',
    check: {
      sentences: [
        'A person with a disability asks to talk in writing',
        'Somebody orders private errands again and again, though it was declined',
      ],
      which: 1,
      because: 'To ask for accommodation is a right. Private errands are beyond work.',
    },
  },
} as const satisfies Readonly<Record<string, Lesson>>;
