import { createHash } from 'node:crypto';
import type { Attachment, TextPart } from './message.ts';

/** SHA-256, in hex, of what the mail says: wrapping, headers and the way it came do not count. */
export function contentHash(parts: readonly TextPart[], attachments: readonly Attachment[]): string {
  const texts = parts.map(({ id, text }) => [id, text.replace(/\s+/g, '')]);
  const files = attachments.map(({ sha256 }) => sha256).sort();
  return createHash('sha256')
    .update(JSON.stringify([texts, files]))
    .digest('hex');
}
