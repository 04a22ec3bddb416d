import { type Message, type PartId, parseMail } from '../../src/mail/index.ts';

export const receivedAt = new Date('2025-08-01T00:12:03Z');

export const parse = (raw: Buffer): Promise<Message> => parseMail(raw, receivedAt);

/** The text of a part; null when the message has no such part. */
export const partOf = (message: Message, id: PartId): string | null =>
  message.parts.find((part) => part.id === id)?.text ?? null;
