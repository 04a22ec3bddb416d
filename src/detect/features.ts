import { kana } from './kana.ts';

/** Lengths of the character n-grams, in UTF-16 units. */
const SHORTEST = 1;
const LONGEST = 4;

/**
 * Own text as the reader sees it: kana levelled, white space gone; numbers, addresses and the names before さん and 様
 * replaced by classes, so that no person and no amount is learned. Input is folded text.
 */
export function readerText(folded: string): string {
  return kana(folded)
    .replace(/https?:\/\/[\w./?=&%#~:-]+|[\w.+-]+@[\w.-]+/g, 'U')
    .replace(/[0-9][0-9,.:/-]*/g, '0')
    .replace(
      /(?:株式会社|有限会社|合同会社)[一-龠々ぁ-んa-z]{1,10}|[一-龠々ぁ-んa-z]{1,10}(?:株式会社|有限会社|合同会社)/g,
      'C',
    )
    .replace(/[一-龠々]{1,4}(?=さん|様|さま|殿|氏|君|くん|ちゃん)/g, 'N')
    .replace(/[^\S\n]+/g, '')
    .replace(/\n+/g, '\n');
}

/** Every n-gram of the text once. */
export function ngrams(text: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i < text.length; i++) {
    for (let n = SHORTEST; n <= LONGEST && i + n <= text.length; n++) {
      const gram = text.slice(i, i + n);
      if (gram.includes('\n') && n > 1) break; // not across sentences
      found.add(gram);
    }
  }
  return found;
}
