import stringWidth from 'string-width';
import { minuteOf } from '../../../util/day.ts';
import { DECEPTIVE } from '../../../util/deceptive.ts';

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Text of a stranger on one line, harmless to the terminal: line ends and tabs become spaces, the rest `�`. */
export const printable = (text: string): string => text.replace(/[\r\n\t]+/g, ' ').replace(DECEPTIVE, '\u{fffd}');

/** Columns a text takes on the terminal; full-width characters take two. */
export const columns = (text: string): number => stringWidth(text);

/** The text when it fits into `width` columns, else its beginning and `…`. Never cuts a character in two. */
export function clip(text: string, width: number): string {
  return columns(text) <= width ? text : `${fitting(charactersOf(text), width - 1).join('')}…`;
}

/** The text when it fits into `width` columns, else `…` and its end. */
export function clipStart(text: string, width: number): string {
  if (columns(text) <= width) return text;
  return `…${fitting(charactersOf(text).reverse(), width - 1)
    .reverse()
    .join('')}`;
}

const charactersOf = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

function fitting(characters: readonly string[], width: number): string[] {
  let used = 0;
  const end = characters.findIndex((character) => {
    used += columns(character);
    return used > width;
  });
  return characters.slice(0, end < 0 ? characters.length : end);
}

/** The text on lines of at most `width` columns, broken at a space where a line has one. */
export function fold(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of graphemes.segment(text)) {
    if (columns(line + segment) > width) {
      const space = line.lastIndexOf(' ');
      lines.push(space < 0 ? line : line.slice(0, space));
      line = space < 0 ? '' : line.slice(space + 1);
    }
    line += segment;
  }
  return [...lines, line].join('\n');
}

/** JSON on one line that a terminal may show: JSON leaves DEL and the C1 controls as they are. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** 2026-07-03 09:05 in the given time zone. */
export const localTime = (iso: string, timeZone: string): string => minuteOf(new Date(iso), timeZone);
