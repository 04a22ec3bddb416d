import {
  type AttachedDocument,
  DATA_CHARACTERS,
  DOCUMENTS,
  ends,
  isData,
  type Message,
  openDocument,
} from '../mail/index.ts';
import { isAttached } from './attached.ts';

/** For all documents of one mail together: an attempt at a mail has a minute. */
const PATIENCE_MS = 20_000;

/**
 * A mail with what its documents say, each a text of its own. What cannot be opened says nothing; that there are more than are
 * opened, or that they take too long, is said in `warnings`.
 */
export async function opened(message: Message, documents: readonly AttachedDocument[]): Promise<Message> {
  const until = Date.now() + PATIENCE_MS;
  const parts = [...message.parts];
  const warnings = new Set(message.warnings);
  for (const [at, { file, bytes }] of documents.entries()) {
    if (at === DOCUMENTS || Date.now() > until) {
      warnings.add('too-many-parts');
      break;
    }
    const text = await openDocument(bytes());
    if (text === null) continue;
    const read = isData({ type: '', filename: file }) ? ends(text, DATA_CHARACTERS) : text;
    parts.push({ id: `att-${parts.filter(isAttached).length + 1}`, text: read, file });
  }
  return { ...message, parts, warnings: [...warnings] };
}
