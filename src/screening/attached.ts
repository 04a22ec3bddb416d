import { type Assessment, BANDS } from '../detect/index.ts';
import type { Message, PartId, TextPart } from '../mail/index.ts';

/** Whether a part is no word of the mail itself. */
export const isAttached = ({ id }: { readonly id: PartId }): boolean => id.startsWith('att-');

const FROM = new Set(['from', 'sender', 'reply-to']);
const ADDRESS = /<[^<>]*>|[^\s<>]+@[^\s<>]+/g;

/** What a reader's list of mails shows beside the subject: names of who wrote and where answers go, and of the files. */
export function namesOf({ headers, attachments }: Pick<Message, 'headers' | 'attachments'>): TextPart {
  const people = headers
    .filter(({ name }) => FROM.has(name.toLowerCase()))
    .map(({ value }) => value.replace(ADDRESS, ''));
  const names = [...people, ...attachments.map(({ filename }) => filename)].map((name) => name.trim());
  return { id: 'names', text: [...new Set(names)].filter((name) => name !== '').join('\n\n') };
}

/**
 * One judgement of those on a mail's own words and on each attachment: the highest, of equals the first, with all that was found anywhere.
 */
export function highestOf(own: Assessment, files: readonly Assessment[]): Assessment {
  if (files.length === 0) return own;
  const all = [own, ...files];
  const highest = all.reduce((most, one) => (BANDS.indexOf(one.band) > BANDS.indexOf(most.band) ? one : most));
  return {
    ...highest,
    unjudged: all.some(({ unjudged }) => unjudged),
    worry: [...new Set(all.flatMap(({ worry }) => worry))],
    matches: all.flatMap(({ matches }) => matches),
    notes: [...new Set(all.flatMap(({ notes }) => notes))],
  };
}
