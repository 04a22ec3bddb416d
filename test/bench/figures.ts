export type Unit = 'mails/s' | 'ms' | 'bytes' | 'MiB' | '%' | '×' | '';

/** What was measured several times, or why it was not. */
export type Figure =
  | {
      readonly kind: 'measured';
      readonly name: string;
      readonly unit: Unit;
      readonly median: number;
      readonly min: number;
      readonly max: number;
      readonly p99: number | null; // null: too few samples to tell
      readonly samples: number;
    }
  | { readonly kind: 'missing'; readonly name: string; readonly why: string };

/** A group of figures that are measured together. */
export interface Part {
  readonly about: string; // how, in a line for the reader of the table
  readonly measure: () => Promise<readonly Figure[]>;
}

const ENOUGH_FOR_P99 = 50;

/** @throws RangeError when nothing was measured. */
export function measured(name: string, unit: Unit, samples: readonly number[]): Figure {
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    kind: 'measured',
    name,
    unit,
    median: quantile(sorted, 0.5),
    min: quantile(sorted, 0),
    max: quantile(sorted, 1),
    p99: sorted.length < ENOUGH_FOR_P99 ? null : quantile(sorted, 0.99),
    samples: sorted.length,
  };
}

export const missing = (name: string, why: string): Figure => ({ kind: 'missing', name, why });

/** What fails is not measured, and leaves the others their figures. */
export const orMissing = (name: string, measure: () => Promise<readonly Figure[]>): Promise<readonly Figure[]> =>
  measure().catch((error: unknown) => [missing(name, String(error))]);

/** The smallest sample that at least `share` (0 to 1) of all samples do not exceed: always one that was measured. */
export function quantile(sorted: readonly number[], share: number): number {
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('No samples.');
  return found;
}

/** Runs `round` some times for nothing, so that the compiler has seen the code, then `times` for its results. */
export async function rounds<T>(times: number, round: () => Promise<T>): Promise<T[]> {
  const WARM_UP = 2;
  const results: T[] = [];
  for (let i = 0; i < WARM_UP + times; i++) results.push(await round());
  return results.slice(WARM_UP);
}
