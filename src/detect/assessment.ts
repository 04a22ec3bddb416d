import type { PartId } from '../mail/index.ts';
import type { Brand } from '../util/brand.ts';
import type { JudgedLanguage } from './classifier/language.ts';

/** Of an entry of the dictionaries, as `apology.written`; made where they are loaded (`dictionary/schema.ts`). */
export type EntryId = Brand<string, 'EntryId'>;

/** The 18 prohibited acts of the declaration, in its order. */
export const ACTS = [
  'physical-violence',
  'sexual',
  'body-shaming',
  'intimidation-person',
  'position-person',
  'personality-denial',
  'repeated-scolding',
  'insult-person',
  'intimidation-company',
  'position-company',
  'insult-company',
  'apology-demand',
  'discount-demand',
  'hidden-subcontract',
  'summons',
  'free-work-or-rush',
  'privacy',
  'other',
] as const;
export type Act = (typeof ACTS)[number];

/** From harmless to pressing. `review` and `urgent` are flagged, `grey` and above are surfaced. */
export const BANDS = ['ordinary', 'grey', 'review', 'urgent'] as const;
export type Band = (typeof BANDS)[number];

/**
 * Whether a mail of this band is put before people as 要確認 or 至急.
 *
 * @example
 * isFlagged('grey') // → false
 */
export const isFlagged = (band: Band): boolean => band === 'review' || band === 'urgent';
/**
 * Whether a mail of this band becomes a case; its bytes are kept then.
 *
 * @example
 * isSurfaced('grey') // → true
 */
export const isSurfaced = (band: Band): boolean => band !== 'ordinary';

/** A band that an entry may ask for. */
export const ASKED_BANDS = ['grey', 'review', 'urgent'] as const satisfies readonly Band[];
export type AskedBand = (typeof ASKED_BANDS)[number];

/** An entry found at a span of a part, with what its surroundings make of it. */
export interface AssessedMatch {
  readonly entry: EntryId;
  readonly act: Act | null; // null for grammar: pressure, leverage, softener, reason …
  readonly part: PartId;
  readonly text: string; // as written
  readonly start: number; // UTF-16 units of the part
  readonly end: number;
  readonly meant: boolean; // false: its surroundings say otherwise (quoted, denied, spoken of …)
  readonly atLeast: AskedBand | null; // the band that it asks for here
  readonly strength: Strength | null; // null: not meant, or grammar
  readonly modifiers: readonly string[]; // ids of context rules that apply, and of what judging itself did to it
}

/**
 * What something would cause alone: `strong` reaches 要確認 or asks for it, `medium` reaches 微妙 or asks for it, `weak` neither.
 */
export const STRENGTHS = ['weak', 'medium', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Words as written, at a span of a part. */
export type Excerpt = Pick<AssessedMatch, 'part' | 'text' | 'start' | 'end'>;

/** Why the classifier says nothing about a mail: too few words, too few that it knows, or in no language that it knows. */
export type Abstention = 'short' | 'unknown' | 'language';

/** Log odds that a mail is harassment, as a sum: where one mail in fifty is. Each part may be shown, and they add up. */
export interface Odds {
  readonly base: number; // of a mail that says nothing
  readonly sentences: readonly SentenceOdds[]; // that say most for it, by falling odds
  readonly others: number; // what all other sentences add or take
  readonly dictionaries: number; // what the entries add or take, where they have a say
  readonly frequency: number; // what came before it
  readonly sum: number;
}

/** A sentence and what it adds to the log odds. */
export type SentenceOdds = Excerpt & { readonly odds: number };

/** What judged a mail: the classifier, or the dictionaries alone, and why. */
export type Judge =
  | { readonly by: 'classifier'; readonly version: string; readonly language?: JudgedLanguage } // absent: Japanese, when there was no other
  | { readonly by: 'dictionaries'; readonly why: Abstention | 'off'; readonly language?: JudgedLanguage };

/** The band below which an entry lets no mail fall, and the entry. */
export interface AtLeast {
  readonly band: AskedBand;
  readonly entry: EntryId;
  readonly calmed: boolean; // it asks for more, but mail and sentence are so unlikely that 微妙 is enough
}

/** The note of a mail of which its reader sees more than was judged. */
export const UNJUDGED = 'mail.unjudged';

/** Whether a mail is in no language that has a judge: its entries alone were looked for. */
export const isForeign = ({ judge }: Pick<Assessment, 'judge'>): boolean =>
  judge.by === 'dictionaries' && judge.why === 'language';

/** The whole result for one message. */
export interface Assessment {
  readonly format: typeof FORMAT;
  readonly band: Band;
  readonly probability: number; // 0 to 1, that it is harassment
  readonly odds: Odds;
  readonly judge: Judge;
  readonly atLeast: AtLeast | null;
  readonly grave: number; // probability that it is harassment of the gravest kind: a threat of violence or crime, or extreme
  readonly pressing: boolean; // 至急 once its probability flags it
  readonly unjudged: boolean; // its reader sees more than was judged, or nobody judges its language where that is asked for: at least 微妙
  readonly acts: readonly ActProbability[]; // that it is likely of, by falling probability
  /** Entries that tell of the writer's own death or of violence suffered: no harassment, and not to vanish. */
  readonly worry: readonly EntryId[];
  readonly matches: readonly AssessedMatch[]; // by part and start
  readonly notes: readonly string[]; // ids: mail.automatic, frequency.burst …
  readonly dictionary: string; // version
  readonly thresholds?: Thresholds; // of its mailbox, where that has its own
  readonly file?: string; // the attachment whose words were judged; absent: the mail's own
}

/** From which probability on a mail is 微妙 and 要確認. */
export interface Thresholds {
  readonly grey: number;
  readonly review: number;
}

/** Of assessments since their band comes from one probability. */
export const FORMAT = 2;

export interface ActProbability {
  readonly act: Act;
  readonly probability: number; // 0 to 1
}

/** Whether a mail is put before people: by its band, or because it is a worry. */
export const isShown = ({ band, worry }: Pick<Assessment, 'band' | 'worry'>): boolean =>
  isSurfaced(band) || worry.length > 0;

/** Whether what was read of a mail is reason enough by itself; that a part of it was not read is none. */
export const hasFound = ({ band, worry, atLeast }: Pick<Assessment, 'band' | 'worry' | 'atLeast'>): boolean =>
  isFlagged(band) || atLeast !== null || worry.length > 0;

/** The acts of all matches, each once, also of those that are not meant. */
export const actsFound = ({ matches }: Pick<Assessment, 'matches'>): Act[] => [
  ...new Set(matches.flatMap(({ act }) => act ?? [])),
];

/** An earlier mail of the same thread or sender, as a verdict remembers it. */
export interface EarlierMail {
  readonly at: Date;
  readonly direction: 'in' | 'sent';
  readonly sameThread: boolean;
  readonly sameSender: boolean;
  readonly band: Band;
  readonly entries: readonly EntryId[];
  readonly characters: number; // length of own text
}

/** A reply by the company: of it only the time is remembered. */
export const answerAt = (at: Date): EarlierMail => ({
  at,
  direction: 'sent',
  sameThread: true,
  sameSender: false,
  band: 'ordinary',
  entries: [],
  characters: 0,
});

/** Oldest first; dismissed mails are left out. */
export type History = readonly EarlierMail[];
