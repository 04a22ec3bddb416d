import type { Config, Secrets } from '../config/index.ts';
import type { ReachableChannel } from '../fronts/shared/index.ts';
import { type Channel, NotifyError, openChannels, sendTest } from '../notify/index.ts';
import { channelHealth, noteChannelTrouble, noteTold, type Store } from '../store/index.ts';

export const channelsOf = ({ notify }: Config, { channels, smtpPassword }: Secrets): Channel[] =>
  openChannels(notify, (name) => channels.get(name) ?? { address: null, signing: null }, smtpPassword);

/** Names of those that are told what is urgent. */
export const urgentChannels = ({ notify }: Pick<Config, 'notify'>): string[] =>
  notify.channels.filter(({ about }) => about.includes('urgent')).map(({ name }) => name);

interface DeskChannelsDeps {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly store: Store;
}

/** The channels by which people are told, how each is, and a way to try one. */
export function reachableChannels({ config, secrets, store: { db } }: DeskChannelsDeps, url: string, now: () => Date) {
  return {
    async list(): Promise<ReachableChannel[]> {
      const health = new Map((await channelHealth(db)).map((one) => [one.name, one]));
      return config.notify.channels.map(({ name, kind, about }) => {
        const { trouble = null, troubleSince = null, lastToldAt = null } = health.get(name) ?? {};
        return { name, kind, trouble, troubleSince, lastToldAt, urgent: about.includes('urgent') };
      });
    },
    async test(name: string): Promise<boolean> {
      const channel = channelsOf(config, secrets).find((one) => one.name === name);
      if (channel === undefined) return false;
      try {
        await sendTest(channel, url, now());
        await noteTold(db, name, { kind: 'alarm', subjects: [`test ${now().toISOString()}`], at: now() });
        await noteChannelTrouble(db, name, null, now());
      } catch (error) {
        if (!(error instanceof NotifyError)) throw error;
        await noteChannelTrouble(db, name, error.message, now());
      }
      return true;
    },
  };
}
