import { type AtLeast, BANDS } from '../assessment.ts';
import type { Scoring } from '../dictionary/index.ts';
import type { Weighed } from './meant.ts';

/** How likely the mail is, and a sentence with its neighbours as a mail of its own; null: nobody knows. */
export interface Likely {
  readonly mail: number | null;
  readonly around: (line: number) => number | null;
}

/**
 * The highest band that an entry asks for. An entry that ships asks for 微妙 at most where the mail and the sentence with its
 * neighbours are both very unlikely, and one that asks for 微妙 alone is not heeded where they are; whoever wrote an entry of their own
 * meant it. Only Japanese is known well enough for that.
 *
 * @returns null where none asks for anything
 */
export function leastOf(weighed: readonly Weighed[], likely: Likely, { calm }: Pick<Scoring, 'calm'>): AtLeast | null {
  let highest: AtLeast | null = null;
  const rank = (one: AtLeast | null) => (one === null ? 0 : BANDS.indexOf(one.band));
  for (const { hit, asks } of weighed) {
    if (asks === null || BANDS.indexOf(asks) <= rank(highest)) continue;
    const unlikely = (mail: number, sentence: number): boolean => {
      if (hit.rule.own || hit.rule.lang !== 'ja' || likely.mail === null || likely.mail >= mail) return false;
      const around = likely.around(hit.line.index);
      return around !== null && around < sentence;
    };
    if (asks === 'grey' && unlikely(calm.heed, calm.heed)) continue;
    const calmed = asks !== 'grey' && unlikely(calm.mail, calm.sentence);
    const asked: AtLeast = { band: calmed ? 'grey' : asks, entry: hit.rule.id, calmed };
    if (rank(asked) > rank(highest)) highest = asked;
  }
  return highest;
}
