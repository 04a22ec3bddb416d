import type { EarlierMail, History } from '../assessment.ts';
import type { Scoring } from '../dictionary/index.ts';
import { isRestTime } from './rest-time.ts';

/** What makes a mail likelier by how often and when its sender wrote; ids that the explanation puts into words. */
export type FrequencySign = 'repeat-after-answer' | 'repeat' | 'burst' | 'rest-time' | 'long';

export interface Frequency {
  readonly odds: number; // log odds
  readonly signs: readonly FrequencySign[];
}

export interface Present {
  readonly at: Date;
  readonly timeZone: string;
  readonly demands: ReadonlySet<string>; // entry ids of demands and expressions found in this mail
  readonly characters: number;
}

const DAY_MS = 86_400_000;

/**
 * How often and when the same thing was asked, from the verdicts on earlier mails of this thread and sender; older ones
 * count less. Without earlier mails it is 0: one angry mail is no frequency.
 */
export function assessFrequency(present: Present, history: History, frequency: Scoring['frequency']): Frequency {
  const incoming = history.filter(({ direction }) => direction === 'in');
  if (incoming.length === 0) return { odds: 0, signs: [] };
  const age = (mail: EarlierMail) => Math.max(0, present.at.getTime() - mail.at.getTime()) / DAY_MS;
  const decay = (mail: EarlierMail) => 0.5 ** (age(mail) / frequency.halfLifeDays);
  const odds = new Map<FrequencySign, number>();
  const add = (sign: FrequencySign, value: number) => value > 0 && odds.set(sign, (odds.get(sign) ?? 0) + value);

  for (const mail of incoming) {
    if (!mail.entries.some((entry) => present.demands.has(entry))) continue;
    const answered = history.some(({ direction, at }) => direction === 'sent' && at > mail.at && at < present.at);
    if (answered) add('repeat-after-answer', frequency.repeat * decay(mail));
    else add('repeat', frequency.unanswered * decay(mail));
  }
  const today = incoming.filter((mail) => age(mail) < 1).length + 1;
  add('burst', frequency.burst * (today - frequency.calmPerDay));
  if (isRestTime(present.at, present.timeZone)) {
    const resting = incoming.filter(({ at }) => isRestTime(at, present.timeZone));
    if (resting.length > 1) add('rest-time', frequency.night * resting.reduce((sum, mail) => sum + decay(mail), -1));
  }
  if (present.characters >= frequency.longText && incoming.some(({ characters }) => characters >= frequency.longText))
    add('long', frequency.long);
  const sum = [...odds.values()].reduce((total, value) => total + value, 0);
  return { odds: Math.round(Math.min(sum, frequency.cap) * 100) / 100, signs: [...odds.keys()] };
}
