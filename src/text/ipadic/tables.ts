/**
 * IPADIC as kuromoji cuts text by it, in flat arrays. Words are numbered so that those of one spelling stand together,
 * in kuromoji's order, which decides between equal paths; behind them stand the words for unknown text.
 */
export interface IpadicTables {
  readonly base: Int32Array; // double array over UTF-8 (Aoe 1989), as kuromoji's
  readonly check: Int32Array;
  readonly first: Int32Array; // the words of spelling s are first[s] to first[s + 1]
  readonly left: Int16Array; // by word: its class towards the word before
  readonly right: Int16Array; // towards the word behind
  readonly cost: Int16Array;
  readonly kind: Uint16Array; // index in `kinds`; BROKEN where kuromoji gives back another spelling
  readonly lemma: Int32Array; // place in `pool`; 0: as written
  readonly reading: Int32Array; // place in `pool`; 0: none
  readonly pool: Uint16Array; // strings: length, UTF-16 units
  readonly kinds: Uint8Array; // JSON of WordKind[]
  readonly costs: Int16Array; // of a right class beside a left class, row by row
  readonly row: Int32Array; // one number: the length of such a row
  readonly charClass: Uint8Array; // by UTF-16 unit
  readonly otherClass: Uint8Array; // one number: of characters outside the basic plane
  readonly className: Uint8Array; // by class; those of one number are one class to a run
  readonly classAlways: Uint8Array; // unknown words are tried beside known ones
  readonly classGroups: Uint8Array; // a run is one word
  readonly classFirst: Int32Array; // the unknown words of class c are classFirst[c] to classFirst[c + 1]
}

export const BROKEN = 0xffff;

/** Part of speech and conjugation, which some hundred combinations of are all that there are. */
export interface WordKind {
  readonly pos: readonly string[];
  readonly conjugationType: string | null;
  readonly conjugation: string | null;
}
