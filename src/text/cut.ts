import { splitsPair } from './head-and-tail.ts';
import type { Span } from './types.ts';

/** Longer sentences are cut at a comma or space, else hard. */
export const MAX_SENTENCE_UNITS = 300;
/** A quote up to this long stays in one sentence with the words around it: 「…。」と言われました. */
const MAX_QUOTE_UNITS = 120;

const PAIRS: Readonly<Record<string, string>> = {
  '「': '」',
  '『': '』',
  '(': ')',
  '【': '】',
  '〈': '〉',
  '《': '》',
  '“': '”',
};
const ENDS = /[。!?♪]/;
const CLOSERS = '」』)】〉》”"\'';
const ABBREVIATED = /(?:^|[^a-z])(?:mr|mrs|ms|dr|prof|st|no|vol|fig|vs|etc|inc|co|ltd|corp|e\.g|i\.e|a\.m|p\.m)$/;

/** All that a cut can depend on; the text between is skipped. */
const SIGN = /[「『(【〈《“。.!?♪]|[\ud83c-\ud83e][\udc00-\udfff]/g;

/** Where the sentences of a folded passage lie; blanks around them left out, nothing else. */
export function cut(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    spans.push(...bounded(text, trimmed(text, { start, end })));
    start = end;
  };
  SIGN.lastIndex = 0;
  for (let found = SIGN.exec(text); found !== null; found = SIGN.exec(text)) {
    const at = found.index;
    const closer = PAIRS[found[0]];
    if (closer !== undefined) {
      const length = text.slice(at + 1, at + 1 + MAX_QUOTE_UNITS).indexOf(closer);
      if (length < 0) continue;
      SIGN.lastIndex = at + length + 2; // behind the closing bracket
      if (ENDS.test(text[at + length]!) && startsAnew(text, at + length + 2)) close(at + length + 2);
      continue;
    }
    if (!endsAt(text, at, found[0])) continue;
    let end = at + found[0].length;
    while (end < text.length && (CLOSERS.includes(text[end]!) || /[。!?♪]/.test(text[end]!))) end++;
    SIGN.lastIndex = end;
    if (found[0].length === 1 || !isPicture(text.slice(end, end + 2))) close(end);
  }
  close(text.length);
  return spans;
}

const isPicture = (text: string): boolean => /^[\ud83c-\ud83e][\udc00-\udfff]/.test(text);

function endsAt(text: string, at: number, sign: string): boolean {
  if (sign.length === 2) return at > 0 && /[ぁ-ゖァ-ヺー!?。\ud83c-\udfff]/.test(text[at - 1]!);
  if (sign !== '.') return true;
  const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? ' '];
  if (/[ぁ-ゖァ-ヺー一-龥」)]/.test(before)) return !/[a-z]/.test(after);
  return (
    /[a-z0-9"')]/.test(before) &&
    after === ' ' &&
    !/^\d+$/.test(lastWord(text, at)) &&
    !ABBREVIATED.test(text.slice(Math.max(0, at - 6), at))
  );
}

const lastWord = (text: string, i: number): string => text.slice(Math.max(0, text.lastIndexOf(' ', i - 1) + 1), i);

/** After a quoted sentence: 「…。」 goes on with a particle (と言われた), else something new begins. */
const startsAnew = (text: string, i: number): boolean => i < text.length && !/[ぁ-ゖ、。」』)!?ー]/.test(text[i]!);

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

function bounded(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > MAX_SENTENCE_UNITS) {
    const window = text.slice(from, from + MAX_SENTENCE_UNITS);
    const pause = Math.max(window.lastIndexOf('、'), window.lastIndexOf(' '), window.lastIndexOf(','));
    const length = pause >= MAX_SENTENCE_UNITS / 3 ? pause + 1 : MAX_SENTENCE_UNITS;
    const to = splitsPair(text, from + length) ? from + length - 1 : from + length;
    spans.push(trimmed(text, { start: from, end: to }));
    from = to;
  }
  spans.push(trimmed(text, { start: from, end }));
  return spans.filter(
    (span) => span.end > span.start && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text.slice(span.start, span.end)),
  );
}
