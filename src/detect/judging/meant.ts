import { type AskedBand, BANDS } from '../assessment.ts';
import { byLine } from '../by-line.ts';
import { isTheirs } from '../clause-arguments.ts';
import { createSurroundings } from '../context/context.ts';
import type { Dictionary, Entry, Group } from '../dictionary/index.ts';
import type { Hit } from '../match.ts';

/** A hit with what its surroundings make of it. */
export interface Weighed {
  readonly hit: Hit<Entry>;
  readonly modifiers: readonly string[];
  readonly meant: boolean; // not quoted, denied, spoken of …; of a demand: pressed as well
  readonly asks: AskedBand | null; // what its entry asks for here
}

/** Modifiers that are no context rules. */
export const UNAIMED = 'aim.nobody-addressed';
export const UNPRESSED = 'demand.without-pressure';

/** Groups that turn a demand into more than business. */
const PRESSING: ReadonlySet<Group> = new Set(['pressure', 'leverage', 'refusal']);

/** What each entry that was found means where it stands, each wording once within an act. */
export function weigh(dictionary: Dictionary, hits: readonly Hit[]): Weighed[] {
  const entries = hits.filter((hit): hit is Hit<Entry> => hit.rule.kind === 'entry');
  const surroundings = createSurroundings(dictionary, hits);
  const read = entries.map((hit) => {
    const modifiers = surroundings(hit);
    return { hit, modifiers, cancelled: modifiers.length > 0 };
  });
  const marks = byLine(
    read.filter(({ hit, cancelled }) => !cancelled && hit.rule.role.kind === 'grammar'),
    ({ hit }) => hit.line.index,
  );
  const near = (line: number, groups: (group: Group) => boolean): boolean =>
    [line - 1, line, line + 1].some((one) =>
      marks.get(one)?.some(({ hit: { rule } }) => rule.role.kind === 'grammar' && groups(rule.role.group)),
    );
  return withoutOverlaps(
    read.map(({ hit, modifiers, cancelled }): Weighed => {
      const { role, atLeast } = hit.rule;
      if (cancelled) return { hit, modifiers, meant: false, asks: null };
      switch (role.kind) {
        case 'grammar':
          return { hit, modifiers, meant: true, asks: null };
        case 'demand': {
          const pressed = near(hit.line.index, (group) => PRESSING.has(group));
          return { hit, modifiers: pressed ? [] : [UNPRESSED], meant: pressed, asks: pressed ? atLeast : null };
        }
        case 'expression': {
          const aimed = isAimed(hit) || near(hit.line.index, (group) => group === 'target');
          return { hit, modifiers: aimed ? [] : [UNAIMED], meant: true, asks: aimed ? atLeast : null };
        }
      }
    }),
  );
}

/** What is done to nobody in particular is meant for the reader (殺すぞ); what is said of nobody may be about the weather. */
function isAimed({ rule, reading }: Hit<Entry>): boolean {
  if (reading === null) return !rule.aimed;
  return reading.use === 'do' || isTheirs(reading.target);
}

/** Within one act the same words count once: what asks for most stays. */
function withoutOverlaps(all: readonly Weighed[]): Weighed[] {
  const taken = new Map<string, Set<number>>(); // offsets of an act in a line
  const free = ({ hit: { rule, line, start, end } }: Weighed): boolean => {
    if (rule.role.kind === 'grammar') return true;
    const key = `${rule.role.act} ${line.index}`;
    const offsets = taken.get(key) ?? new Set();
    const own = Array.from({ length: end - start }, (_, i) => start + i);
    if (own.some((offset) => offsets.has(offset))) return false;
    for (const offset of own) offsets.add(offset);
    taken.set(key, offsets);
    return true;
  };
  const rank = ({ meant, asks }: Weighed) => (asks === null ? (meant ? 0 : -1) : BANDS.indexOf(asks));
  const length = ({ hit: { start, end } }: Weighed) => end - start;
  const kept = new Set([...all].sort((a, b) => rank(b) - rank(a) || length(b) - length(a)).filter(free));
  return all.filter((one) => kept.has(one));
}
