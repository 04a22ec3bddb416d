import { TOPICS, type Topic } from '../config/index.ts';
import type { Channel } from './channel.ts';
import { type Message, type News, toMessage } from './message.ts';
import { NotifyError } from './problem.ts';

/** What is to be told, and what was told: kept in the store, so that a crash repeats a message at worst. */
export interface NewsBook {
  /** Ids of open cases a channel has not been told of: urgent ones, or those flagged before a time. */
  casesToTell(
    channel: string,
    which: { readonly kind: 'urgent' } | { readonly kind: 'digest'; readonly before: Date },
  ): Promise<readonly string[]>;
  /** Cases on which somebody should ask by a day, and of which a channel does not know. */
  careToTell(channel: string, by: Date): Promise<readonly (News & { readonly kind: 'care' })[]>;
  /** Clocks of which a channel does not know: of those that people are told of at once, or of the others up to a time. */
  clocksToTell(
    channel: string,
    which: { readonly pressing: boolean; readonly by: Date; readonly now: Date },
  ): Promise<readonly (News & { readonly kind: 'reminder' | 'late' })[]>;
  /** Answers that are due by the day of a moment or soon, and of which a channel does not know. */
  dueToTell(channel: string, at: Date): Promise<readonly (News & { readonly kind: 'due' })[]>;
  /** Facts that were added to decided cases before a time, likewise. */
  addedToTell(channel: string, before: Date): Promise<readonly (News & { readonly kind: 'added' })[]>;
  /** Mails that wait for the consultation desk since before a time, likewise. */
  heldToTell(channel: string, before: Date): Promise<readonly (News & { readonly kind: 'held' })[]>;
  alarmsToTell(channel: string): Promise<readonly (News & { readonly kind: 'alarm' })[]>;
  /** Where the audit log ends, unless the channel was told today (UTC). */
  auditEndToTell(channel: string, now: Date): Promise<readonly (News & { readonly kind: 'audit' })[]>;
  told(channel: string, news: News, at: Date): Promise<void>;
  /** How the channel is; null when well. */
  trouble(channel: string, sentence: string | null, at: Date): Promise<void>;
}

export interface TellerDeps {
  readonly channels: readonly Channel[];
  readonly book: NewsBook;
  readonly url: string;
  readonly lastDigest: (now: Date) => Date;
  readonly onFailure: (channel: string) => void;
}

const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** Tells each channel what it does not know yet. A channel that fails is left alone for a while, ever longer. */
export function createNotifier({ channels, book, url, lastDigest, onFailure }: TellerDeps) {
  const pauses = new Map<string, { readonly until: number; readonly ms: number }>();
  const noted = new Map<string, string | null>(); // the trouble of each channel as the book has it

  async function note(channel: string, trouble: string | null, now: Date): Promise<void> {
    if (noted.get(channel) === trouble) return;
    await book.trouble(channel, trouble, now);
    noted.set(channel, trouble);
  }

  async function newsAbout(topic: Topic, channel: string, now: Date): Promise<readonly News[]> {
    switch (topic) {
      case 'urgent':
        return [
          ...together('urgent', await book.casesToTell(channel, { kind: 'urgent' })),
          ...(await book.clocksToTell(channel, { pressing: true, by: now, now })),
        ];
      case 'digest':
        return [
          ...together('digest', await book.casesToTell(channel, { kind: 'digest', before: lastDigest(now) })),
          ...(await book.clocksToTell(channel, { pressing: false, by: lastDigest(now), now })),
          ...(await book.dueToTell(channel, lastDigest(now))),
          ...(await book.addedToTell(channel, lastDigest(now))),
          ...(await book.heldToTell(channel, lastDigest(now))),
        ];
      case 'care':
        return book.careToTell(channel, lastDigest(now));
      case 'alarms':
        return book.alarmsToTell(channel);
      case 'audit':
        return book.auditEndToTell(channel, now);
    }
  }

  /** @returns false when it could not be reached */
  async function tellOne(channel: Channel, now: Date): Promise<boolean> {
    try {
      for (const topic of TOPICS.filter((one) => channel.about.includes(one))) {
        // One topic after the other: what was told as urgent is no news for the digest.
        for (const news of await newsAbout(topic, channel.name, now)) {
          await channel.send(toMessage(news, url));
          await book.told(channel.name, news, now);
        }
      }
      pauses.delete(channel.name);
      await note(channel.name, null, now);
      return true;
    } catch (error) {
      if (!(error instanceof NotifyError)) throw error;
      const ms = Math.min((pauses.get(channel.name)?.ms ?? FIRST_PAUSE_MS / 2) * 2, LONGEST_PAUSE_MS);
      pauses.set(channel.name, { until: now.getTime() + ms, ms });
      await note(channel.name, error.message, now);
      onFailure(channel.name);
      return false;
    }
  }

  /**
   * One round over all channels, side by side: a slow one keeps no other waiting. Rejects when the store is away.
   *
   * @returns false when one of them could not be reached
   */
  return async function tell(now: Date): Promise<boolean> {
    const due = channels.filter(({ name }) => (pauses.get(name)?.until ?? 0) <= now.getTime());
    return (await Promise.all(due.map((channel) => tellOne(channel, now)))).every((reached) => reached);
  };
}

const together = (kind: 'urgent' | 'digest', cases: readonly string[]): News[] =>
  cases.length === 0 ? [] : [{ kind, key: cases.join(' '), cases }];

/** A message that says only that it arrived. @throws NotifyError when it did not. */
export const sendTest = (channel: Channel, url: string, at: Date): Promise<void> =>
  channel.send(toMessage({ kind: 'test', key: at.toISOString() }, url) satisfies Message);
