/** Finds which of many literals occur in a text, in one pass whatever their number (Aho and Corasick 1975). */
export interface Automaton<T> {
  /** Calls `found` once for each value whose literal occurs, in no particular order. */
  scan(text: string, found: (value: T) => void): void;
}

interface Node<T> {
  readonly next: Map<number, Node<T>>; // by UTF-16 unit
  fail: Node<T> | null;
  values: T[]; // of the literals ending here, those of shorter suffixes included
}

const node = <T>(): Node<T> => ({ next: new Map(), fail: null, values: [] });

export function buildAutomaton<T>(literals: Iterable<readonly [string, T]>): Automaton<T> {
  const root = node<T>();
  for (const [literal, value] of literals) {
    let at = root;
    for (let i = 0; i < literal.length; i++) {
      const unit = literal.charCodeAt(i);
      const next = at.next.get(unit) ?? node<T>();
      at.next.set(unit, next);
      at = next;
    }
    at.values.push(value);
  }
  linkFailures(root);
  return {
    scan(text, found) {
      const seen = new Set<T>();
      let at = root;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        let next = at.next.get(unit);
        while (!next && at.fail) {
          at = at.fail;
          next = at.next.get(unit);
        }
        at = next ?? root;
        for (const value of at.values) {
          if (seen.has(value)) continue;
          seen.add(value);
          found(value);
        }
      }
    },
  };
}

/** Breadth first, so that a node's failure link is complete before its children need it. */
function linkFailures<T>(root: Node<T>): void {
  const queue = [root];
  for (const at of queue) {
    for (const [unit, child] of at.next) {
      let fail = at.fail;
      while (fail && !fail.next.has(unit)) fail = fail.fail;
      child.fail = at === root ? root : (fail?.next.get(unit) ?? root);
      child.values = [...child.values, ...child.fail.values];
      queue.push(child);
    }
  }
}
