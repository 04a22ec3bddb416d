import { attachmentBytes, openDocument, type PartId } from '../mail/index.ts';
import { segment } from '../text/index.ts';
import type { ReadMessage } from './read-message.ts';

/** Documents of one mail that are opened, at most. */
const MOST = 3;

/** A mail that says nothing itself, with what its documents say, each a text of its own. What cannot be opened says nothing. */
export async function withDocuments(message: ReadMessage, bytes: Uint8Array): Promise<ReadMessage> {
  const parts = [...message.parts];
  const segments = new Map(message.segments);
  const files = message.attachments.map(({ contentType }, index) => ({ contentType, index }));
  for (const { index } of files.filter(({ contentType }) => !PICTURES.test(contentType)).slice(0, MOST)) {
    const file = await attachmentBytes(bytes, index);
    const text = file && (await openDocument(file));
    if (text == null) continue;
    const id: PartId = `att-${parts.filter((part) => part.id.startsWith('att-')).length + 1}`;
    parts.push({ id, text });
    segments.set(id, segment(text, id));
  }
  return { ...message, parts, segments };
}

/** Nothing is read in them, and mails hold many. */
const PICTURES = /^(image|audio|video)\//;
