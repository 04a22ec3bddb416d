import { type Act, APPRENTICE, type AssessedMatch, type Axes, type Floor, isApprentice } from './assessment.ts';
import { isTheirs } from './clause-arguments.ts';
import { createSurroundings, holdsFloor, isCancelled } from './context/context.ts';
import type { Dictionary, Entry, Scoring } from './dictionary/index.ts';
import { type Counted, floorOf } from './floor.ts';
import type { Hit } from './match.ts';
import { createTone, type Tone } from './tone.ts';

/** What the dictionaries alone say about a mail. */
export interface Scored {
  readonly matches: readonly AssessedMatch[];
  readonly acts: readonly { readonly act: Act; readonly score: number }[]; // by falling score, zero left out
  readonly score: number; // without apprentices
  readonly withApprentices: number; // as if they counted: only whether it reaches grey is asked
  readonly axes: Omit<Axes, 'frequency'>;
  readonly floor: Floor | null;
  /** An expression that is grave and aimed is among them: a person decides, whatever the classifier says. */
  readonly grave: boolean;
  readonly worries: readonly string[]; // ids of entries that are no harassment and must not vanish
}

/** Modifiers that are no context rules: what the scoring itself did to a match. */
export const UNAIMED = 'aim.nobody-addressed';
export const COUPLED = 'demand.pressed';
export const UNPRESSED = 'demand.without-pressure';

/**
 * Points of every match, then of every act, then of the mail. A demand counts by the pressure put behind it; an
 * expression counts by itself. Several matches add up with a falling share, so that ten mild words are no threat.
 */
export function scoreHits(dictionary: Dictionary, hits: readonly Hit[]): Scored {
  const { scoring } = dictionary;
  const entries = hits.filter((hit): hit is Hit<Entry> => hit.rule.kind === 'entry');
  const surroundings = createSurroundings(dictionary, hits);
  const counted = entries.map((hit) => ({ hit, ...surroundings(hit) }));
  const tone = createTone(scoring, counted);

  const matches = counted.map(({ hit, factor, modifiers }): AssessedMatch => {
    const { rule } = hit;
    const plain = scoring.weights[rule.weight - 1]! * factor;
    switch (rule.role.kind) {
      case 'grammar':
        return assessed(hit, null, 0, modifiers);
      case 'expression': {
        const aimed = isAimed(hit, tone);
        return assessed(
          hit,
          rule.role.act,
          aimed ? plain : plain * scoring.unaimed,
          aimed ? modifiers : [...modifiers, UNAIMED],
        );
      }
      case 'demand': {
        const pressed = tone.pressureOn(hit.line.index);
        return assessed(hit, rule.role.act, plain * pressed, [...modifiers, pressed > 0 ? COUPLED : UNPRESSED]);
      }
    }
  });
  const own = entries.some(({ rule }) => rule.apprentice) ? matches.filter((match) => !isApprentice(match)) : matches;
  const kept = withoutOverlaps(own);
  const meant = counted.filter(({ factor }) => !isCancelled(factor));
  const aimed = meant.filter(
    ({ hit, factor }) =>
      holdsFloor(factor) && isAimed(hit, tone) && (hit.reading !== null || tone.isAddressed(hit.line.index)),
  );
  const scored = scoreAll(kept, scoring);
  const learning = own === matches ? null : beside(matches, kept, scoring);
  return {
    matches: learning?.matches ?? kept,
    ...scored,
    withApprentices: learning?.score ?? scored.score,
    axes: axesOf(counted, kept, tone.strongest, scoring),
    floor: floorOf(aimed),
    grave: aimed.some(
      ({ hit: { rule } }) => rule.role.kind === 'expression' && rule.weight >= GRAVE && !rule.apprentice,
    ),
    worries: worriesOf(meant),
  };
}

/**
 * From this weight on an expression aimed at somebody is plain enough that the classifier takes no mail out of review. What
 * weighs less it may take down to 微妙, where a person still sees it.
 */
export const GRAVE = 4;

const worriesOf = (meant: readonly Counted[]): string[] => [
  ...new Set(
    meant.flatMap(({ hit: { rule } }) =>
      rule.role.kind === 'grammar' && rule.role.group === 'worry' ? [rule.id] : [],
    ),
  ),
];

/** What is done to nobody in particular is meant for the reader (殺すぞ); what is said of nobody may be about the weather. */
function isAimed({ rule, reading, line }: Hit<Entry>, tone: Tone): boolean {
  if (reading?.use === 'do' || (reading !== null && isTheirs(reading.target))) return true;
  if (reading === null && !rule.aimed) return true;
  return tone.isAddressed(line.index);
}

function assessed(
  { rule, line, start, end }: Hit<Entry>,
  act: Act | null,
  points: number,
  modifiers: readonly string[],
): AssessedMatch {
  const from = line.sentence.start[start]!;
  const to = line.sentence.end[end - 1]!;
  return {
    entry: rule.id,
    act,
    part: line.part,
    text: '',
    start: from,
    end: to,
    weight: rule.weight,
    points: round(points),
    modifiers: rule.apprentice ? [...modifiers, APPRENTICE] : modifiers,
  };
}

