/** What the classifier looks at, each in its own way of reading; a feature's two highest bits say which. */
export const VIEWS = ['letters', 'words', 'clauses', 'senses'] as const;
export type View = (typeof VIEWS)[number];

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

export const START = FNV_OFFSET;
/** FNV-1a over UTF-16 units (draft-eastlake-fnv): the hash of a longer text goes on from the shorter one's. */
export const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, FNV_PRIME) >>> 0;

/** No feature: what ends a list of them. */
export const NONE = 0xffffffff;

/** A hash of 32 bits, cut to 30 and marked with its view. */
export function inView(view: View, hash: number): number {
  const feature = (MARKS[view] | (hash >>> 2)) >>> 0;
  return feature === NONE ? feature - 1 : feature;
}
const MARKS: Readonly<Record<View, number>> = { letters: 0, words: 1 << 30, clauses: 2 << 30, senses: 3 << 30 };

/** The view that a feature was seen in. */
export const viewOf = (feature: number): View => VIEWS[feature >>> 30]!;

export function hashOf(view: View, text: string): number {
  let hash = START;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return inView(view, hash);
}
