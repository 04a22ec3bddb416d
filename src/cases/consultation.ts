import type { CaseStatus } from './status.ts';

/** How something reached the person who hands it in. */
export const CHANNELS = ['mail', 'phone', 'visit', 'sns', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

/** About when on its day something happened, by whoever does not know the hour; `day`: some time on it. */
export const DAY_PARTS = ['morning', 'afternoon', 'evening', 'night', 'day'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** The hour that stands for a part of a day, so that it can be put in order. */
export const HOUR_OF: Readonly<Record<DayPart, number>> = { day: 0, morning: 9, afternoon: 14, evening: 18, night: 21 };

/** What was written to a consultation later: by whoever handed it in, or to them. */
export interface ConsultationNote {
  readonly author: 'reporter' | 'answerer';
  readonly by: string; // name of who answers; '' of the reporter
  readonly words: string;
  readonly at: Date;
}

/** What someone handed in. Every text is their own words. */
export interface Consultation {
  readonly id: string;
  readonly reporter: string; // name, as shown when it was handed in
  readonly channel: Channel;
  readonly confidential: boolean; // for the consultation desk alone
  readonly happenedAt: Date | null; // null: a mail says so itself
  readonly happenedAbout: DayPart | null; // null: at that minute
  readonly otherSide: string; // '' when unknown
  readonly words: string; // may be '' with a mail
  readonly wish: string; // '' when none was named
  readonly handedInAt: Date;
  readonly seenAt: Date | null; // when someone who decides first looked at it
  readonly notes: readonly ConsultationNote[]; // written later, oldest first
}

/** Where a consultation stands, as its reporter is told: never what was decided, nor by whom. */
export type ConsultationProgress = 'received' | 'looking' | 'done';

/**
 * Where a consultation stands, as whoever handed it in is told.
 *
 * @example
 * progressOf('open', null) // → 'received'
 */
export function progressOf(status: CaseStatus, seenAt: Date | null): ConsultationProgress {
  if (status !== 'open') return 'done';
  return seenAt === null ? 'received' : 'looking';
}

/** Says of a mail that it holds the words and files of an incident, and is nobody's mail. */
export const INCIDENT_HEADER = 'X-Komainu-Incident';

/**
 * Whether decisions about a case may teach dictionaries. The words of an incident are those of whoever was hurt, who tells what was said:
 * an entry that matches there is neither right nor wrong about what customers write.
 */
export const teaches = ({
  report,
  merging,
}: {
  readonly report: Pick<Consultation, 'channel'> | null;
  readonly merging: { readonly parts: readonly { readonly report: Pick<Consultation, 'channel'> | null }[] };
}): boolean =>
  [report, ...merging.parts.map((part) => part.report)].every((one) => one === null || one.channel === 'mail');

/** At what time the words of an incident are judged to have been said: the hour counts. Noon of a day of which nobody knows more. */
export function saidAt(
  { happenedAt, happenedAbout }: Pick<Consultation, 'happenedAt' | 'happenedAbout'>,
  now: Date,
): Date {
  if (happenedAt === null) return now;
  const at = happenedAbout === 'day' ? new Date(happenedAt.getTime() + NOON_MS) : happenedAt;
  return at < now ? at : now;
}

const NOON_MS = 12 * 3_600_000;
