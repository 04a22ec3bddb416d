import { expect, it } from 'vitest';
import { csvLine } from '../../src/util/csv.ts';

it.each([
  ['plain text', ['取引先', '3'], '取引先,3\r\n'],
  ['separators, quotes and line ends', ['a,b', 'say "x"', 'a\nb'], '"a,b","say ""x""","a\nb"\r\n'],
  [
    'what a spreadsheet would run',
    ['=1+1', '+x@example.com', '-1', '@A1', '\t=1'],
    "'=1+1,'+x@example.com,'-1,'@A1,'\t=1\r\n",
  ],
  [
    'a formula in full width, or behind a blank, a line feed or what cannot be seen',
    ['＝1', '＋1', '－1', '＠A1', ' =1', '\u{3000}＝1', '\n=1', '\nx', '\u{200b}=1', '\u{feff}@A1'],
    "'＝1,'＋1,'－1,'＠A1,' =1,'\u{3000}＝1,\"'\n=1\",\"'\nx\",'\u{200b}=1,'\u{feff}@A1\r\n",
  ],
  ['signs inside a text', ['a=b', '株式会社＝', 'x-y@example.com'], 'a=b,株式会社＝,x-y@example.com\r\n'],
])('writes %s', (_what, cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
