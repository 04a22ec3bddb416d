/** Finds which of many literals occur in a text, in one pass whatever their number (Aho and Corasick 1975). */
export interface Automaton<T> {
  /** Calls `found` once for each value whose literal occurs, in no particular order. */
  scan(text: string, found: (value: T) => void): void;
}

/**
 * A tree of the literals' beginnings in flat arrays, for a dictionary may have hundreds of thousands: nodes are numbered
 * breadth first from the root 0, so that the children of one stand together, ordered by the UTF-16 unit that leads there.
 */
type Tree = Pick<FlatAutomaton, 'unit' | 'firstChild' | 'literal'>; // the children of node n end where those of n + 1 begin

/** An automaton in flat arrays, which threads may share; values are told by their numbers. */
export interface FlatAutomaton {
  readonly unit: Uint16Array;
  readonly firstChild: Int32Array;
  readonly literal: Int32Array; // by node: index of the literal that ends here; -1 for none
  readonly fail: Int32Array; // where to go on when a literal breaks off
  readonly shorter: Int32Array; // the nearest shorter literal that ends at the same place
  readonly root: Int32Array; // by unit: the child of the root, where most of a text leads to
  readonly firstValue: Int32Array; // by literal: its values are value[firstValue[n]] to those of n + 1
  readonly value: Int32Array;
}

export function buildAutomaton<T>(literals: Iterable<readonly [string, T]>): Automaton<T> {
  const numbers = new Map<T, number>();
  const numbered = [...literals].map(([literal, value]) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return [literal, number] as const;
  });
  return automatonOver(flattenAutomaton(numbered), [...numbers.keys()]);
}

export function flattenAutomaton(literals: Iterable<readonly [string, number]>): FlatAutomaton {
  const byLiteral = new Map<string, number[]>();
  for (const [literal, value] of literals) {
    const values = byLiteral.get(literal);
    if (values) values.push(value);
    else byLiteral.set(literal, [value]);
  }
  const sorted = [...byLiteral.keys()].sort();
  const values = sorted.map((literal) => byLiteral.get(literal)!);
  const tree = treeOf(sorted);
  const child = childOf(tree);
  const root = new Int32Array(UNITS);
  for (let node = 1; node < tree.firstChild[1]!; node++) root[tree.unit[node]!] = node;
  const firstValue = new Int32Array(values.length + 1);
  for (const [i, of] of values.entries()) firstValue[i + 1] = firstValue[i]! + of.length;
  return { ...tree, ...linksOf(tree, child), root, firstValue, value: Int32Array.from(values.flat()) };
}

const UNITS = 0x10000;

/** @param values by number. */
export function automatonOver<T>(flat: FlatAutomaton, values: readonly T[]): Automaton<T> {
  const { unit, firstChild, literal, fail, shorter, root, firstValue, value } = flat;
  return {
    scan(text, found) {
      let seen: Set<number> | null = null;
      let at = 0;
      for (let i = 0; i < text.length; i++) {
        const wanted = text.charCodeAt(i);
        for (;;) {
          if (at === 0) {
            at = root[wanted]!;
            break;
          }
          let low = firstChild[at]!;
          let high = firstChild[at + 1]! - 1;
          let next = 0;
          while (low <= high) {
            const middle = (low + high) >> 1;
            const here = unit[middle]!;
            if (here === wanted) {
              next = middle;
              break;
            }
            if (here < wanted) low = middle + 1;
            else high = middle - 1;
          }
          if (next > 0) {
            at = next;
            break;
          }
          at = fail[at]!;
        }
        for (let end = literal[at]! < 0 ? shorter[at]! : at; end > 0; end = shorter[end]!) {
          const of = literal[end]!;
          seen ??= new Set();
          for (let one = firstValue[of]!; one < firstValue[of + 1]!; one++) {
            const number = value[one]!;
            if (seen.has(number)) continue;
            seen.add(number);
            found(values[number]!);
          }
        }
      }
    },
  };
}

/** @param sorted by UTF-16 units, without doubles. */
function treeOf(sorted: readonly string[]): Tree {
  const unit = [0];
  const literal = [-1];
  const firstChild: number[] = [];
  const ranges = [{ from: 0, to: sorted.length, depth: 0 }]; // of the literals that begin like the node
  for (const [node, { from, to, depth }] of ranges.entries()) {
    firstChild.push(ranges.length);
    let next = from;
    if (next < to && sorted[next]!.length === depth) literal[node] = next++;
    while (next < to) {
      const first = next;
      const here = sorted[first]!.charCodeAt(depth);
      while (next < to && sorted[next]!.charCodeAt(depth) === here) next++;
      ranges.push({ from: first, to: next, depth: depth + 1 });
      unit.push(here);
      literal.push(-1);
    }
  }
  firstChild.push(ranges.length);
  return { unit: Uint16Array.from(unit), firstChild: Int32Array.from(firstChild), literal: Int32Array.from(literal) };
}

type Child = (node: number, unit: number) => number; // 0 for none: the root is nobody's child

function childOf({ unit, firstChild }: Tree): Child {
  return (node, wanted) => {
    let low = firstChild[node]!;
    let high = firstChild[node + 1]! - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = unit[middle]!;
      if (found === wanted) return middle;
      if (found < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  };
}

function step(node: number, unit: number, child: Child, fail: Int32Array): number {
  let at = node;
  for (;;) {
    const next = child(at, unit);
    if (next > 0 || at === 0) return next;
    at = fail[at]!;
  }
}

function linksOf({ unit, firstChild, literal }: Tree, child: Child): Pick<FlatAutomaton, 'fail' | 'shorter'> {
  const fail = new Int32Array(unit.length);
  const shorter = new Int32Array(unit.length);
  for (let node = 0; node < unit.length; node++) {
    for (let below = firstChild[node]!; below < firstChild[node + 1]!; below++) {
      const to = node === 0 ? 0 : step(fail[node]!, unit[below]!, child, fail); // complete: it is nearer to the root
      fail[below] = to;
      shorter[below] = literal[to]! < 0 ? shorter[to]! : to;
    }
  }
  return { fail, shorter };
}
