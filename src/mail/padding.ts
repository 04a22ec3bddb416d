import { INVISIBLE } from '../util/invisible.ts';

/** Longer than any sign needs: the flag of England is its picture with six tags behind. */
const INVISIBLE_RUN = new RegExp(`[${INVISIBLE}]{9,}`, 'gu');
const BLANK = `${INVISIBLE}\\s\\u2800`;
const BLANK_RUN = new RegExp(`[${BLANK}]{101,}`, 'gu');
const ALL_BLANK = new RegExp(`^[${BLANK}]*$`, 'u');

/**
 * Text without the runs in which nothing is shown, so that they fill no limit: of invisible characters nothing stays, of more than
 * a hundred blanks and empty lines one.
 *
 * @example
 * withoutPadding(`納期${'\u200b'.repeat(1000)}の件${' '.repeat(1000)}です`) // → '納期の件 です'
 */
export const withoutPadding = (text: string): string =>
  text.length < 9
    ? text
    : text.replace(INVISIBLE_RUN, '').replace(BLANK_RUN, (run) => (run.includes('\n') ? '\n\n' : ' '));

/** Whether nothing of it is shown. */
export const isPadding = (text: string): boolean => ALL_BLANK.test(text);
