import type { Span } from '../../text/index.ts';
import type { ClassifierWord } from '../assessment.ts';
import type { Line } from '../match.ts';
import type { Reader } from './classifier.ts';

/** What a reviewer is shown at most. */
const MOST = 5;
/** More pieces are asked for: several lie in one word, and some do not stand in the text as written (numbers, names). */
const ASKED = 40;

/**
 * The words that spoke most for harassment in the reader's opinion, strongest first: the whole tokens that its strongest
 * pieces lie in. `text` is left to the caller, who has the mail as written.
 */
export function readerWords(reader: Reader, text: string, lines: readonly Line[]): Omit<ClassifierWord, 'text'>[] {
  const words: { line: Line; start: number; end: number }[] = [];
  for (const piece of reader.strongest(text, ASKED)) {
    if (words.length === MOST) break;
    const line = lines.find((one) => one.text.includes(piece));
    if (line === undefined) continue;
    const at = line.text.indexOf(piece);
    const span = withMeaning(line, trimmed(line.written, wholeTokens(line, at, at + piece.length)));
    if (span === null) continue;
    const word = { line, ...span };
    if (!words.some((other) => other.line === line && other.start < word.end && word.start < other.end))
      words.push(word);
  }
  return words.map(({ line, start, end }) => ({
    part: line.part,
    start: line.sentence.start[start]!,
    end: line.sentence.end[end - 1]!,
  }));
}

/** From the last edge of a token before the piece to the first one behind it. */
function wholeTokens({ edges, text }: Line, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start > 0 && !edges().has(start)) start--;
  while (end < text.length && !edges().has(end)) end++;
  return { start, end };
}

const SIGN = /[^\p{L}\p{N}ー]/u;

function trimmed(text: string, { start: from, end: to }: Span): Span {
  let start = from;
  let end = to;
  while (start < end && SIGN.test(text[start]!)) start++;
  while (end > start && SIGN.test(text[end - 1]!)) end--;
  return { start, end };
}

const MEANING = /[a-zァ-ヺ一-鿿]/;
/** Tokens to go back from もお before it is given up. */
const MOST_BACK = 3;

/** Particles and endings say nothing by themselves: the word before them is shown too. Null when there is none near. */
function withMeaning({ written, edges }: Line, { start: from, end }: Span): Span | null {
  let start = from;
  for (let back = 0; end > from && back <= MOST_BACK; back++) {
    if (MEANING.test(written.slice(start, end))) return { start, end };
    do start--;
    while (start > 0 && !edges().has(start));
    if (start < 0 || SIGN.test(written[start]!)) return null;
  }
  return null;
}
