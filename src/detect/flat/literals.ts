import type { Literals } from '../dictionary/literals.ts';

/** The literals of many patterns in flat arrays. */
export interface FlatLiterals {
  readonly literalSets: Int32Array; // by pattern: its sets are literalSets[n] to literalSets[n + 1], the rarest first
  readonly literalsOfSet: Int32Array; // by set: its literals are literalsOfSet[s] to those of s + 1
  readonly literalAt: Int32Array; // by literal: its text is literalAt[l] to literalAt[l + 1]
  readonly literalText: Uint16Array;
}

export function flattenLiterals(all: readonly Literals[]): FlatLiterals {
  const sets = all.map(({ rarest, others }) => [rarest, ...others]);
  const strings = sets.flat(2);
  const text = strings.join('');
  return {
    literalSets: startsOf(sets.map(({ length }) => length)),
    literalsOfSet: startsOf(sets.flat().map(({ length }) => length)),
    literalAt: startsOf(strings.map(({ length }) => length)),
    literalText: Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
  };
}

/** The literals of pattern `n`, made anew each time. */
export function literalsAt({ literalSets, literalsOfSet, literalAt, literalText }: FlatLiterals, n: number): Literals {
  const sets: string[][] = [];
  for (let set = literalSets[n]!; set < literalSets[n + 1]!; set++) {
    const literals: string[] = [];
    for (let one = literalsOfSet[set]!; one < literalsOfSet[set + 1]!; one++)
      literals.push(String.fromCharCode(...literalText.subarray(literalAt[one]!, literalAt[one + 1]!)));
    sets.push(literals);
  }
  const [rarest = [], ...others] = sets;
  return { rarest, others };
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [i, length] of lengths.entries()) starts[i + 1] = starts[i]! + length;
  return starts;
}
