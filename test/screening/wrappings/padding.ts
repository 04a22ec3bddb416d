import { html, mail, type Part, text } from '../../support/mime.ts';
import { cut, everyday, large, lines, type Wrapping, whole } from './wrapping.ts';

const around =
  (before: string, behind: string, part: (content: string) => Part = text) =>
  (threat: string) =>
    mail(part(`${before}\n${threat}\n${behind}`));

const times = (count: number, name: string, padding: string): Wrapping =>
  large(`between ${count} ${name}`, around(padding.repeat(count), padding.repeat(count)));

const behind = (count: number, name: string, padding: string): Wrapping =>
  large(`behind ${count} ${name}`, around(padding.repeat(count), ''));

const page = (content: string): Part => html(`<style>.h{display:none}</style>${content}`);

const hiddenLines = (count: number, open: string): string => lines(count, (index) => `${open}${everyday(index)}</div>`);

const hidden = (name: string, open: string, count = 6_000): Wrapping =>
  large(`between ${count} lines hidden by ${name}`, around(hiddenLines(count, open), hiddenLines(count, open), page));

const MEGABYTE = 6_000; // of the everyday lines
const oneLine = (count: number): string => lines(count, everyday).replaceAll('\n', '');
const sameLine = (): string => everyday(1);
const later = (index: number): string => everyday(index + MEGABYTE);

/** So much around a threat that it was not reached. */
export const PADDING: readonly Wrapping[] = [
  times(150_000, 'zero-width spaces', '\u200b'),
  times(150_000, 'word joiners', '\u2060'),
  times(80_000, 'tag characters', '\u{e0041}'),
  times(100_000, 'fillers of Hangul', '\u3164'),
  times(100_000, 'blank patterns of Braille', '\u2800'),
  times(100_000, 'no-break spaces', '\u00a0'),
  times(100_000, 'wide blanks', '\u3000'),
  times(100_000, 'tabs', '\t'),
  times(100_000, 'empty lines', '\n'),
  times(60_000, 'lines of a zero-width space', '\u200b\n'),
  behind(1_200_000, 'zero-width spaces', '\u200b'),
  behind(1_200_000, 'blanks', ' '),
  behind(1_200_000, 'empty lines', '\n'),
  large(
    'between 200000 entities of zero-width spaces',
    around('&#8203;'.repeat(200_000), '&#8203;'.repeat(200_000), html),
  ),
  large('between 200000 no-break spaces of HTML', around('&nbsp;'.repeat(200_000), '&nbsp;'.repeat(200_000), html)),
  large(
    'between 60000 elements that hold a blank',
    around('<b>&nbsp;</b>'.repeat(60_000), '<b>&#8203;</b>'.repeat(60_000), html),
  ),
  large('between 100000 empty paragraphs', around('<p></p>'.repeat(100_000), '<br>'.repeat(100_000), html)),
  hidden('display:none', '<div style="display:none">'),
  hidden('a class', '<div class="h">'),
  hidden('a font of no size', '<div style="font-size:0">'),
  hidden('a box of no height', '<div style="height:0;overflow:hidden">'),
  large('behind 40000 hidden lines', around(hiddenLines(40_000, '<div class="h">'), '', page)),
  large('between the same line said 6000 times', around(lines(MEGABYTE, sameLine), lines(MEGABYTE, sameLine))),
  cut('between megabytes of everyday words', around(lines(MEGABYTE, everyday), lines(MEGABYTE, later))),
  cut('between lines of a megabyte', around(oneLine(MEGABYTE), oneLine(MEGABYTE))),
  cut('inside a line of two megabytes', (threat) => mail(text(`${oneLine(MEGABYTE)}${threat}${oneLine(MEGABYTE)}`))),
  cut(
    'between megabytes of shown HTML',
    around(
      lines(MEGABYTE, (i) => `<p>${everyday(i)}</p>`),
      lines(MEGABYTE, (i) => `<p>${later(i)}</p>`),
      html,
    ),
  ),
  large('behind a line of a megabyte', around(oneLine(MEGABYTE), '')),
  large('behind five megabytes', around(lines(30_000, everyday), '')),
  cut('behind ten megabytes', around(lines(60_000, everyday), '')),
  whole('spread by three blanks', (threat) => mail(text([...threat].join('   ')))),
];
