import type { PastVerdict } from '../../../cases/index.ts';
import type { Comparison, Turnover } from '../../../tuning/index.ts';
import type { Io } from '../io.ts';
import { say, word } from '../messages.ts';
import { table } from '../terminal/table.ts';

const MOST_ENTRIES = 50; // at the terminal; --json has all
const MOST_NAMED = 3; // entries behind a judgement

/** A column of numbers. */
export const number = (title: string) => ({ title, align: 'right' as const });

/** Columns for a name and `countsOf`. */
export const turnoverColumns = () => [
  { title: '' },
  number(say('新しく見つかる', 'newly found')),
  number(say('見つからなくなる', 'no longer found')),
  number(say('変わらない', 'unchanged')),
];

export const countsOf = ({ found, lost, same }: Turnover): string[] => [found, lost, same].map(String);

/** A table of entries that find something else now; nothing where there are none. */
export const entriesText = (entries: Comparison['entries'], io: Io): string[] =>
  entries.length === 0
    ? []
    : [
        table(
          turnoverColumns(),
          entries.slice(0, MOST_ENTRIES).map((one) => [one.entry, ...countsOf(one)]),
          io,
        ),
      ];

type Judged = Pick<PastVerdict, 'band' | 'probability'> & { readonly entries: PastVerdict['top'] };

/** What two versions say of one mail or case, and by which entries the second says it. */
export const changeText = (was: Judged, is: Judged): string =>
  `${word(was.band)} ${percent(was)} → ${word(is.band)} ${percent(is)}  ${is.entries.slice(0, MOST_NAMED).join(' ')}`;

const percent = ({ probability }: Pick<Judged, 'probability'>): string => `${(probability * 100).toFixed(1)} %`;

/** How many are not listed. @param counter by which they are counted in Japanese */
export const more = (left: number, counter: '件' | '通'): string[] =>
  left > 0 ? [say(`ほか ${left}${counter}（--json ですべて）\n`, `${left} more (--json has all)\n`)] : [];
