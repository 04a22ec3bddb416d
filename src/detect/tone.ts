import { byLine } from './by-line.ts';
import type { Entry, Scoring } from './dictionary/index.ts';
import type { Hit } from './match.ts';

/** How the mail speaks around a line: whom it addresses, how hard it presses. */
export interface Tone {
  /** Whether the line or one beside it speaks to the reader of the mail. */
  isAddressed(line: number): boolean;
  /** The factor of a demand in `line`: 0 without pressure, 1 at full manner, at most `demand.most`. */
  pressureOn(line: number): number;
  /** The manner at the line where it is highest. */
  readonly strongest: number;
}

interface Counted {
  readonly hit: Hit<Entry>;
  readonly factor: number;
}

interface Mark {
  readonly line: number;
  readonly entry: string;
  readonly group: string;
  readonly manner: number;
}

/**
 * Pressure, leverage and refusals near a demand count in full, elsewhere in the mail by a share; softeners, reasons and
 * openness to talk count against them in the same way.
 */
export function createTone({ demand }: Scoring, counted: readonly Counted[]): Tone {
  const marks = counted.flatMap(({ hit, factor }): Mark[] => {
    if (hit.rule.role.kind !== 'grammar') return [];
    const group = hit.rule.role.group;
    const manner = (demand.groups[group] ?? 0) * hit.rule.weight * factor;
    return [{ line: hit.line.index, entry: hit.rule.id, group, manner }];
  });
  const marksIn = byLine(marks, ({ line }) => line);
  const far = new Map<string, number>();
  for (const { entry, manner } of marks) keepStronger(far, entry, manner * demand.far);
  const targets = new Set(marks.filter(({ group }) => group === 'target').map(({ line }) => line));
  const mannerAt = remembered((line) => {
    const best = new Map(far); // an entry counts once, where it counts most
    for (const near of [line - 1, line, line + 1])
      for (const { entry, manner } of marksIn.get(near) ?? []) keepStronger(best, entry, manner);
    return [...best.values()].reduce((sum, value) => sum + value, 0);
  });
  return {
    isAddressed: (line) => targets.has(line) || targets.has(line - 1) || targets.has(line + 1),
    pressureOn: (line) => Math.min(Math.max(mannerAt(line) / demand.full, 0), demand.most),
    strongest: [...marksIn.keys()].reduce((most, line) => Math.max(most, mannerAt(line)), 0),
  };
}

function keepStronger(best: Map<string, number>, entry: string, value: number): void {
  const before = best.get(entry);
  if (before === undefined || Math.abs(value) > Math.abs(before)) best.set(entry, value);
}

function remembered(ask: (line: number) => number): (line: number) => number {
  const known = new Map<number, number>();
  return (line) => {
    const value = known.get(line) ?? ask(line);
    known.set(line, value);
    return value;
  };
}
