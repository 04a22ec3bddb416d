import type { Folded, Span } from './types.ts';

/** Text as it stands, every unit pointing at itself. */
export function unfolded(text: string): Folded {
  const start = new Array<number>(text.length);
  const end = new Array<number>(text.length);
  for (let i = 0; i < text.length; i++) {
    start[i] = i;
    end[i] = i + 1;
  }
  return { text, start, end };
}

export const slice = (folded: Folded, { start, end }: Span): Folded => ({
  text: folded.text.slice(start, end),
  start: folded.start.slice(start, end),
  end: folded.end.slice(start, end),
});

/**
 * Replaces every match of a global pattern and carries the index map along.
 *
 * A replacement of the match's length maps unit by unit; one that only leaves units out maps each remaining unit to
 * itself; any other maps all its units to the whole match.
 *
 * @returns the same object when nothing changed.
 */
export function rewrite(folded: Folded, pattern: RegExp, replacement: (match: RegExpExecArray) => string): Folded {
  let text = '';
  const start: number[] = [];
  const end: number[] = [];
  let copied = 0;
  const copyTo = (to: number): void => {
    text += folded.text.slice(copied, to);
    for (let i = copied; i < to; i++) {
      start.push(folded.start[i]!);
      end.push(folded.end[i]!);
    }
    copied = to;
  };

  let changed = false;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(folded.text); match !== null; match = pattern.exec(folded.text)) {
    const found = match[0];
    if (found === '') {
      pattern.lastIndex++;
      continue;
    }
    const put = replacement(match);
    if (put === found) continue;
    changed = true;
    copyTo(match.index);
    const last = match.index + found.length - 1;
    const kept = put.length === found.length ? null : keptUnits(found, put);
    for (let i = 0; i < put.length; i++) {
      const from = put.length === found.length ? match.index + i : kept === null ? match.index : match.index + kept[i]!;
      const to = put.length === found.length || kept !== null ? from : last;
      start.push(folded.start[from]!);
      end.push(folded.end[to]!);
    }
    text += put;
    copied = last + 1;
  }
  if (!changed) return folded;
  copyTo(folded.text.length);
  return { text, start, end };
}

/** What one rule looks for (a global pattern) and puts in its place. */
export interface Rule {
  readonly pattern: RegExp;
  readonly to: string | ((match: RegExpExecArray) => string);
}

/**
 * A pass over a list of rules, in order. `hint` is one cheap pattern that matches wherever any rule may: ordinary
 * sentences then pay for one search instead of one per rule.
 */
export const pass =
  (hint: RegExp, rules: readonly Rule[]) =>
  (folded: Folded): Folded =>
    hint.test(folded.text)
      ? rules.reduce((text, { pattern, to }) => rewrite(text, pattern, typeof to === 'string' ? () => to : to), folded)
      : folded;

/** Where the units of `put` stand in `found` when it is `found` with some left out; null when it is not. */
function keptUnits(found: string, put: string): number[] | null {
  const places: number[] = [];
  let from = 0;
  for (const unit of put.split('')) {
    const at = found.indexOf(unit, from);
    if (at < 0) return null;
    places.push(at);
    from = at + 1;
  }
  return places;
}
