/** Without this mark at the beginning Excel reads Japanese wrongly. */
export const CSV_MARK = '\u{feff}';

/**
 * A line after RFC 4180.
 *
 * @example
 * csvLine(['要確認', 'a,b']) // → '要確認,"a,b"\r\n'
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** What looks like a formula is text: it gets an apostrophe, which spreadsheets do not show. */
function cell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
