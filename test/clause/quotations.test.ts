import { expect, it } from 'vitest';
import { quotationsOf } from '../../src/clause/quotations.ts';

it.each([
  ['「殺す」と言われた', ['殺す']],
  ['「彼は『死ね』と言った」と聞いた', ['彼は『死ね』と言った']],
  ['殺す」と言われた', ['殺す']],
  ['彼は「殺す', ['殺す']],
  ['"死ね"と"消えろ"', ['死ね', '消えろ']],
  ['何もない', []],
])('%s', (text, quoted) => {
  expect(quotationsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(quoted);
});
