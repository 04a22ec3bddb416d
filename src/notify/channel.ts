import type { ChannelSecrets, ChannelSettings, NotifySettings, Topic } from '../config/index.ts';
import { chatwork, slack, teams, webhook } from './hooks.ts';
import { mail } from './mail.ts';
import type { Message } from './message.ts';

/** A way to reach people. */
export interface Channel {
  readonly name: string;
  readonly about: readonly Topic[];
  /** @throws NotifyError when it did not arrive: a sentence for the operator, without secrets. */
  send(message: Message): Promise<void>;
}

/** Opens every configured channel. What a channel lacks it says when it is used. */
export function openChannels(
  { channels, smtp }: NotifySettings,
  secretsOf: (name: string) => ChannelSecrets,
  smtpPassword: string | null,
): Channel[] {
  const sendBy = (channel: ChannelSettings): Channel['send'] => {
    const { address, signing } = secretsOf(channel.name);
    switch (channel.kind) {
      case 'mail':
        return mail(smtp!, smtpPassword, channel.to); // the settings make sure of smtp
      case 'slack':
        return slack(address);
      case 'teams':
        return teams(address);
      case 'chatwork':
        return chatwork(channel.room, address);
      case 'webhook':
        return webhook(address, signing);
    }
  };
  return channels.map((channel) => ({ name: channel.name, about: channel.about, send: sendBy(channel) }));
}
