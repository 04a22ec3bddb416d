import { head } from '../clean.ts';
import { isPadding, withoutPadding } from '../padding.ts';

const BLANKS = /[ \t\n\f\r]+|[^ \t\n\f\r]+/g;
const CJK = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF00-\uFFEF]/u;
const DEEPEST_QUOTE = 9;
const MOST_PADDING = 100;

export interface LineWriter {
  /** Writes text of an element; white space collapses unless the element is preformatted. */
  write(text: string, preformatted: boolean): void;
  /** The next text starts a new line; 2: after an empty one. */
  breakLine(breaks: 1 | 2): void;
  /** `<br>`: a second one in a row, or one alone in a block, leaves an empty line. */
  lineFeed(): void;
  /** Lines that start from now on are quoted `depth` times. */
  quote(depth: number): void;
  text(): string;
  isCut(): boolean;
}

/**
 * Puts words on lines as HTML does. A line break in the source between two Japanese characters becomes nothing, since
 * it would part a word; elsewhere white space becomes one blank.
 */
export function lineWriter({ limit }: { limit: number }): LineWriter {
  const lines: string[] = [];
  let line = '';
  let blank: '' | ' ' | '\n' = ''; // read, not yet written
  let last = ''; // of what was written
  let breaks = 0; // asked for, not yet written
  let quotes = 0;
  let length = 0;
  let padding = 0; // characters since something was shown

  /** Nothing is shown by it, nor by what was written before it. */
  const isTooMuch = (piece: string): boolean => {
    padding = isPadding(piece) ? padding + piece.length : 0;
    return padding > MOST_PADDING;
  };
  const append = (written: string): void => {
    const piece = withoutPadding(written);
    if (piece === '' || length >= limit || isTooMuch(piece)) return;
    if (breaks > 0 && line !== '') {
      lines.push(line);
      if (breaks > 1) lines.push('');
      line = '';
    }
    if (line === '') line = '> '.repeat(Math.min(quotes, DEEPEST_QUOTE));
    else if (blank === ' ' || (blank === '\n' && !(CJK.test(last) && CJK.test(piece[0]!)))) line += ' ';
    line += head(piece, limit - length);
    last = piece.at(-1)!; // asked of the line, it would be put together each time
    length += piece.length + 1;
    [breaks, blank] = [0, ''];
  };
  const feed = (): void => {
    breaks = Math.min(breaks + 1, 2);
    blank = '';
  };
  const isBlank = (piece: string): boolean => /^[ \t\n\f\r]/.test(piece);

  return {
    write(text, preformatted) {
      if (preformatted) {
        text.split('\n').forEach((row, index) => {
          if (index > 0) feed();
          if (row !== '') append(row);
        });
        return;
      }
      for (const [piece] of text.matchAll(BLANKS)) {
        if (!isBlank(piece)) append(piece);
        else if (blank === '') blank = piece.includes('\n') ? '\n' : ' ';
      }
    },
    breakLine(wanted) {
      breaks = Math.max(breaks, wanted);
      blank = '';
    },
    lineFeed: feed,
    quote(depth) {
      quotes = depth;
    },
    text: () => [...lines, line].join('\n'),
    isCut: () => length >= limit,
  };
}
