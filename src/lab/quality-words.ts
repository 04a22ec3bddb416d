import { wilson } from '../tuning/index.ts';
import type { Recall } from './evaluation.ts';
import type { Figures } from './metrics.ts';

export const percent = (value: number | null): string => (value === null ? '–' : `${Math.round(value * 100)} %`);

export function ratio(part: number, whole: number): string {
  const range = wilson(part, whole);
  return range === null ? '–' : `${(part / whole).toFixed(3)} [${range.low.toFixed(2)}–${range.high.toFixed(2)}]`;
}

export const recall = ({ tp, fn }: Figures): string => ratio(tp, tp + fn);
export const precision = ({ tp, fp }: Figures): string => ratio(tp, tp + fp);
export const falseAlarms = ({ fp, tn }: Figures): string => `${fp} of ${fp + tn}`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Of harassing mails of several files: how many of a hundred are flagged, surfaced, and how many there are. */
export function found(files: readonly Recall[]): string {
  const sum = (of: (one: Recall) => number) => files.reduce((all, one) => all + of(one), 0);
  const mails = sum((one) => one.mails);
  const share = (kind: 'flagged' | 'surfaced') =>
    percent(sum((one) => Math.round((one[kind].recall ?? 0) * one.mails)) / mails);
  return mails === 0 ? '–' : `${share('flagged')} / ${share('surfaced')} (${mails})`;
}
