import type { BothShares, KnownFigures, KnownTurnover, Share } from '../../../tuning/index.ts';
import type { Io } from '../io.ts';
import { say } from '../messages.ts';
import { table } from '../terminal/table.ts';
import { countsOf, entriesText, number, turnoverColumns } from './turnover-text.ts';

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const shareText = (of: Share | null): string =>
  of === null ? '–' : `${percent(of.share)} (${percent(of.low)}–${percent(of.high)}, ${of.part}/${of.of})`;

const bothText = ({ before, after }: BothShares): string => `${shareText(before)} → ${shareText(after)}`;

/** How two versions fare where people have said what is right, for a terminal. */
export function knownText(
  { surfaced, flagged, entries }: KnownFigures,
  { harassment, harmless }: { readonly harassment: string; readonly harmless: string },
  io: Io,
): string {
  const counts = (of: KnownTurnover['harassment']) => [...countsOf(of), String(of.missed)];
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
      [...turnoverColumns(), number(say('どちらも見つけない', 'found by neither'))],
      [...rows(above, surfaced), ...rows(flag, flagged)],
      io,
    ),
    ...lines(above, surfaced),
    ...lines(flag, flagged),
    ...entriesText(entries, io),
  ].join('');
}
