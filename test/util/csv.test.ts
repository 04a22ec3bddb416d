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
])('writes %s', (_what, cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
