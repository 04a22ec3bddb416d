import { pass, type Rule } from '../rewrite.ts';

const LETTER = '[\\p{Script=Han}々ぁ-ゖァ-ヺー]';
const FIRST = `(?<!${LETTER})`;
const LAST = `(?!${LETTER})`;
/** What stands between two letters: signs, pictures, line ends, or one Latin letter or digit. */
const BETWEEN = '(?:[^\\p{L}\\p{N}]{1,4}|[a-zａ-ｚ0-9０-９])';

/** A row of days, compass points or numbered items has no particles and no endings: it stays. */
const letters = ([run]: RegExpExecArray): string =>
  /[ぁ-ゖ]/.test(run) ? run.replace(/[^\p{Script=Han}々ぁ-ゖァ-ヺー]+/gu, '') : run;
const joined = (pattern: string): Rule => ({ pattern: new RegExp(pattern, 'giu'), to: letters });

/** Four letters at least with one and the same thing between them (the back reference) or digits that count; two letters a line. Bounded: the
 * stack of a search is. */
const rules: readonly Rule[] = [
  // with the outer brackets: 「お」「前」「を」 is no quotation
  joined(
    `(?<!${LETTER}[\\p{Pe}>][^\\p{L}\\p{N}]{0,2})[\\p{Ps}<]${LETTER}([\\p{Pe}>][^\\p{L}\\p{N}]{0,2}[\\p{Ps}<])${LETTER}(?:\\1${LETTER}){2,400}[\\p{Pe}>]`,
  ),
  joined(`${FIRST}${LETTER}(${BETWEEN})${LETTER}(?:\\1${LETTER}){2,400}${LAST}`),
  joined(`${FIRST}${LETTER}(?:\\p{N}{1,2}${LETTER}){3,400}${LAST}`),
  joined(`(?<=^|\\n)${LETTER}{1,2}(\\n{1,3})${LETTER}{1,2}(?:\\1${LETTER}{1,2}){2,400}(?=[。！!]?(?:\\n|$))`),
];

/** Whether any letters may stand so. */
export const APART = new RegExp(
  `${LETTER}(${BETWEEN})${LETTER}\\1|${LETTER}\\p{N}${LETTER}\\p{N}|(?:^|\\n)${LETTER}{2}\\n{1,3}${LETTER}{2}\\n`,
  'iu',
);

/** Letters with one and the same sign between all of them (お|前|を), each in a box or on a line of its own, as the words they are. */
export const lettersTogether = pass(APART, rules);
