import { type Line, linesOf } from './lines.ts';
import { quoteMark } from './reply-marks.ts';

/** Lines of one thought, joined; `at[i]` is where unit i of `text` stands in the part. */
export interface Passage {
  readonly text: string;
  readonly at: readonly number[];
  readonly paragraph: number; // blank-line separated, from 0 within the given stretch
}

/** Mailers and people wrap at 60 to 76 columns, a few at 84; longer lines were not wrapped at all. */
const MAX_WRAP_COLUMNS = 84;
const MIN_WRAP_COLUMNS = 34;
/** Japanese line breaking keeps 。and 」 off the start of a line, so that lines of one width differ a little. */
const SLACK_COLUMNS = 4;

const ITEM =
  /^(?:[・･•●○◯■□◆◇▼▲△▽★☆※→⇒✓✔◎*＊\-–+【〔《<]|[0-9０-９]{1,3}[.．)）、:：時月\s/]|[（(][0-9０-９一二三四五六七八九十a-zA-Z]{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}[、.．\s\u3000]|[^\s:：]{1,10}[:：])/;
/** One full-width blank opens a paragraph; deeper indents do when the line above has none. */
const OPENING = /^\u3000(?!\s)/;
const INDENTED = /^(?:\u3000|[ \t]{2,})/;
const ENDED = /[。．.!?！？…‥」』）)】〉》♪☆★♡♥:：;；]\s*$/;
const QUOTE_GOES_ON = /^(?:と|って|など|という|の|を|は|が|に|も|で|や)/;
/** Ends of a line after which Japanese cannot stop. */
const UNFINISHED = /(?:[をへ、，,]|までに|ように|ために|以内に|について|として|により|によって)$/;

export const columns = (text: string): number => {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    width += unit > 0xff && !(unit >= 0xff61 && unit <= 0xff9f) ? 2 : 1;
  }
  return width;
};

/** Joins the hard-wrapped lines of an own stretch; list items, short lines and deliberate breaks stay apart. */
export function unwrap(part: string, start: number, end: number): Passage[] {
  const passages: Passage[] = [];
  let paragraph = -1;
  let block: Line[] = [];
  const flush = (): void => {
    if (block.length === 0) return;
    paragraph++;
    passages.push(...passagesOf(block, paragraph));
    block = [];
  };
  for (const line of linesOf(part.slice(start, end))) {
    if (line.text.trim() === '') flush();
    else block.push(unmarked({ ...line, start: line.start + start, end: line.end + start }));
  }
  flush();
  return passages;
}

const MARKS = /^[ \t\u3000]{0,3}(?:[>＞][ \t]?)+/;

/** In a mail that only quotes, quoted lines are own. */
function unmarked(line: Line): Line {
  if (quoteMark(line) !== 'angle') return line;
  const [marks = ''] = MARKS.exec(line.text) ?? [];
  return { ...line, text: line.text.slice(marks.length), start: line.start + marks.length };
}

function passagesOf(block: readonly Line[], paragraph: number): Passage[] {
  const widths = block.map(({ text }) => (text.length > MAX_WRAP_COLUMNS ? text.length : columns(text.trimEnd())));
  const wrapped = !block.some(({ text }, i) => widths[i]! > MAX_WRAP_COLUMNS && !/https?:/.test(text));
  const widest = wrapped
    ? Math.max(...widths.map((width) => (width > MAX_WRAP_COLUMNS ? 0 : width)))
    : Number.POSITIVE_INFINITY;
  const passages: Passage[] = [];
  let open: Line[] = [];
  block.forEach((line, i) => {
    open.push(line);
    const next = block[i + 1];
    if (next !== undefined && goesOn(line.text, next.text, widths[i]!, widest)) return;
    passages.push(join(open, paragraph));
    open = [];
  });
  return passages;
}

function goesOn(line: string, next: string, width: number, widest: number): boolean {
  const [above, below] = [line.trim(), next.trim()];
  if (OPENING.test(next) || (INDENTED.test(next) && !INDENTED.test(line))) return false;
  if (ITEM.test(below)) return false;
  if (ENDED.test(above)) return /[」』）)]$/.test(above) && QUOTE_GOES_ON.test(below);
  if (isLetter(above) && isLetter(below)) return true; // written downwards: 死／ね
  if (UNFINISHED.test(above)) return true;
  const first = /^[!-~]+/.exec(below)?.[0].length ?? 1;
  return width >= MIN_WRAP_COLUMNS && width + first + 1 > widest - SLACK_COLUMNS;
}

const isLetter = (text: string): boolean => text.length === 1 && /\p{L}/u.test(text);

function join(lines: readonly Line[], paragraph: number): Passage {
  let text = '';
  const at: number[] = [];
  for (const line of lines) {
    const words = line.text.trim();
    const offset = line.start + line.text.indexOf(words);
    const spaced = (/[!-~]$/.test(text) && /^[!-~]/.test(words)) || (isLetter(words) && text !== '');
    if (spaced) {
      text += ' ';
      at.push(offset - 1); // the line break
    }
    for (let i = 0; i < words.length; i++) at.push(offset + i);
    text += words;
  }
  return { text, at, paragraph };
}
