import { many } from '../shell/many.ts';
import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  dictionaries: {
    back: 'Back to the dictionaries',
    title: 'Dictionaries',
    lead: 'The entries of the dictionaries and how many cases each found, among the cases that are kept. An entry that is often dismissed may be too wide; one that finds nothing for long may lack a phrase.',
    search: 'Entry, phrase, example',
    shared: 'Pressure, softeners, context … (shared)',
    order: 'Order',
    orders: { hits: 'Most cases', precision: 'Least often approved', last: 'Found lately' },
    count: (n) => `${many(n, 'entry', 'entries')}.`,
    countedAt: (time) => `Counted at ${time}.`,
    version: 'Version in use',
    none: 'No entry matches.',
    asks: (band) => `asks for ${band}`,
    reasonOnly: 'gives the reason, no more',
    quoted: (words) => `“${words}” `,
    andMore: 'and more ',
    sentence: (words, act, band) =>
      band === null
        ? `${words.trim()}: shown as the reason (${act}), no more`
        : `${words.trim()}: at least ${band} (${act})`,
    example: (text) => `e.g. ${text}`,
    roles: { demand: 'a demand (counts with pressure)', expression: 'counts by itself' },
    grammar: (group) => `Shared: ${group}`,
    context: (label) => `Context: ${label}`,
    cases: 'Cases',
    flagged: (n) => `(${n} flagged)`,
    misfires: 'Marked as misfired',
    last: 'Last case',
    never: 'none yet',
    uncounted: 'Not counted',
    uncountedWhy:
      'Pressure, softeners and contexts are no reason by themselves, and what they match is not written down: no word that tells of someone’s circumstances is kept.',
    phrases: 'Phrases',
    signs:
      '〔 ／ 〕 is one of several; … is up to 12 characters between; 〈 〉 is a word list, or the form of the word before it. Messages in dictionary form are found in all their forms.',
    aimed: 'Counts less where nobody is addressed nearby.',
    lists: 'Word lists',
    found: 'What it found',
    examples: 'Examples',
    mustMatch: 'Must match',
    mustNot: 'Must not match',
    note: 'Note',
    latest: 'Latest cases',
    noCases: 'This entry was found in no case.',
    casesClosed: 'Cases are seen by leads, reviewers and the consultation desk only.',
  },
  phrase: {
    nothing: 'nothing',
    onlyBefore: (options) => `[only before “${options}”]`,
    notBefore: (options) => `[not before “${options}”]`,
  },
  tryOut: {
    title: 'Try a text',
    lead: 'Judges a pasted text as a mail of a sender who never wrote before. Neither the text nor the result is stored or logged; the audit log says only that somebody tried.',
    subject: 'Subject (optional)',
    subjectPart: 'Subject',
    body: 'Text',
    bodyHint: (most) =>
      `Up to ${most.toLocaleString('en')} characters. Quotations and signatures are left out, as in a mail.`,
    submit: 'Judge it',
    subjectLong: (most) => `The subject may have ${most} characters. Please shorten it.`,
    bodyLong: (most, has) =>
      `The text may have ${most.toLocaleString('en')} characters and has ${has.toLocaleString('en')}. Paste only the part you want to try.`,
    empty: 'Paste the text you want to try.',
    busy: 'Other texts are being judged. Wait a moment and press the button again.',
    ended: 'It could not be judged in time. Shorten the text and try again.',
    result: 'Result',
    band: 'Band',
    probability: 'Probability',
    percent: (probability) => `${Number((probability * 100).toFixed(1))} %`,
  },
};
