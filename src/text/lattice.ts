import type { IpadicTables } from './ipadic/tables.ts';

/** Calls `found` for the words of a text from its end to its beginning. False where there is no way to cut it. */
export type CutWords = (text: string, found: (word: number, start: number, end: number) => void) => boolean;

const NONE = -1;
const FIRST_SIZE = 4096;

/** Spellings that stand at one place, each with the words that have it; used again for the next place. */
interface Spelt {
  count: number;
  readonly from: Int32Array; // words `from` to `to`
  readonly to: Int32Array;
  readonly place: Int32Array; // where the next word begins
  readonly end: Int32Array; // the same in units of the text
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
  const spelt = speltFor(MOST_SPELT);
  let heads = new Int32Array(MOST_USUAL); // nodes that end at a place are a list, in the order found
  let tails = new Int32Array(MOST_USUAL);
  // The cheapest node before a word of a left class, while words that begin at one place are looked at.
  const bestSum = new Int32Array(row);
  const bestNode = new Int32Array(row);
  const bestAt = new Int32Array(row);

  return function cutWords(text, found) {
    const units = unitsOf(text);
    const length = units.length - 1;
    const bytes = bytesOf(text);
    if (heads.length <= text.length) heads = new Int32Array(text.length * 2);
    if (tails.length <= text.length) tails = new Int32Array(text.length * 2);
    heads.fill(NONE, 0, text.length + 1);
    let { word, start, until, before, next, sum, behind } = space;
    let nodes = 1; // the first stands before the text
    let farthest = Math.max(1, length);
    [word[0], start[0], until[0], before[0], next[0], sum[0], behind[0]] = [NONE, 0, 0, NONE, NONE, 0, 0];
    heads[0] = 0;
    bestAt.fill(NONE);

    for (let at = 0, byte = 0; at < length; byte += utf8Length(text, units[at++]!)) {
      const isReached = heads[at] !== NONE; // else no word ends here, so none on the way begins here
      if (!isReached && length === text.length) continue;
      spelt.count = 0;
      if (!speltAt(text, units, bytes, at, byte, spelt)) return false;
      for (let i = 0; i < spelt.count; i++) {
        const from = spelt.from[i]!;
        const to = spelt.to[i]!;
        const place = spelt.place[i]!;
        const end = spelt.end[i]!;
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
    spelt: Spelt,
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
      add(spelt, first[spelling]!, first[spelling + 1]!, end, units[end]!);
    }
    const kind = classAt(text, units[at]!);
    if (spelt.count > 0 && classAlways[kind] !== 1) return true;
    let end = at + 1;
    if (classGroups[kind] === 1)
      while (end < length && className[classAt(text, units[end]!)] === className[kind]) end++;
    // kuromoji counts a run in units, and a single character as one whatever it is.
    const place = end === at + 1 ? end : at + units[end]! - units[at]!;
    add(spelt, classFirst[kind]!, classFirst[kind + 1]!, place, units[end]!);
    return classFirst[kind]! < classFirst[kind + 1]!;
  };
}

/** Spellings at one place differ in length, and none of IPADIC is longer than a piece. */
const MOST_SPELT = 512;

const speltFor = (length: number): Spelt => ({
  count: 0,
  from: new Int32Array(length),
  to: new Int32Array(length),
  place: new Int32Array(length),
  end: new Int32Array(length),
});

function add(spelt: Spelt, from: number, to: number, place: number, end: number): void {
  const i = spelt.count++;
  spelt.from[i] = from;
  spelt.to[i] = to;
  spelt.place[i] = place;
  spelt.end[i] = end;
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

const SURROGATE = /[\ud800-\udbff]/;
/** Pieces are no longer than 300 units. */
const MOST_USUAL = 512;
const EACH = Int32Array.from({ length: MOST_USUAL }, (_, i) => i);
const ITSELF = Array.from(EACH, (length) => EACH.subarray(0, length + 1));

/** The text in UTF-8; kept until the next is asked for. */
function bytesOf(text: string): Uint8Array {
  if (text.length * 3 > utf8.length) return Buffer.from(text);
  utf8.write(text);
  return utf8;
}
const utf8 = Buffer.alloc(MOST_USUAL * 3);

/** Where each character begins, and at last where the text ends. */
function unitsOf(text: string): Int32Array {
  if (text.length < MOST_USUAL && !SURROGATE.test(text)) return ITSELF[text.length]!;
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
