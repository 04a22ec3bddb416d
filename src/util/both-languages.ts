/**
 * One language of a sentence that is written in both, Japanese first: `日本語。/ English.` Another sentence stays as it is.
 *
 * @example
 * inLanguage('読めません。/ It cannot be read.', 'en') // → 'It cannot be read.'
 */
export function inLanguage(sentence: string, language: 'ja' | 'en'): string {
  const [, ja, en] = /^(.*?[。)）])\/ (.+)$/s.exec(sentence) ?? [];
  return (language === 'ja' ? ja : en) ?? sentence;
}
