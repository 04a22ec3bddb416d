import type { TriedText } from '../../shared/index.ts';
import type { Messages } from '../shell/messages.ts';

export const MOST_PASTED = 20_000; // UTF-16 units
const MOST_SUBJECT = 500;

/** What someone pasted, and why it cannot be judged, by field. */
export interface Pasted {
  readonly text: TriedText;
  readonly errors: Readonly<Record<string, string>>;
}

/** Line ends count one character, as in the field they were written in. */
export function readPasted(form: Readonly<Record<string, unknown>>, { tryOut: say }: Messages): Pasted {
  const field = (name: string) => {
    const value = form[name];
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
  };
  const text = { subject: field('subject').replaceAll('\n', ' ').trim(), body: field('body') };
  const empty = `${text.subject}${text.body}`.trim() === '';
  const errors = {
    ...(text.subject.length > MOST_SUBJECT ? { subject: say.subjectLong(MOST_SUBJECT) } : {}),
    ...(text.body.length > MOST_PASTED ? { body: say.bodyLong(MOST_PASTED, text.body.length) } : {}),
    ...(empty ? { body: say.empty } : {}),
  };
  return { text, errors };
}
