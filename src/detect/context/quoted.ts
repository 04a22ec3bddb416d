const QUOTES: Readonly<Record<string, string>> = { '「': '」', '『': '』', '“': '”', '"': '"' };
/** Brackets that may hold somebody's words as well. */
const BRACKETS: Readonly<Record<string, string>> = { ...QUOTES, '(': ')', '<': '>', '《': '》', '〈': '〉' };

/** Offset behind the bracket that closes around [start, end), or null when the words stand in none. */
export const behindBracket = (text: string, start: number, end: number): number | null => {
  const at = closing(BRACKETS, text, start, end);
  return at === null ? null : at + 1;
};

/**
 * Offset of the quotation mark that closes around [start, end), or null when the words are not quoted. A mark that opened in
 * an earlier sentence counts.
 */
export const closingMark = (text: string, start: number, end: number): number | null =>
  closing(QUOTES, text, start, end) ?? closingAlone(text, end);

function closing(pairs: Readonly<Record<string, string>>, text: string, start: number, end: number): number | null {
  for (let open = start - 1; open >= 0; open--) {
    const close = pairs[text[open]!];
    if (close === undefined) continue;
    if (text.slice(open + 1, start).includes(close)) continue; // closed before the match
    const closed = text.indexOf(close, end);
    if (closed >= 0) return closed;
  }
  return null;
}

/** A mark that closes what no mark of this sentence has opened. */
function closingAlone(text: string, end: number): number | null {
  const next = /[「『」』]/.exec(text.slice(end));
  return next !== null && /[」』]/.test(next[0]) ? end + next.index : null;
}
