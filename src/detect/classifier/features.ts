import { kana } from '../kana.ts';

/** Length of the longest character n-grams, in UTF-16 units; all shorter ones are features too. */
const LONGEST = 4;

/**
 * A sentence as the classifier sees it: kana levelled, white space gone; numbers, addresses and the names before さん and 様
 * replaced by classes, so that no person and no amount is learned. Input is folded text.
 */
export function classifierText(folded: string): string {
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

/** The hashes of every n-gram of a sentence, each once. */
export function ngramHashes(sentence: string): Set<number> {
  const found = new Set<number>();
  for (let start = 0; start < sentence.length; start++) {
    let hash = FNV_OFFSET;
    const end = Math.min(start + LONGEST, sentence.length);
    for (let at = start; at < end; at++) {
      hash = step(hash, sentence.charCodeAt(at));
      found.add(hash);
    }
  }
  return found;
}

/** The hashes of a mail's n-grams. They do not reach across sentences. */
export function hashedFeatures(sentences: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const sentence of sentences) for (const hash of ngramHashes(classifierText(sentence))) found.add(hash);
  return found;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units (draft-eastlake-fnv): the hash of a longer n-gram goes on from the shorter one's. */
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, FNV_PRIME) >>> 0;
