import type { BothShares, KnownFigures, KnownTurnover, Share } from '../../../tuning/index.ts';
import type { Io } from '../io.ts';
import { say } from '../messages.ts';
import { table } from '../terminal/table.ts';

const number = (title: string) => ({ title, align: 'right' as const });
const percent = (share: number): string => `${Math.round(share * 100)}%`;
const MOST_ENTRIES = 50; // at the terminal; --json has all

const shareText = (of: Share | null): string =>
  of === null ? '–' : `${percent(of.share)} (${percent(of.low)}–${percent(of.high)}, ${of.part}/${of.of})`;

const bothText = ({ before, after }: BothShares): string => `${shareText(before)} → ${shareText(after)}`;

/** How two versions fare where people have said what is right, for a terminal. */
export function knownText(
  { surfaced, flagged, entries }: KnownFigures,
  { harassment, harmless }: { readonly harassment: string; readonly harmless: string },
  io: Io,
): string {
  const counts = ({ found, lost, same, missed }: KnownTurnover['harassment']) =>
    [found, lost, same, missed].map(String);
  const columns = [
    { title: '' },
    number(say('新しく見つかる', 'newly found')),
    number(say('見つからなくなる', 'no longer found')),
    number(say('変わらない', 'unchanged')),
  ];
  const rows = (title: string, of: KnownTurnover) => [
    [`${title}: ${harassment}`, ...counts(of.harassment)],
    [`${title}: ${harmless}`, ...counts(of.harmless)],
  ];
  const lines = (title: string, { precision, found }: KnownTurnover) => [
    say(
      `${title}: 見つかるもののうち${harassment} ${bothText(precision)}\n`,
      `${title}: of those found, ${harassment} ${bothText(precision)}\n`,
    ),
    say(
      `${title}: ${harassment}のうち見つかる ${bothText(found)}\n`,
      `${title}: of ${harassment}, found ${bothText(found)}\n`,
    ),
  ];
  const [above, flag] = [say('微妙以上', 'surfaced'), say('要確認以上', 'flagged')];
  return [
    table(
      [...columns, number(say('どちらも見つけない', 'found by neither'))],
      [...rows(above, surfaced), ...rows(flag, flagged)],
      io,
    ),
    ...lines(above, surfaced),
    ...lines(flag, flagged),
    ...(entries.length === 0
      ? []
      : [
          table(
            columns,
            entries
              .slice(0, MOST_ENTRIES)
              .map(({ entry, found, lost, same }) => [entry, ...[found, lost, same].map(String)]),
            io,
          ),
        ]),
  ].join('');
}

/** How many are not listed. */
export const more = (left: number): string[] =>
  left > 0 ? [say(`ほか ${left}件（--json ですべて）\n`, `${left} more (--json has all)\n`)] : [];
