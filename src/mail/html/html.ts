import { TEXT_BYTES } from '../limits.ts';
import { declarationsOf, over } from './declarations.ts';
import { CELLS, LINES, NO_TEXT, openElements, PARAGRAPHS, READINGS, VOID } from './elements.ts';
import { type Attributes, readTags } from './html-tags.ts';
import { type LineWriter, lineWriter } from './line-writer.ts';
import { isHidden, type Looks, PLAIN, within } from './looks.ts';
import { type StyleSheet, styleSheetOf } from './style-sheet.ts';

export interface HtmlWords {
  readonly text: string; // what is shown, one line per block; quoted blocks start their lines with `> `
  /** What is not shown: by itself, and the lines as they are with it; readings beside the words they stand over. */
  readonly beside: string;
  readonly hidden: boolean; // some of the words are not shown to a human reader
  readonly cut: boolean; // longer than we read
}

/**
 * The words of an HTML text on the lines a reader sees. Hidden words part no others; they are read beside, for they may be shown
 * by a program that knows another style than we do.
 *
 * @example
 * htmlWords('<p>お世話に<br>なります</p>').text // → 'お世話に\nなります'
 */
export function htmlWords(html: string): HtmlWords {
  const sheet = styleSheetOf(html);
  const shown = read(html, sheet, isHidden);
  const text = shown.seen.text();
  const everything = shown.hidden ? read(html, sheet, () => false).seen : null;
  return {
    text,
    beside: linesBeside(text, [shown.beside.text(), everything?.text() ?? '']),
    hidden: shown.hidden,
    cut: [shown.seen, shown.beside, everything].some((lines) => lines?.isCut() === true),
  };
}

/** The lines of some texts that another one does not have, each once. */
function linesBeside(text: string, others: readonly string[]): string {
  const known = new Set(text.split('\n'));
  const lines = others.flatMap((other) => other.split('\n'));
  return lines
    .filter((line) => line === '' || (!known.has(line) && known.add(line)))
    .join('\n')
    .trim();
}

interface Read {
  readonly seen: LineWriter;
  readonly beside: LineWriter;
  readonly hidden: boolean;
}

/** What an open element does to the words inside it. */
interface Inside {
  readonly looks: Looks;
  readonly out: 'seen' | 'beside';
  readonly reading: boolean; // beside a word
}

function read(html: string, sheet: StyleSheet, hides: (looks: Looks) => boolean): Read {
  const writers = { seen: lineWriter({ limit: TEXT_BYTES }), beside: lineWriter({ limit: TEXT_BYTES }) }; // no more than its source
  const both = Object.values(writers);
  let silent: string | null = null; // inside this element nothing is text
  let hidden = false;
  let quotes = 0;
  let preformatted = 0;

  const boundary = (name: string): void => {
    for (const out of elements.innermost().out === 'seen' ? both : [writers.beside]) {
      if (PARAGRAPHS.has(name)) out.breakLine(2);
      else if (LINES.has(name)) out.breakLine(1);
      else if (CELLS.has(name)) out.write(' ', false);
    }
  };
  const enterOrLeave = (name: string, step: 1 | -1): void => {
    boundary(name);
    if (name === 'pre') preformatted += step;
    if (name !== 'blockquote') return;
    quotes += step;
    for (const out of both) out.quote(quotes);
  };
  const elements = openElements<Inside>({ looks: PLAIN, out: 'seen', reading: false }, (name) =>
    enterOrLeave(name, -1),
  );
  const inside = (name: string, attributes: Attributes): Inside => {
    const around = elements.innermost();
    const declared = over(sheet(name, attributes), declarationsOf(styleOf(attributes)));
    const looks = within(around.looks, name, declared);
    const reading = around.reading || READINGS.has(name);
    if (looks === around.looks && reading === around.reading) return around;
    return { looks, out: reading || hides(looks) ? 'beside' : 'seen', reading };
  };

  readTags(html, {
    text(text) {
      if (silent !== null) return;
      const { out, reading } = elements.innermost();
      hidden ||= out === 'beside' && !reading && /[\p{L}\p{N}]/u.test(text);
      writers[out].write(text, preformatted > 0);
    },
    open(name, attributes) {
      if (NO_TEXT.has(name)) silent = name;
      elements.endImplied(name);
      if (name === 'br')
        for (const out of elements.innermost().out === 'seen' ? both : [writers.beside]) out.lineFeed();
      if (VOID.has(name)) return boundary(name);
      elements.open(name, inside(name, attributes));
      enterOrLeave(name, 1);
    },
    close(name) {
      if (silent === name) silent = null;
      elements.close(name);
    },
  });
  return { ...writers, hidden };
}

/** Attributes of old mean the same as styles, and count less. */
const styleOf = ({ style, bgcolor, color, hidden }: Attributes): string =>
  bgcolor === '' && color === '' && !hidden
    ? style
    : `background-color:${bgcolor};color:${color};display:${hidden ? 'none' : ''};${style}`;
