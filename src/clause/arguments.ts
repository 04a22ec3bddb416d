import type { Phrase } from './bunsetsu.ts';
import type { Head } from './heads.ts';
import type { Argument } from './types.ts';

/** The phrases of each head: those between the predicate before and it; the last has those after it, a call or what came late. */
export function argumentsOf(heads: readonly Head[], phrases: readonly Phrase[]): Phrase[][] {
  let next = 0;
  return heads.map((head, i) => {
    const last = i === heads.length - 1;
    const own: Phrase[] = [];
    for (; next < phrases.length; next++) {
      const phrase = phrases[next]!;
      if (phrase.start >= head.start && !last) break;
      if (phrase.start < head.start || phrase.start >= head.endings.end) own.push(withRole(phrase, head));
    }
    return own;
  });
}

/** 金返せ, お前殺す: a noun without particle right before a verb is its object, one behind it a call. */
function withRole(phrase: Phrase, { kind, start, endings }: Head): Phrase {
  const { role, reach, person } = phrase;
  if (role !== 'bare') return phrase;
  if (kind === 'verb' && reach === start && person !== 'speaker' && person !== 'nobody-said')
    return { ...phrase, role: 'object' };
  return phrase.start >= endings.end ? { ...phrase, role: 'call' } : phrase;
}

/** As the clause shows it. */
export const bare = ({ head, text, start, end, role, person, kinds }: Phrase): Argument => ({
  head,
  text,
  start,
  end,
  role,
  person,
  kinds,
});
