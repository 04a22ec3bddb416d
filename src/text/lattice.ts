import type { IpadicTables } from './ipadic/tables.ts';

/** Calls `found` for the words of a text from its end to its beginning. False where there is no way to cut it. */
export type CutWords = (text: string, found: (word: number, start: number, end: number) => void) => boolean;

const NONE = -1;
const FIRST_SIZE = 4096;

/** Words that may stand at one place, all of one spelling. */
interface Spelt {
  readonly from: number; // words `from` to `to`
  readonly to: number;
  readonly place: number; // where the next word begins
  readonly end: number; // the same in units of the text
}

/**
 * The cheapest way through all words that may stand in a text (Viterbi 1967), with kuromoji's choice of words and its
 * order among equals, and nothing made for a word that is not on the way.
 */
export function createLattice(tables: IpadicTables): CutWords {
  const { left, right, cost, costs } = tables;
  const row = tables.row[0]!;
  const speltAt = createSpeltAt(tables);
  let space = spaceFor(FIRST_SIZE);
  // The cheapest node before a word of a left class, while words that begin at one place are looked at.
  const bestSum = new Int32Array(row);
  const bestNode = new Int32Array(row);
  const bestAt = new Int32Array(row);

  return function cutWords(text, found) {
    const units = unitsOf(text);
    const length = units.length - 1;
    const bytes = Buffer.from(text);
    const heads = new Int32Array(text.length + 1).fill(NONE); // nodes that end at a place are a list, in the order found
    const tails = new Int32Array(text.length + 1);
    const spelt: Spelt[] = [];
    let { word, start, until, before, next, sum, behind } = space;
    let nodes = 1; // the first stands before the text
    let farthest = Math.max(1, length);
    [word[0], start[0], until[0], before[0], next[0], sum[0], behind[0]] = [NONE, 0, 0, NONE, NONE, 0, 0];
    heads[0] = 0;
    bestAt.fill(NONE);

    for (let at = 0, byte = 0; at < length; byte += utf8Length(text, units[at++]!)) {
      const isReached = heads[at] !== NONE; // else no word ends here, so none on the way begins here
      if (!isReached && length === text.length) continue;
      spelt.length = 0;
      if (!speltAt(text, units, bytes, at, byte, spelt)) return false;
      for (const { from, to, place, end } of spelt) {
        if (place > farthest) farthest = place;
        if (!isReached) continue;
        if (nodes + to - from >= word.length)
          ({ word, start, until, before, next, sum, behind } = space = wider(space, nodes + to - from));
        for (let one = from; one < to; one++) {
          const leftClass = left[one]!;
          if (bestAt[leftClass] !== at) {
            let least = Number.MAX_SAFE_INTEGER;
            let node = NONE;
            for (let last = heads[at]!; last !== NONE; last = next[last]!) {
              const total = sum[last]! + costs[behind[last]! + leftClass]!;
              if (total >= least) continue;
              least = total;
              node = last;
            }
            bestSum[leftClass] = least;
            bestNode[leftClass] = node;
            bestAt[leftClass] = at;
          }
          word[nodes] = one;
          start[nodes] = at;
          until[nodes] = end;
          before[nodes] = bestNode[leftClass]!;
          next[nodes] = NONE;
          sum[nodes] = bestSum[leftClass]! + cost[one]!;
          behind[nodes] = right[one]! * row;
          if (heads[place] === NONE) heads[place] = nodes;
          else next[tails[place]!] = nodes;
          tails[place] = nodes++;
        }
      }
    }
    let least = Number.MAX_SAFE_INTEGER;
    let node = NONE;
    for (let last = heads[farthest]!; last !== NONE; last = next[last]!) {
      const total = sum[last]! + costs[behind[last]!]!;
      if (total >= least) continue;
      least = total;
      node = last;
    }
    let end = text.length;
    for (; node > 0; node = before[node]!) {
      if (until[node] !== end) return false; // a run of characters outside the basic plane has swallowed some
      end = units[start[node]!]!;
      found(word[node]!, end, until[node]!);
    }
    return end === 0 && node === 0;
  };
}

/** Adds the words that may begin at character `at`, known ones from short to long and then unknown ones; false for none. */
function createSpeltAt({
  base,
  check,
  first,
  charClass,
  className,
  classAlways,
  classGroups,
  ...tables
}: IpadicTables) {
  const { classFirst } = tables;
  const otherClass = tables.otherClass[0]!;
  const classAt = (text: string, unit: number): number => {
    const code = text.charCodeAt(unit);
    return isHighSurrogate(code) ? otherClass : charClass[code]!;
  };
  return function speltAt(
    text: string,
    units: Int32Array,
    bytes: Uint8Array,
    at: number,
    byte: number,
    spelt: Spelt[],
  ): boolean {
    const length = units.length - 1;
    for (let end = at, i = byte, node = 0; end < length; ) {
      const to = i + utf8Length(text, units[end++]!);
      for (; i < to && node !== NONE; i++) {
        const child = base[node]! + bytes[i]!;
        node = check[child] === node ? child : NONE;
      }
      if (node === NONE) break;
      const leaf = base[node]!;
      if (check[leaf] !== node) continue;
      const spelling = -base[leaf]! - 1;
      if (!(first[spelling]! < first[spelling + 1]!)) return false;
      spelt.push({ from: first[spelling]!, to: first[spelling + 1]!, place: end, end: units[end]! });
    }
    const kind = classAt(text, units[at]!);
    if (spelt.length > 0 && classAlways[kind] !== 1) return true;
    let end = at + 1;
    if (classGroups[kind] === 1)
      while (end < length && className[classAt(text, units[end]!)] === className[kind]) end++;
    // kuromoji counts a run in units, and a single character as one whatever it is.
    const place = end === at + 1 ? end : at + units[end]! - units[at]!;
    spelt.push({ from: classFirst[kind]!, to: classFirst[kind + 1]!, place, end: units[end]! });
    return classFirst[kind]! < classFirst[kind + 1]!;
  };
}

/** One number of each per node: a word that may stand somewhere. */
const spaceFor = (length: number) => ({
  word: new Int32Array(length),
  start: new Int32Array(length), // in characters
  until: new Int32Array(length), // in units of the text
  before: new Int32Array(length), // the cheapest node that ends where this one begins
  next: new Int32Array(length), // that ends at the same place
  sum: new Int32Array(length), // cost of the way up to here
  behind: new Int32Array(length), // row of the costs of what follows
});

function wider(space: ReturnType<typeof spaceFor>, least: number): ReturnType<typeof spaceFor> {
  const more = spaceFor(Math.max(space.word.length * 2, least + 1));
  for (const name of Object.keys(more) as (keyof typeof more)[]) more[name].set(space[name]);
  return more;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** Where each character begins, and at last where the text ends. */
function unitsOf(text: string): Int32Array {
  const units = new Int32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    units[count++] = i;
    if (isHighSurrogate(text.charCodeAt(i))) i++;
  }
  units[count] = text.length;
  return units.subarray(0, count + 1);
}

function utf8Length(text: string, unit: number): number {
  const code = text.charCodeAt(unit);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return isHighSurrogate(code) ? 4 : 3;
}
