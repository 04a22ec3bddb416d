import { type Unopened, UnreadableMailError, unopenedIn } from '../mail/index.ts';
import type { ReadMessage } from './read-message.ts';

/** Beside its subject the mail holds nothing but what nobody can open: whether it threatens, a person has to find out. */
export class UnopenedMailError extends UnreadableMailError {
  override readonly name = 'UnopenedMailError';
  override readonly code: Unopened;
  readonly mail: ReadMessage;

  constructor(code: Unopened, mail: ReadMessage) {
    super(`There is no text, only what cannot be opened: ${code}.`);
    this.code = code;
    this.mail = mail;
  }
}

const PGP_MESSAGE = /-----BEGIN PGP MESSAGE-----[\s\S]*?(?:-----END PGP MESSAGE-----|$)/g;
const WORDS = /[\p{L}\p{N}]/u;

/** Why nobody can say what the mail says; null when it says something, or holds nothing at all. */
export function unopenedOf({ parts, segments, attachments }: ReadMessage): Unopened | null {
  let encrypted = false;
  for (const { id, text } of parts) {
    if (id === 'subject' || id === 'hidden') continue; // nobody reads what is hidden
    encrypted ||= text.search(PGP_MESSAGE) >= 0;
    const said = (segments.get(id) ?? [])
      .filter(({ kind }) => kind === 'own' || kind === 'quoted')
      .map(({ start, end }) => text.slice(start, end));
    if (WORDS.test(said.join('').replace(PGP_MESSAGE, ''))) return null;
  }
  return encrypted ? 'encrypted' : unopenedIn(attachments);
}
