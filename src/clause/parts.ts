import type { Span, Token } from '../text/index.ts';

const ENDS = new Set('。．.!?！？\n');

/** Tokens up to each full stop that stands outside quotation marks: nothing hangs on what stands beyond one. */
export function partsOf(tokens: readonly Token[], quotations: readonly Span[]): Token[][] {
  const parts: Token[][] = [[]];
  let next = 0;
  for (const token of tokens) {
    while (next < quotations.length && quotations[next]!.end < token.start) next++;
    parts.at(-1)!.push(token);
    const quoted = next < quotations.length && token.start >= quotations[next]!.start;
    if (!quoted && ENDS.has(token.surface.at(-1)!)) parts.push([]);
  }
  return parts.filter((part) => part.length > 0);
}
