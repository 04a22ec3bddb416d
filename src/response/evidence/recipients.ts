/** To whom evidence of a case may be handed. */
export const RECIPIENTS = ['lawyer', 'police', 'labour-office', 'prefecture', 'court', 'company'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** What it is handed over for: advice, a claim, a report of an offence, an inspection, notice to the company behind the sender. */
export const PURPOSES = ['advice', 'claim', 'report', 'inspection', 'notice'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a pack may hold beside its description. */
export const CONTENTS = [
  'mails', // when each arrived, how long it is, its hash: no text
  'originals', // the bytes as they were received
  'headers', // of the originals, to be read without a mail program
  'redacted', // texts as a copy in which third parties are covered
  'consultation', // what an employee handed in
  'assessment', // what dictionaries and classifier found
  'decisions',
  'care', // which points were seen to and when, never a note
  'custody', // who saw, saved and handed over
] as const;
export type Content = (typeof CONTENTS)[number];

/** How much of a decision is told: everything; what was found, without notes; only that and when it was. */
export type DecisionDetail = 'whole' | 'finding' | 'outcome';

/** What a recipient is given. */
export interface Share {
  readonly purposes: readonly Purpose[];
  /** `if-redacting`: where somebody names words to cover. */
  readonly contents: Readonly<Partial<Record<Content, true | 'if-redacting'>>>;
  readonly decisions: DecisionDetail;
  readonly staffNames: boolean;
  readonly packsOfOthers: boolean; // to whom else a pack went, and what for
  readonly inDanger: boolean; // helps against danger, so that a pack may go there before the care list is done
}

/**
 * Who sees what. The lawyer stands on our side; police and prefecture judge the mails; the labour office judges what we did for
 * our own people; a court judges both; the company behind the sender is told what concerns it, in a copy.
 */
export const SHARES: Readonly<Record<Recipient, Share>> = {
  lawyer: {
    purposes: ['advice', 'claim', 'report', 'notice'],
    contents: {
      mails: true,
      originals: true,
      headers: true,
      redacted: 'if-redacting',
      consultation: true,
      assessment: true,
      decisions: true,
      care: true,
      custody: true,
    },
    decisions: 'whole',
    staffNames: true,
    packsOfOthers: true,
    inDanger: true,
  },
  police: {
    purposes: ['advice', 'report'],
    contents: {
      mails: true,
      originals: true,
      headers: true,
      redacted: 'if-redacting',
      consultation: true,
      decisions: true,
      custody: true,
    },
    decisions: 'finding',
    staffNames: true,
    packsOfOthers: false,
    inDanger: true,
  },
  'labour-office': {
    purposes: ['advice', 'inspection'],
    contents: { mails: true, decisions: true, care: true },
    decisions: 'finding',
    staffNames: false,
    packsOfOthers: false,
    inDanger: false,
  },
  prefecture: {
    purposes: ['advice', 'report', 'inspection'],
    contents: { mails: true, originals: true, headers: true, redacted: 'if-redacting', decisions: true, custody: true },
    decisions: 'finding',
    staffNames: true,
    packsOfOthers: false,
    inDanger: false,
  },
  court: {
    purposes: ['claim'],
    contents: {
      mails: true,
      originals: true,
      headers: true,
      redacted: 'if-redacting',
      consultation: true,
      decisions: true,
      care: true,
      custody: true,
    },
    decisions: 'finding',
    staffNames: true,
    packsOfOthers: false,
    inDanger: false,
  },
  company: {
    purposes: ['notice'],
    contents: { mails: true, redacted: true, decisions: true },
    decisions: 'outcome',
    staffNames: false,
    packsOfOthers: false,
    inDanger: false,
  },
};

/**
 * Whether a recipient is given such a thing.
 *
 * @example
 * isShared('company', 'originals', true) // → false
 */
export function isShared(recipient: Recipient, content: Content, redacting: boolean): boolean {
  const shared = SHARES[recipient].contents[content];
  return shared === true || (shared === 'if-redacting' && redacting);
}

/**
 * Whether evidence may be handed to a recipient for a purpose.
 *
 * @example
 * suits('company', 'claim') // → false
 */
export const suits = (recipient: Recipient, purpose: Purpose): boolean => SHARES[recipient].purposes.includes(purpose);
