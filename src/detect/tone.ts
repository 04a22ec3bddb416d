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

/**
 * Pressure, leverage and refusals near a demand count in full, elsewhere in the mail by a share; softeners, reasons and
 * openness to talk count against them in the same way.
 */
export function createTone({ demand }: Scoring, counted: readonly Counted[]): Tone {
  const marks = counted.flatMap(({ hit, factor }) => {
    if (hit.rule.role.kind !== 'grammar') return [];
    const group = hit.rule.role.group;
    return [
      {
        line: hit.line.index,
        entry: hit.rule.id,
        group,
        manner: (demand.groups[group] ?? 0) * hit.rule.weight * factor,
      },
    ];
  });
  const targets = new Set(marks.filter(({ group }) => group === 'target').map(({ line }) => line));
  const mannerAt = (line: number): number => {
    const best = new Map<string, number>(); // an entry counts once, where it counts most
    for (const mark of marks) {
      const value = Math.abs(mark.line - line) <= 1 ? mark.manner : mark.manner * demand.far;
      const before = best.get(mark.entry);
      if (before === undefined || Math.abs(value) > Math.abs(before)) best.set(mark.entry, value);
    }
    return [...best.values()].reduce((sum, value) => sum + value, 0);
  };
  return {
    isAddressed: (line) => targets.has(line) || targets.has(line - 1) || targets.has(line + 1),
    pressureOn: (line) => Math.min(Math.max(mannerAt(line) / demand.full, 0), demand.most),
    strongest: Math.max(0, ...new Set(marks.map(({ line }) => mannerAt(line)))),
  };
}