/** Within one act the same words count once: the strongest match stays. */
function withoutOverlaps(matches: readonly AssessedMatch[]): AssessedMatch[] {
  const taken = new Map<string, Set<number>>(); // offsets, for each act in each part
  const free = ({ act, part, start, end }: AssessedMatch): boolean => {
    if (act === null) return true;
    const key = `${act} ${part}`;
    const offsets = taken.get(key) ?? new Set();
    const own = Array.from({ length: end - start }, (_, i) => start + i);
    if (own.some((offset) => offsets.has(offset))) return false;
    for (const offset of own) offsets.add(offset);
    taken.set(key, offsets);
    return true;
  };
  const strongest = [...matches].sort((a, b) => b.points - a.points || b.end - b.start - (a.end - a.start));
  return strongest.filter(free).sort(byPlace);
}

const byPlace = (a: AssessedMatch, b: AssessedMatch): number =>
  a.part === b.part ? a.start - b.start || a.end - b.end : 0;

/**
 * The matches of apprentices beside those that count: they take no words from these, and decisions on the mail teach something
 * about them also where others found the same words.
 */
function beside(
  all: readonly AssessedMatch[],
  kept: readonly AssessedMatch[],
  scoring: Scoring,
): { readonly matches: readonly AssessedMatch[]; readonly score: number } {
  const apprentices = withoutOverlaps(all.filter(isApprentice));
  return { matches: [...kept, ...apprentices].sort(byPlace), score: scoreAll(withoutOverlaps(all), scoring).score };
}

/** The strongest match of each entry within each act: an entry counts once, however often it occurs. */
function bestOf(matches: readonly AssessedMatch[]): ReadonlyMap<Act, readonly AssessedMatch[]> {
  const byAct = new Map<Act, Map<string, AssessedMatch>>();
  for (const match of matches) {
    if (match.act === null || match.points <= 0) continue;
    const best = byAct.get(match.act) ?? new Map<string, AssessedMatch>();
    if (match.points > (best.get(match.entry)?.points ?? 0)) best.set(match.entry, match);
    byAct.set(match.act, best);
  }
  return new Map([...byAct].map(([act, best]) => [act, [...best.values()]]));
}

/** Points of the acts and of the mail from those of its matches; the explanation asks it what would be without one. */
export const scoreMatches = (matches: readonly AssessedMatch[], scoring: Scoring): Pick<Scored, 'acts' | 'score'> =>
  scoreAll(counting(matches), scoring);

/** Those of apprentices are no part of a sum. */
const counting = (matches: readonly AssessedMatch[]): readonly AssessedMatch[] =>
  matches.some(isApprentice) ? matches.filter((match) => !isApprentice(match)) : matches;

function scoreAll(matches: readonly AssessedMatch[], scoring: Scoring): Pick<Scored, 'acts' | 'score'> {
  const acts = [...bestOf(matches)]
    .map(([act, best]) => ({ act, score: round(Math.min(addUp(best.map(pointsOf), scoring.rest), scoring.actCap)) }))
    .sort((a, b) => b.score - a.score || (a.act < b.act ? -1 : 1));
  return {
    acts,
    score: addUp(
      acts.map(({ score }) => score),
      scoring.rest,
    ),
  };
}

const pointsOf = ({ points }: AssessedMatch): number => points;

/** What each match that counts adds to the score: together they are the score, up to hundredths. */
export function shares(matches: readonly AssessedMatch[], scoring: Scoring): ReadonlyMap<AssessedMatch, number> {
  const { acts } = scoreMatches(matches, scoring);
  const best = bestOf(counting(matches));
  const counted = acts.flatMap(({ act, score }, rank) => {
    const own = [...best.get(act)!].sort((a, b) => b.points - a.points);
    const capped = (score / addUp(own.map(pointsOf), scoring.rest)) * (rank === 0 ? 1 : scoring.rest);
    return own.map((match, i) => [match, round(match.points * capped * (i === 0 ? 1 : scoring.rest))] as const);
  });
  return new Map(counted);
}

/** The largest in full, of the others a share. */
function addUp(points: readonly number[], share: number): number {
  const largest = Math.max(0, ...points);
  return round(largest + share * (points.reduce((sum, value) => sum + value, 0) - largest));
}

function axesOf(
  counted: readonly { hit: Hit<Entry>; factor: number }[],
  matches: readonly AssessedMatch[],
  pressure: number,
  scoring: Scoring,
): Omit<Axes, 'frequency'> {
  const demands = counted
    .filter(({ hit: { rule } }) => rule.role.kind === 'demand' && !rule.apprentice)
    .map(({ hit, factor }) => scoring.weights[hit.rule.weight - 1]! * factor);
  const demandEntries = new Set(
    counted.filter(({ hit }) => hit.rule.role.kind === 'demand').map(({ hit }) => hit.rule.id),
  );
  const manners = matches
    .filter(({ entry, act }) => act !== null && !demandEntries.has(entry))
    .map(({ points }) => points);
  return {
    demand: Math.min(addUp(demands, scoring.rest), scoring.actCap),
    manner: Math.min(addUp([...manners, pressure], scoring.rest), scoring.actCap),
  };
}

/** Two decimals: enough for a reader, and the same on every machine. */
const round = (points: number): number => Math.round(points * 100) / 100;
