/** Without this mark at the beginning Excel reads Japanese wrongly. */
export const CSV_MARK = '\u{feff}';

/**
 * A line after RFC 4180.
 *
 * @example
 * csvLine(['要確認', 'a,b']) // → '要確認,"a,b"\r\n'
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Full-width signs begin a formula in Japanese and Chinese versions; blanks and what cannot be seen are passed over. */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** What looks like a formula is text: it gets an apostrophe, which spreadsheets do not show. */
function cell(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
