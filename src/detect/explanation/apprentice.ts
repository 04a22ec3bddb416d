import { type AssessedMatch, type Assessment, isApprentice } from '../assessment.ts';
import type { Dictionary } from '../dictionary/index.ts';
import { scoreMatches } from '../score.ts';
import type { Language } from './words.ts';

/** What apprentices found, each entry once: said apart, since it adds to no sum. */
export function apprenticeReasons(
  { matches }: Assessment,
  dictionary: Dictionary,
  language: Language,
): { readonly match: number; readonly sentence: string }[] {
  const best = new Map<string, AssessedMatch>();
  for (const match of matches.filter((one) => isApprentice(one) && one.points > 0))
    if (match.points > (best.get(match.entry)?.points ?? 0)) best.set(match.entry, match);
  return [...best.values()].map((match) => {
    const act = dictionary.acts.get(match.act!)?.label[language] ?? match.act!;
    return { match: matches.indexOf(match), sentence: reason(match, act, language) };
  });
}

function reason({ text, entry }: AssessedMatch, act: string, language: Language): string {
  switch (language) {
    case 'ja':
      return `「${text}」は「${act}」に当たるかもしれません。項目 ${entry} は見習い中なので、微妙までにしか数えません。`;
    case 'en':
      return `“${text}” may be “${act}”. The entry ${entry} is an apprentice: it counts for borderline and no further.`;
  }
}

/** Said where nothing else would have brought the mail before people; null elsewhere. */
export function apprenticeSentence(
  { band, matches, points, classifier }: Assessment,
  { scoring }: Dictionary,
  language: Language,
): string | null {
  const grey = scoring.thresholds.grey;
  const without = scoreMatches(matches, scoring).score + points.frequency + (classifier?.points ?? 0);
  if (band !== 'grey' || without >= grey || !matches.some((match) => isApprentice(match) && match.points > 0))
    return null;
  switch (language) {
    case 'ja':
      return '見習い中の項目だけで「微妙」になっています。判断が集まると、正式な項目になります。';
    case 'en':
      return 'Only an apprentice made it borderline. Decisions make it an entry like others.';
  }
}
