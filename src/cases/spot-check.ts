import type { CaseMessage } from './reading.ts';

/** How near an ordinary mail comes to being surfaced, by its probability. Ids are stored. */
export const STRATA = ['none', 'some', 'near'] as const;
export type Stratum = (typeof STRATA)[number];

/** From which probability on a mail belongs to a stratum; where a site draws its line for 微妙 only changes how well this divides. */
const FROM = { some: 0.002, near: 0.01 } as const;

export const stratumOf = (probability: number): Stratum =>
  probability >= FROM.near ? 'near' : probability >= FROM.some ? 'some' : 'none';

/** How much likelier than a mail without any sign one of the others is kept: what was missed is mostly near. */
const LIKELIER: Readonly<Record<Stratum, number>> = { none: 1, some: 5, near: 25 };

/**
 * With which chance an ordinary mail of a stratum is kept to be read.
 *
 * @param oneIn of so many mails without any sign one is kept
 * @example
 * chanceOf('some', 200) // → 0.025
 * chanceOf('near', 10) // → 1
 */
export const chanceOf = (stratum: Stratum, oneIn: number): number => Math.min(1, LIKELIER[stratum] / oneIn);

/** What the configuration says of spot checks. */
export interface SpotSettings {
  readonly oneIn: number | null; // null: no mail is kept
  readonly days: number; // that its text is kept
  readonly readers: number; // of each mail: 1 or 2
  readonly perDay: number; // mails that one person reads at most
  readonly exceptSources: readonly string[];
}

/** The coin as it fell for a mail. That there is none of a mail means that it was never to be kept. */
export interface Toss {
  readonly stratum: Stratum;
  readonly chance: number; // with which it is kept
  readonly place: number; // 0 to 1: in this order mails are read, so that those that are read are a fair part of those that are kept
  readonly kept: boolean;
  readonly until: Date; // its text is kept
}

const DAY_MS = 86_400_000;

/**
 * Tosses the coin for a mail: equal for equal mails, whoever asks and how often, and nobody can foresee it who has no key.
 *
 * @param coin a keyed number of this mail and no other, 0 to 1, 1 not included
 */
export function tossFor(probability: number, coin: number, settings: SpotSettings & { oneIn: number }, at: Date): Toss {
  const stratum = stratumOf(probability);
  const chance = chanceOf(stratum, settings.oneIn);
  const until = new Date(at.getTime() + settings.days * DAY_MS);
  return { stratum, chance, place: (coin / chance) % 1, kept: coin < chance, until };
}

/** What people write over letters that are for one person's eyes. */
const PRIVATE_SUBJECT = /親展|私信|社外秘|部外秘|マル秘|[(（]秘[)）]|confidential|\bprivate\b/i;

/** Whether its sender marked a mail as private, in its subject or by `Sensitivity` (RFC 4021): such a mail is never kept to be read. */
export const isPrivate = ({ headers, subject }: Pick<CaseMessage, 'headers' | 'subject'>): boolean =>
  PRIVATE_SUBJECT.test(subject.normalize('NFKC')) ||
  headers.some(({ name, value }) => name.toLowerCase() === 'sensitivity' && !/^\s*(normal)?\s*$/i.test(value));

/** What a reader says of a mail: nothing to it, or a case to be looked at; or that it is not for them. */
export const SPOT_ANSWERS = ['fine', 'case', 'pass'] as const;
export type SpotAnswer = (typeof SPOT_ANSWERS)[number];
