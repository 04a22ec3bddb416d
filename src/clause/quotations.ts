import type { Span } from '../text/index.ts';

const OPENS: Readonly<Record<string, string>> = { '「': '」', '『': '』', '“': '”', '‘': '’', '《': '》', '【': '】' };
const CLOSES = new Set(Object.values(OPENS));
const MARK = /["「」『』“”‘’《》【】]/;

/**
 * What stands between quotation marks, outermost only. A mark whose partner stands in another sentence reaches to the
 * end of this one; straight marks pair up in turn.
 */
export function quotationsOf(text: string): Span[] {
  if (!MARK.test(text)) return [];
  const found: Span[] = [];
  const open: { readonly mark: string; readonly at: number }[] = [];
  let straight = -1;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (letter === '"') {
      if (straight < 0) straight = at;
      else {
        found.push({ start: straight + 1, end: at });
        straight = -1;
      }
    } else if (letter in OPENS) open.push({ mark: OPENS[letter]!, at });
    else if (CLOSES.has(letter)) {
      const opened = open.findLastIndex(({ mark }) => mark === letter);
      if (opened < 0 && found.length === 0) found.push({ start: 0, end: at });
      if (opened >= 0) {
        if (opened === 0) found.push({ start: open[0]!.at + 1, end: at });
        open.length = opened;
      }
    }
  }
  if (open.length > 0) found.push({ start: open[0]!.at + 1, end: text.length });
  return found;
}
