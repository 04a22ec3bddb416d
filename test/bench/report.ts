import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { Figure } from './figures.ts';

/** What one part has measured. */
export interface Section {
  readonly part: string;
  readonly about: string;
  readonly figures: readonly Figure[];
}

/** Figures mean little without the machine they come from, and what else it did at the time. */
export const machine = () => ({
  node: process.version,
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memory: Math.round(totalmem() / 1024 ** 3), // GiB
  load: loadavg().map((load) => Math.round(load * 100) / 100), // over 1, 5 and 15 minutes
});

export function table(sections: readonly Section[]): string {
  const head = ['', 'median', 'unit', 'min – max', 'p99', 'n'];
  const measured = sections.flatMap(({ figures }) => figures).map(cells);
  const widths = head.map((_, i) => Math.max(...[head, ...measured].map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (LEFT.has(i) ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd();
  const lines = sections.flatMap(({ part, about, figures }) => [
    '',
    `${part}: ${about}`,
    ...figures.map((figure) =>
      figure.kind === 'missing' ? `${figure.name}: not measured (${figure.why})` : line(cells(figure)),
    ),
  ]);
  return [line(head), ...lines, ''].join('\n');
}

const LEFT: ReadonlySet<number> = new Set([0, 2]); // columns of words

function cells(figure: Figure): readonly string[] {
  if (figure.kind === 'missing') return [];
  const { name, unit, median, min, max, p99, samples } = figure;
  const spread = samples > 1 ? `${short(min)} – ${short(max)}` : '';
  return [name, short(median), unit, spread, p99 === null ? '' : short(p99), String(samples)];
}

const shortened = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Three digits are more than a bench can promise; whole numbers stay whole. */
const short = (value: number): string => (value < 100 ? shortened : whole).format(value);
