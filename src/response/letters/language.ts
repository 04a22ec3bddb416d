import type { CaseDetail } from '../../cases/index.ts';
import { isForeign } from '../../detect/index.ts';
import { LETTER_LANGUAGES, type LetterLanguage } from './kinds.ts';

/**
 * The language in which the other side last wrote, for a letter to them; English where it is one that letters are not in, ours where no mail tells.
 *
 * @example
 * letterLanguageOf({ items: [] }) // → 'ja'
 */
export function letterLanguageOf({ items }: Pick<CaseDetail, 'items'>): LetterLanguage {
  const last = items.findLast(({ incidentOf, assessment }) => incidentOf === null && assessment !== null)?.assessment;
  if (!last) return 'ja';
  const written = isForeign(last) ? null : (last.judge.language ?? 'ja');
  return LETTER_LANGUAGES.find((language) => language === written) ?? 'en';
}
