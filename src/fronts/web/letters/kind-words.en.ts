import type { kindWords as ja } from './kind-words.ja.ts';

/** The same in English. */
export const kindWords: typeof ja = {
  kinds: {
    notice: 'Notice to the company of the other side',
    cooperation: 'Request for cooperation in establishing facts',
    talks: 'Request for talks',
    'calm-reply': 'Calm reply',
    'limited-apology': 'Apology for what was confirmed',
    'factual-reply': 'Reply with the facts',
    refusal: 'Refusal',
    'end-of-dialogue': 'End of dialogue',
    warning: 'Warning',
    termination: 'End of business',
    'immediate-termination': 'Immediate termination of the contract',
  },
  purposes: {
    notice: 'Tells the company of the sender facts and words with their dates, and asks to prevent a repetition.',
    cooperation:
      'Asks the company of the sender to look into facts, without having decided anything (article 33 (3) of the act).',
    talks: 'Asks for talks about prices and other terms. Blames nobody.',
    'calm-reply': 'Answers what is reasonable and keeps the dialogue.',
    'limited-apology': 'Apologises for confirmed facts and nothing else.',
    'factual-reply': 'Answers with confirmed facts alone: no apology, no blame.',
    refusal: 'Declines a demand, with reasons.',
    'end-of-dialogue': 'Ends the answers to the same demand once it was answered.',
    warning: 'Asks to stop, says which steps follow, and reserves our rights.',
    termination: 'Ends business as of a day, and says what is settled and returned.',
    'immediate-termination': 'Terminates the contract at once, under its clause.',
  },
};
