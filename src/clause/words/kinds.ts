import { wordGroups } from '../../util/language-files.ts';
import type { Kind } from '../types.ts';

/** Words of each kind; a compound counts by its end (ウェブサーバー, 家ネズミ). */
const LISTS = wordGroups<Kind>('kinds.yaml');

const byWord = new Map<string, Kind[]>();
for (const [kind, list] of Object.entries(LISTS) as [Kind, readonly string[]][])
  for (const word of list) byWord.set(word, [...(byWord.get(word) ?? []), kind]);

const LAST_LETTERS = new Set([...byWord.keys()].map((word) => word.at(-1)!));
const NO_KINDS: readonly Kind[] = [];

/** The kinds of a noun, by the whole word or its longest known end of at least two letters. */
export function kindsOf(noun: string): readonly Kind[] {
  if (!LAST_LETTERS.has(noun.at(-1)!)) return NO_KINDS;
  const whole = byWord.get(noun);
  if (whole !== undefined) return whole;
  for (let from = Math.max(1, noun.length - 8); from <= noun.length - 2; from++) {
    const found = byWord.get(noun.slice(from));
    if (found !== undefined) return found;
  }
  return NO_KINDS;
}
