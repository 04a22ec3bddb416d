import { fold, type Span } from '../../text/index.ts';

/** A text with all such words covered, and how many places that were. */
export interface Redacted {
  readonly text: string;
  readonly places: number;
}

/**
 * Covers each of the words under its number, so that who is spoken of twice can be told. Found whatever the width, case, blanks
 * and line breaks in between, those of a quote too; the longest of those that overlap is covered.
 *
 * @example
 * redact('山田花子さんを出せ', ['山田 花子']).text // → '【伏せ字1】さんを出せ'
 */
export function redact(
  text: string,
  redactions: readonly string[],
  mark = (number: number) => `【伏せ字${number}】`,
): Redacted {
  const folded = fold(text);
  const found = redactions.flatMap((word, nth) =>
    [...spansIn(text, word), ...spansIn(folded.text, fold(word).text).map(unfold)].map((span) => ({ ...span, nth })),
  );
  function unfold({ start, end }: Span): Span {
    return { start: folded.start[start]!, end: folded.end[end - 1]! };
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let [covered, at, places] = ['', 0, 0];
  for (const { start, end, nth } of found) {
    if (end <= at) continue;
    if (start >= at) {
      covered += `${text.slice(at, start)}${mark(nth + 1)}`;
      places++;
    }
    at = end; // what overlaps goes too
  }
  return { text: covered + text.slice(at), places };
}

/** What may part the letters of a name. */
const PARTING = /[\s・,]/;
const GAP = '[\\s・,]*';
/** The same, or a line break with signs of a quote behind it. No place can be read in two ways: words come from strangers. */
const QUOTED_GAP = '(?:(?![\\r\\n])[\\s・,])*(?:[\\r\\n][\\s・,>＞|｜]*)?';
const QUOTE_SIGN = /[>＞|｜]/;

function spansIn(text: string, word: string): Span[] {
  if (word === '') return [];
  const letters = [...word].filter((one) => !PARTING.test(one)); // a gap that is a letter, too, takes time without end
  const gap = QUOTE_SIGN.test(word) ? GAP : QUOTED_GAP;
  const pattern = new RegExp(letters.length === 0 ? escaped(word) : letters.map(escaped).join(gap), 'giu');
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
