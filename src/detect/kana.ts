/**
 * Levels katakana to hiragana, unit by unit, so that バカ and ばか are one word and offsets stay. Input is folded text:
 * half-width kana are gone already.
 *
 * @example
 * kana('シネ') // → 'しね'
 */
export const kana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));
