import { onceForEach } from '../../util/once-for-each.ts';
import { kana } from '../kana.ts';
import type { Shape } from './shape.ts';

/** A sentence to look in; both have the same offsets. */
export interface Searched {
  readonly text: string; // folded and kana-levelled
  readonly written: string; // folded
}

/**
 * Where a match may end that begins at `at`: the longest choice first, a gap as short as can be. All ends are told, for
 * the caller knows which of them end a word. Work grows with the phrase times the ends, whatever the text.
 */
export type Search = (searched: Searched, at: number) => readonly number[];

/** `…` spans at most this many UTF-16 units and no sentence end. */
const GAP = 12;
const NOWHERE: readonly number[] = [];

export const searchFor: (shape: Shape) => Search = onceForEach(makeSearch); // a word list stands in many phrases

function makeSearch(shape: Shape): Search {
  switch (shape.kind) {
    case 'text': {
      const { text } = shape;
      return (searched, at) => (searched.text.startsWith(text, at) ? [at + text.length] : NOWHERE);
    }
    case 'written': {
      const { text } = shape;
      return (searched, at) => (searched.written.startsWith(text, at) ? [at + text.length] : NOWHERE);
    }
    case 'all':
      return sequence(shape.parts.map(searchFor));
    case 'any':
      return choice(shape.options);
    case 'gap':
      return gap;
    case 'ahead': {
      const search = searchFor(shape.shape);
      return (searched, at) => (search(searched, at).length > 0 === shape.wanted ? [at] : NOWHERE);
    }
    case 'edge':
      return shape.side === 'start'
        ? ({ text }, at) => (at === 0 || BEFORE_START.has(text[at - 1]!) ? [at] : NOWHERE)
        : ({ text }, at) => (at === text.length || AFTER_END.has(text[at]!) ? [at] : NOWHERE);
  }
}

const BEFORE_START = new Set('。!?\n「『(');
const AFTER_END = new Set('。!?\n」』)');

const gap: Search = ({ text }, at) => {
  const ends = [at];
  for (let end = at; end < text.length && end - at < GAP && !'。!?\n'.includes(text[end]!); end++) ends.push(end + 1);
  return ends;
};

const nowhere: Search = () => NOWHERE;

function sequence(searches: readonly Search[]): Search {
  return (searched, at) => {
    let ends: readonly number[] = [at];
    for (const search of searches) {
      if (ends.length === 1) ends = search(searched, ends[0]!);
      else if (ends.length > 1) ends = merged(ends.map((end) => search(searched, end)));
    }
    return ends;
  };
}

/** Only the options that can begin with the unit at hand are tried; which these are is found when a text asks. */
function choice(options: readonly Shape[]): Search {
  const tried = options.map((option) => ({ search: searchFor(option), units: firstUnits(option) }));
  const those = (wanted: (units: ReadonlySet<number> | null) => boolean) =>
    oneOf(tried.filter(({ units }) => wanted(units)).map(({ search }) => search));
  const byUnit = new Map<number, Search | null>(); // null: not asked yet
  for (const { units } of tried) for (const unit of units ?? []) byUnit.set(unit, null);
  const others = those((first) => first === null);
  return (searched, at) => {
    const unit = searched.text.charCodeAt(at);
    let search = byUnit.get(unit);
    if (search === null) {
      search = those((first) => first === null || first.has(unit));
      byUnit.set(unit, search);
    }
    return (search ?? others)(searched, at);
  };
}

function oneOf(searches: readonly Search[]): Search {
  if (searches.length <= 1) return searches[0] ?? nowhere;
  return (searched, at) => {
    const found: (readonly number[])[] = [];
    for (const search of searches) {
      const ends = search(searched, at);
      if (ends.length > 0) found.push(ends);
    }
    return found.length > 1 ? merged(found.sort((a, b) => b[0]! - a[0]!)) : (found[0] ?? NOWHERE);
  };
}

function merged(lists: readonly (readonly number[])[]): readonly number[] {
  const all: number[] = [];
  for (const list of lists) for (const end of list) if (!all.includes(end)) all.push(end);
  return all;
}

/** The units that a match of `shape` can begin with; null when it may be anything, or nothing at all. */
function firstUnits(shape: Shape): ReadonlySet<number> | null {
  const { units, empty } = beginningOf(shape);
  return empty ? null : units;
}

interface Beginning {
  readonly units: ReadonlySet<number> | null; // null: too many to say
  readonly empty: boolean; // may take no room, and then what follows begins
}

const NO_ROOM: Beginning = { units: new Set(), empty: true };

function beginningOf(shape: Shape): Beginning {
  switch (shape.kind) {
    case 'text':
      return { units: new Set([shape.text.charCodeAt(0)]), empty: false };
    case 'written':
      return { units: new Set([kana(shape.text).charCodeAt(0)]), empty: false };
    case 'all': {
      const units = new Set<number>();
      for (const part of shape.parts) {
        const first = beginningOf(part);
        if (first.units === null) return first;
        for (const unit of first.units) units.add(unit);
        if (!first.empty) return { units, empty: false };
      }
      return { units, empty: true };
    }
    case 'any': {
      const options = shape.options.map(beginningOf);
      return {
        units: options.some(({ units }) => units === null)
          ? null
          : new Set(options.flatMap(({ units }) => [...units!])),
        empty: options.some(({ empty }) => empty),
      };
    }
    case 'gap':
      return { units: null, empty: true };
    case 'ahead':
    case 'edge':
      return NO_ROOM;
  }
}
