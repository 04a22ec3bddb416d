import type { Assessment } from '../assessment.ts';
import type { Dictionary } from '../dictionary/index.ts';
import { BAND_WORDS, type Language, NOTES } from './words.ts';

/** Names of what the surroundings or the scoring did to a match. */
export const labelsOf = (modifiers: readonly string[], { rules }: Dictionary, language: Language): string[] =>
  modifiers.map((id) => {
    const rule = rules.get(id);
    return (rule?.kind === 'context' ? rule.label : (NOTES[id] ?? { ja: id, en: id }))[language];
  });

/** Which entry holds the band; null where none does. */
export function floorSentence({ floor }: Assessment, language: Language): string | null {
  if (floor === null) return null;
  const band = BAND_WORDS[floor.band][language];
  switch (language) {
    case 'ja':
      return `項目 ${floor.entry} は、ほかに何があっても「${band}」より下げません。`;
    case 'en':
      return `Entry ${floor.entry} keeps it at “${band}” at least, whatever else is said.`;
  }
}

/** The contexts that took a grave match away, each wording once. */
export function cancelledSentences({ matches }: Assessment, dictionary: Dictionary, language: Language): string[] {
  return matches.flatMap(({ entry, act, text, points, modifiers }) => {
    const rule = dictionary.rules.get(entry);
    if (act === null || points > 0 || rule?.kind !== 'entry' || rule.floor === null) return [];
    const causes = modifiers.filter((id) => {
      const context = dictionary.rules.get(id);
      return context?.kind === 'context' && context.factor === 0;
    });
    const labels = labelsOf(causes, dictionary, language);
    if (labels.length === 0) return [];
    switch (language) {
      case 'ja':
        return [`「${text}」は数えていません（${labels.join('、')}）。`];
      case 'en':
        return [`“${text}” is not counted (${labels.join(', ')}).`];
    }
  });
}
