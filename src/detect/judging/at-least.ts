import { type AtLeast, BANDS } from '../assessment.ts';
import type { JudgedLanguage } from '../classifier/language.ts';
import type { Scoring } from '../dictionary/index.ts';
import type { Weighed } from './meant.ts';

/** How likely the mail is, and a sentence with so many on each side as a mail of its own, by the judge of a language; null: it does not know. */
export interface Likely {
  readonly mail: (language: JudgedLanguage) => number | null;
  readonly sentence: (line: number, beside: number, language: JudgedLanguage) => number | null;
}

/** How many sentences on each side are read with one that asks, and by how much less unlikely it may be than one of Japanese. */
const HEARD: Readonly<Record<JudgedLanguage, { readonly beside: number; readonly times: number }>> = {
  ja: { beside: 1, times: 1 },
  en: { beside: 0, times: 20 }, // a sentence by itself: polite neighbours would calm the plainest threat
  zh: { beside: 0, times: 10 },
};

/**
 * The highest band that an entry asks for. An entry that ships asks for 微妙 at most where the mail and the sentence, in Japanese
 * with its neighbours, are both very unlikely, and one that asks for 微妙 alone is not heeded where they are; whoever wrote an entry of
 * their own meant it. An entry is calmed by the judge of its own language.
 *
 * @returns null where none asks for anything
 */
export function leastOf(weighed: readonly Weighed[], likely: Likely, { calm }: Pick<Scoring, 'calm'>): AtLeast | null {
  let highest: AtLeast | null = null;
  const rank = (one: AtLeast | null) => (one === null ? 0 : BANDS.indexOf(one.band));
  for (const { hit, asks } of weighed) {
    if (asks === null || BANDS.indexOf(asks) <= rank(highest)) continue;
    const { lang, own } = hit.rule;
    const { beside, times } = HEARD[lang];
    const unlikely = (mail: number, sentence: number): boolean => {
      if (own) return false;
      const whole = likely.mail(lang);
      if (whole === null || whole >= mail) return false;
      const alone = likely.sentence(hit.line.index, beside, lang);
      return alone !== null && alone < sentence;
    };
    if (asks === 'grey' && unlikely(calm.heed, calm.heed)) continue;
    const calmed = asks !== 'grey' && unlikely(calm.mail, calm.sentence * times);
    const asked: AtLeast = { band: calmed ? 'grey' : asks, entry: hit.rule.id, calmed };
    if (rank(asked) > rank(highest)) highest = asked;
  }
  return highest;
}
