import type { PartId } from '../mail/index.ts';
import type { Brand } from '../util/brand.ts';

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

/** An entry found at a span of a part, with what the surroundings did to its points. */
export interface AssessedMatch {
  readonly entry: EntryId;
  readonly act: Act | null; // null for grammar: pressure, leverage, softener, reason …
  readonly part: PartId;
  readonly text: string; // as written
  readonly start: number; // UTF-16 units of the part
  readonly end: number;
  readonly weight: number; // as the dictionary has it, 1 to 5
  readonly points: number; // what was counted
  readonly modifiers: readonly string[]; // ids of context rules that changed the points
}

/** Words as written, at a span of a part. */
export type Excerpt = Pick<AssessedMatch, 'part' | 'text' | 'start' | 'end'>;

/** Why the classifier says nothing about a mail: too few words, too few that it knows, or not Japanese. */
export type Abstention = 'short' | 'unknown' | 'language';

/** What the learned classifier made of a mail. */
export interface ClassifierOpinion {
  readonly probability: number; // 0 to 1
  readonly points: number; // what it added to the score, or took off
  readonly sentence: Excerpt | null; // what it reacted to most; null where it raised nothing
  readonly abstained: Abstention | null; // then it adds and takes nothing
}

export interface Axes {
  readonly demand: number;
  readonly manner: number;
  readonly frequency: number;
}

/** The band that a grave match holds whatever else is said, and the entry that holds it. */
export interface Floor {
  readonly band: Exclude<Band, 'ordinary'>;
  readonly entry: EntryId;
}

/** What the score is made of, beside what the classifier added or took. */
export interface Points {
  readonly dictionary: number;
  readonly frequency: number;
  readonly lifted: number; // up to the band that the dictionaries hold whatever the classifier takes
}

/** The modifier of a match whose entry is an apprentice: by itself it brings a mail to 微妙, and counts for nothing else. */
export const APPRENTICE = 'entry.apprentice';

/** Whether a match, also a stored one, was an apprentice's when it was found. */
export const isApprentice = ({ modifiers }: Pick<AssessedMatch, 'modifiers'>): boolean =>
  modifiers.includes(APPRENTICE);

/** The note of a mail that the classifier would have let go lower. */
export const OVERRULED = 'classifier.overruled';

/** The note of a mail of which its reader sees more than was judged. */
export const UNJUDGED = 'mail.unjudged';

/** The whole result for one message. Points are on the scale of `dictionaries/scoring.yaml`. */
export interface Assessment {
  readonly band: Band;
  readonly score: number;
  readonly points: Points;
  readonly floor: Floor | null;
  /** The band below which no threshold takes it: a floor, a grave match, a worry, what was not judged. Absent in those that were stored without it. */
  readonly held?: Band;
  readonly acts: readonly { readonly act: Act; readonly score: number }[]; // by falling score, zero left out
  readonly axes: Axes;
  readonly matches: readonly AssessedMatch[]; // by part and start
  readonly classifier: ClassifierOpinion | null; // null when switched off
  readonly notes: readonly string[]; // ids: guard.accommodation, cut.head-and-tail, automatic …
  readonly dictionary: string; // version
}

/** The acts of all matches, each once, also of those that did not count. */
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
