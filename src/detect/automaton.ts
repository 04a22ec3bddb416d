/** Finds which of many literals occur in a text, in one pass whatever their number (Aho and Corasick 1975). */
export interface Automaton<T> {
  /** Calls `found` once for each value whose literal occurs, in no particular order. */
  scan(text: string, found: (value: T) => void): void;
}

/**
 * A tree of the literals' beginnings in flat arrays, for a dictionary may have hundreds of thousands: nodes are numbered
 * breadth first from the root 0, so that the children of one stand together, ordered by the UTF-16 unit that leads there.
 */
interface Tree {
  readonly unit: readonly number[];
  readonly firstChild: readonly number[]; // those of node n end where those of n + 1 begin
  readonly literal: readonly number[]; // index of the literal that ends here; -1 for none
}

export function buildAutomaton<T>(literals: Iterable<readonly [string, T]>): Automaton<T> {
  const byLiteral = new Map<string, T[]>();
  for (const [literal, value] of literals) {
    const values = byLiteral.get(literal);
    if (values) values.push(value);
    else byLiteral.set(literal, [value]);
  }
  const sorted = [...byLiteral.keys()].sort();
  const values = sorted.map((literal) => byLiteral.get(literal)!);
  const tree = treeOf(sorted);
  const child = childOf(tree);
  const { fail, shorter } = linksOf(tree, child);
  const literal = Int32Array.from(tree.literal);
  return {
    scan(text, found) {
      const seen = new Set<T>();
      let at = 0;
      for (let i = 0; i < text.length; i++) {
        at = step(at, text.charCodeAt(i), child, fail);
        for (let end = literal[at]! < 0 ? shorter[at]! : at; end > 0; end = shorter[end]!) {
          for (const value of values[literal[end]!]!) {
            if (seen.has(value)) continue;
            seen.add(value);
            found(value);
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
  return { unit, firstChild, literal };
}

type Child = (node: number, unit: number) => number; // 0 for none: the root is nobody's child

function childOf(tree: Tree): Child {
  const unit = Uint16Array.from(tree.unit);
  const firstChild = Int32Array.from(tree.firstChild);
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

/** Where to go on when a literal breaks off, and the nearest shorter literal that ends at the same place. */
function linksOf({ unit, firstChild, literal }: Tree, child: Child): { fail: Int32Array; shorter: Int32Array } {
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
