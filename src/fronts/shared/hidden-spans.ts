import type { Span } from '../../text/index.ts';
import type { HiddenKind } from './painful-words.ts';

/** Joins stretches that overlap or touch, in order; each keeps the kinds of all that went into it. */
export function mergedSpans(
  spans: readonly (Span & { readonly kind: HiddenKind })[],
): (Span & { readonly kinds: readonly HiddenKind[] })[] {
  const merged: { start: number; end: number; kinds: HiddenKind[] }[] = [];
  for (const { start, end, kind } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.kinds.push(kind);
    } else merged.push({ start, end, kinds: [kind] });
  }
  return merged;
}
