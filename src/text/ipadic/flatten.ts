import { BROKEN, type IpadicTables, type WordKind } from './tables.ts';

/** kuromoji's files, unpacked. */
export interface KuromojiFiles {
  readonly base: Uint8Array;
  readonly check: Uint8Array;
  readonly tid: Uint8Array; // per word: left, right, cost, place in tid_pos
  readonly tid_pos: Uint8Array; // strings that end in NUL
  readonly tid_map: Uint8Array; // spelling to words
  readonly cc: Uint8Array;
  readonly unk: Uint8Array; // the same for unknown words, by class of their characters
  readonly unk_pos: Uint8Array;
  readonly unk_map: Uint8Array;
  readonly unk_char: Uint8Array; // class of each UTF-16 unit
  readonly unk_invoke: Uint8Array;
}

const CLASSES = 256; // more than there are: a class is a byte

/** Takes kuromoji's files apart as kuromoji itself would read them, with all that its own reading makes of them. */
export function flatten(files: KuromojiFiles): IpadicTables {
  const [base, check] = trimmed(ints(files.base), ints(files.check));
  const spellings = listsOf(ints(files.tid_map));
  const classes = listsOf(ints(files.unk_map));
  const words = createWords();
  const first = words.addLists(
    spellings,
    { ids: spellings.reduce((most, { id }) => Math.max(most, id + 1), 0) },
    (id, at) => wordAt(files.tid, files.tid_pos, at, (surface) => spellingOf(base, check, surface) === id),
  );
  const classFirst = words.addLists(classes, { ids: CLASSES }, (_, at) => ({
    ...wordAt(files.unk, files.unk_pos, at, () => true),
    reading: null,
  }));
  const costs = new Int16Array(files.cc.buffer, 0, files.cc.byteLength / 2);
  return {
    base,
    check,
    first,
    ...words.tables(),
    costs: costs.slice(2), // behind the numbers of rows and columns
    row: Int32Array.of(costs[1]!),
    charClass: files.unk_char,
    ...charClasses(files.unk_invoke),
    classFirst,
  };
}

const ints = (bytes: Uint8Array): Int32Array => new Int32Array(bytes.buffer, 0, bytes.byteLength / 4);

/** Without the room for growth at the end. */
function trimmed(base: Int32Array, check: Int32Array): [Int32Array, Int32Array] {
  let end = check.length;
  while (end > CLASSES + 1 && check[end - 1]! <= 0) end--;
  return [base.slice(0, end), check.slice(0, end)];
}

interface List {
  readonly id: number;
  readonly items: readonly number[];
}

/** The number of lists, then for each: id, number of items, items. */
function listsOf(map: Int32Array): List[] {
  const lists: List[] = [];
  for (let at = 1; lists.length < map[0]!; at += 2 + map[at + 1]!)
    lists.push({ id: map[at]!, items: [...map.subarray(at + 2, at + 2 + map[at + 1]!)] });
  return lists;
}

interface Word extends WordKind {
  readonly left: number;
  readonly right: number;
  readonly cost: number;
  readonly lemma: string | null; // null: as written
  readonly reading: string | null;
  readonly isBroken: boolean;
}

const utf8 = new TextDecoder();
const given = (feature: string | undefined): string | null =>
  feature === undefined || feature === '*' ? null : feature;

function wordAt(table: Uint8Array, strings: Uint8Array, at: number, isSpelt: (surface: string) => boolean): Word {
  const view = new DataView(table.buffer);
  const place = view.getInt32(at + 6, true);
  const [surface = '', ...features] = utf8.decode(strings.subarray(place, strings.indexOf(0, place))).split(',');
  const [pos, detail1, detail2, detail3, type, form, lemma, reading] = features.map(given);
  return {
    left: view.getInt16(at, true),
    right: view.getInt16(at + 2, true),
    cost: view.getInt16(at + 4, true),
    lemma: lemma === surface ? null : (lemma ?? null),
    reading: reading ?? null,
    pos: [pos, detail1, detail2, detail3].filter((one) => one != null),
    conjugationType: type ?? null,
    conjugation: form ?? null,
    isBroken: !isSpelt(surface), // a comma cuts the features in the wrong place
  };
}

/** The number of a spelling; -1 when there is no such word. */
function spellingOf(base: Int32Array, check: Int32Array, surface: string): number {
  let at = 0;
  for (const byte of [...Buffer.from(surface), 0]) {
    const next = base[at]! + byte;
    if (check[next] !== at) return -1;
    at = next;
  }
  return -base[at]! - 1;
}

function createWords() {
  const words: Word[] = [];
  return {
    /** @returns for each id where its words begin, and at last where they end. */
    addLists(lists: readonly List[], { ids }: { ids: number }, read: (id: number, at: number) => Word): Int32Array {
      const byId = new Map(lists.map(({ id, items }) => [id, items]));
      const first = new Int32Array(ids + 1);
      for (let id = 0; id < ids; id++) {
        first[id] = words.length;
        for (const at of byId.get(id) ?? []) words.push(read(id, at));
      }
      first[ids] = words.length;
      return first;
    },
    tables() {
      const kinds = new Map<string, number>();
      const pool: number[] = [0]; // so that place 0 means nothing
      const places = new Map<string, number>();
      const kindOf = ({ pos, conjugationType, conjugation, isBroken }: Word): number =>
        isBroken ? BROKEN : numberOf(kinds, JSON.stringify({ pos, conjugationType, conjugation }), kinds.size);
      const placeOf = (text: string | null): number => {
        if (text === null) return 0;
        const place = numberOf(places, text, pool.length);
        if (place === pool.length) pool.push(text.length, ...Array.from(text, (_, i) => text.charCodeAt(i)));
        return place;
      };
      return {
        left: Int16Array.from(words, ({ left }) => left),
        right: Int16Array.from(words, ({ right }) => right),
        cost: Int16Array.from(words, ({ cost }) => cost),
        kind: Uint16Array.from(words, kindOf),
        lemma: Int32Array.from(words, ({ lemma }) => placeOf(lemma)),
        reading: Int32Array.from(words, ({ reading }) => placeOf(reading)),
        pool: Uint16Array.from(pool),
        kinds: Uint8Array.from(Buffer.from(`[${[...kinds.keys()].join(',')}]`)),
      };
    },
  };
}

function numberOf(numbers: Map<string, number>, key: string, next: number): number {
  const known = numbers.get(key);
  if (known === undefined) numbers.set(key, next);
  return known ?? next;
}

/** For each class: whether it is always invoked, whether it groups (a byte each), the longest group, its name and NUL. */
function charClasses(bytes: Uint8Array) {
  const className = new Uint8Array(CLASSES);
  const classAlways = new Uint8Array(CLASSES);
  const classGroups = new Uint8Array(CLASSES);
  const names = new Map<string, number>();
  for (let i = 0, at = 0; i < CLASSES; i++) {
    const end = bytes.indexOf(0, at + 6);
    classAlways[i] = bytes[at]!;
    classGroups[i] = bytes[at + 1]!;
    className[i] = numberOf(names, utf8.decode(bytes.subarray(at + 6, end)), names.size);
    at = end + 1;
  }
  const other = className.indexOf(names.get('DEFAULT') ?? 0);
  return { className, classAlways, classGroups, otherClass: Uint8Array.of(other) };
}
