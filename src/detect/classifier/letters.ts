import { kana } from '../kana.ts';
import { inView, START, step } from './hash.ts';

/** Length of the longest character n-grams, in UTF-16 units; all shorter ones are features too. */
const LONGEST = 4;

/**
 * A sentence as its letters are read: kana levelled, white space gone; numbers, addresses and the names before さん and 様
 * replaced by classes, so that no person and no amount is learned. Input is folded text.
 */
export function lettersText(folded: string): string {
  return kana(folded)
    .replace(/https?:\/\/[\w./?=&%#~:-]+|[\w.+-]+@[\w.-]+/g, 'U')
    .replace(/[0-9][0-9,.:/-]*/g, '0')
    .replace(
      /(?:株式会社|有限会社|合同会社)[一-龠々ぁ-んa-z]{1,10}|[一-龠々ぁ-んa-z]{1,10}(?:株式会社|有限会社|合同会社)/g,
      'C',
    )
    .replace(/[一-龠々]{1,4}(?=さん|様|さま|殿|氏|君|くん|ちゃん)/g, 'N')
    .replace(/\s+/g, '');
}

/** Tells every n-gram of a sentence, by its place and length; one that stands twice is told twice. */
export const eachLetterFeature = (folded: string, tell: (feature: number) => void): void =>
  eachNgram(lettersText(folded), LONGEST, tell);

/** @param longest in UTF-16 units; all shorter ones are told, too */
export function eachNgram(text: string, longest: number, tell: (feature: number) => void): void {
  for (let start = 0; start < text.length; start++) {
    let hash = START;
    const end = Math.min(start + longest, text.length);
    for (let at = start; at < end; at++) {
      hash = step(hash, text.charCodeAt(at));
      tell(inView('letters', hash));
    }
  }
}
