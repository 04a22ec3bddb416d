import type { forLawyers as ja } from './for-lawyers.ja.ts';

/** The same in English. */
export const forLawyers: typeof ja = {
  lawyer:
    'The shipped templates are samples, not legal advice. Have a lawyer look at warning, end of dialogue, end of business and termination before you use them: above all at the provision of the contract, the day it takes effect, what is settled and returned, the rights that are reserved, and whether conduct is named.',
  look: 'What a lawyer looks at',
  looks: {
    notice:
      'Whether the company may be told so much, and whether labels and quotes could harm the name of whoever is meant.',
    cooperation: 'How the law is put, and whether anybody is judged already.',
    talks:
      'The reasons given for talks and the papers offered, whether a law is named, and whether a duty is taken for granted.',
    'calm-reply': 'Whether it promises or admits something.',
    'limited-apology':
      'Whether it apologises for confirmed facts alone, and admits neither liability nor compensation.',
    'factual-reply':
      'Whether every fact was confirmed, and no cause, liability, promise or information about others came in with it.',
    refusal: 'Whether there is a duty to serve by contract or law, and how the reasons are put.',
    'end-of-dialogue':
      'Whether statutory claims (cancellation, conformity, disclosure) stay open, and how objections are taken.',
    warning:
      'Whether conduct is named, whether what comes next fits rules and contract, and the rights that are reserved.',
    termination:
      'The provision of the contract, the period of notice, any duty to serve; what is settled, returned and kept secret.',
    'immediate-termination':
      'Whether the facts meet the provision and no demand has to come before; the day of effect, the settlement, the damages reserved.',
  },
};
