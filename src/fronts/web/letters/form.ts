import { LETTER_KINDS, LETTER_LANGUAGES, type LetterKind, type LetterLanguage } from '../../../response/index.ts';
import { chosen, type Values } from '../shell/form-values.ts';

/** Which letter an address or a form asks for; null: none there is. */
export function askedLetter(values: Values): { readonly kind: LetterKind; readonly language: LetterLanguage } | null {
  const kind = chosen(values, 'kind', LETTER_KINDS);
  const language = chosen(values, 'language', LETTER_LANGUAGES);
  return kind === null || language === null ? null : { kind, language };
}
