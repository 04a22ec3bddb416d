import type { Span } from '../../text/index.ts';

/** A text in which words are looked for, and the way back to the text as written. */
export interface Comparable {
  readonly text: string;
  /** The stretch of the written text that `[start, end)` of this one was made of. */
  readonly written: (start: number, end: number) => Span;
}

/** White space, signs of quotation and unseen characters: a word goes on across them. */
const PASSED = /[\s>＞\u00ad\u200b-\u200f\u2060-\u2064\u3164\ufeff]|\ufe0e|\ufe0f/;
const LATIN = /[A-Za-z0-9]/;
/** What NFKC writes in another way; a kana of half width takes its voice mark along. */
const WIDE = /[\uff61-\uff9f][\uff9e\uff9f]|[\uff01-\uff9f\u3000-\u303f\u2100-\u2bff]|[\ud800-\udbff][\udc00-\udfff]/y;

/**
 * Makes a text comparable at little cost: width and case levelled, words joined that a line end or a quotation sign parts.
 * What detection reads through besides (masks, look-alikes) is not undone here. Never throws.
 *
 * @example
 * comparable('殺\n> ス').text // → '殺ス'
 */
export function comparable(text: string): Comparable {
  let made = '';
  const from: number[] = [];
  const to: number[] = [];
  const put = (units: string, start: number, end: number): void => {
    made += units;
    for (let i = 0; i < units.length; i++) {
      from.push(start);
      to.push(end);
    }
  };
  for (let at = 0; at < text.length; ) {
    const unit = text[at]!;
    if (PASSED.test(unit)) {
      let end = at + 1;
      while (end < text.length && PASSED.test(text[end]!)) end++;
      if (LATIN.test(text[at - 1] ?? '') && LATIN.test(text[end] ?? '')) put(' ', at, end);
      at = end;
      continue;
    }
    WIDE.lastIndex = at;
    const written = WIDE.exec(text)?.[0] ?? unit;
    put(written.normalize('NFKC').toLowerCase(), at, at + written.length);
    at += written.length;
  }
  return { text: made, written: (start, end) => ({ start: from[start]!, end: to[end - 1]! }) };
}
