export { type Channel, openChannels } from './channel.ts';
export { lastDigestTime } from './digest-time.ts';
export { isUnsent, mail } from './mail.ts';
export { type Message, type News, toMessage } from './message.ts';
export { createNotifier, type NewsBook, sendTest } from './notifier.ts';
export { NotifyError } from './problem.ts';
