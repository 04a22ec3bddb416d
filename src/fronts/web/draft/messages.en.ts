import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  draft: {
    title: 'Check a draft before sending it',
    lead: 'Paste what you are about to send to a partner or a customer: it is read as mails that come in are, and shows which words may hurt, and why. This page is there so that we ourselves do not harass anyone.',
    kept: 'Neither text nor result is stored, and no log nor the audit log keeps anything of it, not even who checked. You may leave names out.',
    result: {
      ordinary: 'Nothing was found. Read it once more as whoever gets it, and send it.',
      grey: 'Some words may hurt, depending on how they are taken.',
      review:
        'If the same text came in, a person would be asked to look at it. Have somebody else read it before you send it.',
      urgent:
        'If the same text came in, it would count as urgent. Do not send it; talk to your manager or to the consultation desk.',
    },
    hints: [
      'Keep what you ask for (what, by when, why) apart from how you feel.',
      'Write about facts and what they cause, not about persons.',
      'Do not use position or future business to ask for what is not in the contract.',
    ],
    hintsTitle: 'When you write it anew',
    limit: 'It does not find everything: that nothing was found proves nothing.',
  },
};
