import { TEXT_CHARACTERS } from '../limits.ts';
import { readTags } from './html-tags.ts';
import { lineWriter } from './line-writer.ts';

export interface HtmlWords {
  readonly text: string; // one line per block; quoted blocks start their lines with `> `
  readonly hidden: boolean; // some of the words are not shown to a human reader
  readonly cut: boolean; // longer than we read
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const NO_TEXT = names('script style title');
const PARAGRAPHS = names('p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre');
const LINES = names(
  'address article aside body caption center dd details dir div dt fieldset figcaption figure footer form header hr' +
    ' legend li main menu nav option section summary tbody tfoot thead tr',
);
const CELLS = names('td th');
const VOID = names('area base br col embed hr img input link meta source track wbr');

/**
 * The words of an HTML text on the lines a reader sees. Hidden words are kept; only styles written in a tag itself are
 * known to hide, since mails use style sheets for other screens.
 *
 * @example
 * htmlWords('<p>お世話に<br>なります</p>').text // → 'お世話に\nなります'
 */
export function htmlWords(html: string): HtmlWords {
  const out = lineWriter({ limit: TEXT_CHARACTERS });
  let silent: string | null = null; // inside this element nothing is text
  let hiding: { readonly name: string; depth: number } | null = null; // a hidden element; depth counts its namesakes
  let hidden = false;
  let quotes = 0;
  let preformatted = 0;

  const boundary = (name: string): void => {
    if (PARAGRAPHS.has(name)) out.breakLine(2);
    else if (LINES.has(name)) out.breakLine(1);
    else if (CELLS.has(name)) out.write(' ', false);
  };
  /** How deep we are in elements of one name after a tag of that name; stray closing tags do not count. */
  const within = (depth: number, step: 1 | -1): number => Math.max(depth + step, 0);
  const enterOrLeave = (name: string, step: 1 | -1): void => {
    boundary(name);
    if (name === 'pre') preformatted = within(preformatted, step);
    if (name !== 'blockquote') return;
    quotes = within(quotes, step);
    out.quote(quotes);
  };

  readTags(html, {
    text(text) {
      if (silent !== null) return;
      hidden ||= hiding !== null && /[\p{L}\p{N}]/u.test(text);
      out.write(text, preformatted > 0);
    },
    open(name, hides) {
      if (NO_TEXT.has(name)) silent = name;
      if (name === 'br') out.lineFeed();
      if (hiding?.name === name) hiding.depth++;
      else if (hides && hiding === null && !VOID.has(name)) hiding = { name, depth: 1 };
      enterOrLeave(name, 1);
    },
    close(name) {
      if (silent === name) silent = null;
      if (hiding?.name === name && --hiding.depth === 0) hiding = null;
      enterOrLeave(name, -1);
    },
  });
  return { text: out.text(), hidden, cut: out.isCut() };
}
