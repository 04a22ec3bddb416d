import type { CaseStatus } from '../../cases/index.ts';

/**
 * Letters to the other side. `notice` and `cooperation` go to the company of whoever wrote, which the statute asks to cooperate
 * (§33(3)); `talks` asks for talks about price and terms; the next five answer the writer and keep what is reasonable going; the last three are the steps of
 * the ladder.
 */
export const LETTER_KINDS = [
  'notice',
  'cooperation',
  'talks',
  'calm-reply',
  'limited-apology',
  'factual-reply',
  'refusal',
  'end-of-dialogue',
  'warning',
  'termination',
  'immediate-termination',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Those that find nothing: they ask, answer or apologise, whatever is decided about the case. */
const NEUTRAL: ReadonlySet<LetterKind> = new Set([
  'cooperation',
  'talks',
  'calm-reply',
  'limited-apology',
  'factual-reply',
]);

/** Those by which a complaint is answered in which nothing was found, the first of them first. */
const TO_COMPLAINTS: readonly LetterKind[] = ['factual-reply', 'limited-apology'];

/**
 * Whether a letter stands on the approval of its case.
 *
 * @example
 * standsOnApproval('cooperation') // → false
 */
export const standsOnApproval = (kind: LetterKind): boolean => !NEUTRAL.has(kind);

/**
 * The kinds that a case of this status has: every kind once it was approved; else those that find nothing, and of a dismissed one first those that answer
 * a complaint.
 *
 * @example
 * kindsAt('dismissed')[0] // → 'factual-reply'
 */
export function kindsAt(status: CaseStatus): readonly LetterKind[] {
  if (status === 'approved') return LETTER_KINDS;
  const neutral = LETTER_KINDS.filter((kind) => NEUTRAL.has(kind));
  if (status === 'open') return neutral;
  return [...TO_COMPLAINTS, ...neutral.filter((kind) => !TO_COMPLAINTS.includes(kind))];
}

export const LETTER_LANGUAGES = ['ja', 'en'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** What stands between several things that a letter names. */
export const LISTED: Readonly<Record<LetterLanguage, string>> = { ja: '、', en: '; ' };

/** What a letter is made of, beside its template. */
export const LETTER_FIELDS = [
  'date',
  'recipient',
  'sender',
  'company', // our own name
  'case', // its number, by which the other side may refer to it
  'contact',
  'acts', // labels of what was found, those that whoever drafts it chose
  'staff', // who dealt with them: by name only where they agree, else by role and day
  'facts',
  'quotes',
  'demand', // what the other side asked for
  'answer', // what we say to that
  'request', // what we ask of them
  'reply-by',
  'effective', // from which day
  'clause', // of the contract, with its document and date
  'rule', // by which a step was decided, with its version and day; only where it is older than the case
] as const;
export type LetterField = (typeof LETTER_FIELDS)[number];

/** Those that a person writes; the others come from the case, the company and the register of counterparties. */
export const WRITTEN_FIELDS = [
  'recipient',
  'sender',
  'contact',
  'staff',
  'facts',
  'demand',
  'answer',
  'request',
] as const;
export type WrittenField = (typeof WRITTEN_FIELDS)[number];

/** Those for which a person chooses a day. */
export const DAY_FIELDS = ['date', 'reply-by', 'effective'] as const;
export type DayField = (typeof DAY_FIELDS)[number];

interface LetterPlan {
  readonly needs: readonly LetterField[]; // the template has a place for each, and none stays empty
  readonly may: readonly LetterField[];
}

const EVERY = { needs: ['date', 'recipient', 'sender'], may: ['company', 'case', 'contact', 'acts'] } as const;

const OWN: Readonly<Record<LetterKind, LetterPlan>> = {
  notice: { needs: ['quotes', 'request'], may: ['staff', 'facts', 'reply-by'] },
  cooperation: { needs: ['quotes', 'request', 'reply-by'], may: ['staff', 'facts'] },
  talks: { needs: ['request', 'reply-by'], may: ['facts', 'demand'] },
  'calm-reply': { needs: ['demand', 'answer'], may: ['quotes', 'reply-by'] },
  'limited-apology': { needs: ['facts', 'answer'], may: ['demand'] },
  'factual-reply': { needs: ['facts'], may: ['demand', 'answer'] },
  refusal: { needs: ['demand', 'answer'], may: ['facts', 'quotes'] },
  'end-of-dialogue': { needs: ['demand', 'answer'], may: ['facts', 'quotes', 'reply-by'] },
  warning: { needs: ['quotes', 'request'], may: ['staff', 'facts', 'reply-by', 'rule'] },
  termination: { needs: ['quotes', 'effective'], may: ['staff', 'facts', 'clause', 'reply-by', 'rule'] },
  'immediate-termination': { needs: ['quotes', 'clause', 'effective'], may: ['staff', 'facts', 'reply-by', 'rule'] },
};

/**
 * What a kind of letter needs and may have.
 *
 * @example
 * planOf('immediate-termination').needs.includes('clause') // → true
 */
export const planOf = (kind: LetterKind): LetterPlan => ({
  needs: [...EVERY.needs, ...OWN[kind].needs],
  may: [...EVERY.may, ...OWN[kind].may],
});

/**
 * Whether a letter of this kind has such a field at all.
 *
 * @example
 * hasField('calm-reply', 'clause') // → false
 */
export const hasField = (kind: LetterKind, field: LetterField): boolean => {
  const { needs, may } = planOf(kind);
  return needs.includes(field) || may.includes(field);
};
