import type { Span } from './types.ts';

/**
 * What of a long text is read: all of it, or its first and last halves of `limit` UTF-16 units. A surrogate pair is
 * never cut; the spans are then one unit shorter.
 *
 * @example
 * headAndTail('abcdefgh', 4) // → [{ start: 0, end: 2 }, { start: 6, end: 8 }]
 */
export function headAndTail(text: string, limit: number): readonly Span[] {
  if (text.length <= limit) return text === '' ? [] : [{ start: 0, end: text.length }];
  const half = Math.floor(limit / 2);
  const head = splitsPair(text, half) ? half - 1 : half;
  const tail = text.length - half;
  return [
    { start: 0, end: head },
    { start: splitsPair(text, tail) ? tail + 1 : tail, end: text.length },
  ];
}

/** Whether a cut before `at` would part a surrogate pair. */
export const splitsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
