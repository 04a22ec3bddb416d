/**
 * What `make` gives, made once for all who ask, and let go of when nobody has asked for a while: it is large and soon made again. Who has it
 * keeps it.
 *
 * @returns what asks for it; what `make` throws, or its promise, is thrown, and the next one who asks has it tried again
 */
export function keptAWhile<T>(make: () => T, idleMs = 60_000): () => T {
  let kept: { readonly made: T } | null = null;
  let end: NodeJS.Timeout | undefined;
  const letGo = () => {
    kept = null;
    clearTimeout(end);
  };
  return function ask() {
    if (kept === null) {
      kept = { made: make() };
      if (kept.made instanceof Promise) kept.made.catch(letGo);
    }
    clearTimeout(end);
    end = setTimeout(letGo, idleMs);
    end.unref();
    return kept.made;
  };
}
