import { kana } from '../kana.ts';

/** Length of the longest character n-grams, in UTF-16 units; all shorter ones are features too. */
const LONGEST = 4;

/**
 * Own text as the reader sees it: kana levelled, white space gone; numbers, addresses and the names before さん and 様
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
    .replace(/[^\S\n]+/g, '')
    .replace(/\n+/g, '\n');
}

/** Every n-gram of the text once, with its hash. */
export function ngrams(text: string): Map<string, number> {
  const found = new Map<string, number>();
  walk(text, (start, end, hash) => found.set(text.slice(start, end), hash));
  return found;
}

/** The hashes of a mail's n-grams, and of the groups of entries found in it (`act:…`, `grammar:…`). */
export function hashedFeatures(text: string, groups: readonly string[]): Set<number> {
  const found = new Set<number>();
  walk(text, (_start, _end, hash) => found.add(hash));
  for (const group of groups) found.add(hashOf(`#${group}`));
  return found;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units (draft-eastlake-fnv): the hash of a longer n-gram goes on from the shorter one's. */
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, FNV_PRIME) >>> 0;

function hashOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return hash;
}

const LINE_END = 10;

/** N-grams do not reach across sentences; the line end itself is none. */
function walk(text: string, visit: (start: number, end: number, hash: number) => void): void {
  for (let start = 0; start < text.length; start++) {
    let hash = FNV_OFFSET;
    const most = Math.min(start + LONGEST, text.length);
    for (let end = start; end < most; end++) {
      const unit = text.charCodeAt(end);
      if (unit === LINE_END) break;
      hash = step(hash, unit);
      visit(start, end + 1, hash);
    }
  }
}
