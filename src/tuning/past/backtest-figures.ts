import { isJudged, type JudgedRow, type PastRow, type PastVerdict } from '../../cases/index.ts';
import { ACTS, type Act, BANDS, type Band, type EntryId, isFlagged, isSurfaced } from '../../detect/index.ts';
import { type WeeklyRate, weeklyRate } from '../intervals.ts';
import { beginningsOf, perWeek, type Span } from './cases.ts';

/** Mails that one version finds and the other does not. */
export interface Turnover {
  readonly found: number; // newly
  readonly lost: number; // no longer
  readonly same: number; // by both
}

/** How a reading went, whatever it was for. */
export interface ReadFigures {
  readonly mails: number; // judged
  readonly duplicates: number; // second deliveries: not judged again
  readonly unreadable: number;
  readonly answers: number; // of the company's own, read for what they answer
}

/** What another version of the dictionaries would have done to the mails of the past: counts alone. */
export interface BacktestFigures extends ReadFigures, Comparison {
  readonly newCases: WeeklyRate | null; // that would not have begun before
}

const MOST_ENTRIES = 200;

/** @param rows of a run with two versions: the one in force, then the other */
export function backtestFigures(rows: readonly PastRow[], span: Span): BacktestFigures {
  const judged = rows.filter(isJudged);
  const newly = judged.filter(({ verdicts: [b, a] }) => !isSurfaced(b!.band) && isSurfaced(a!.band));
  return {
    ...readFigures(rows),
    ...comparison(judged.map(({ verdicts: [before, after] }) => [before!, after!])),
    newCases: weeklyRate(perWeek(moments(beginningsOf(newly)), span)),
  };
}

/** What two versions make of the same mails or cases, the one in force first. */
export interface Comparison {
  readonly surfaced: Turnover; // 微妙 and above
  readonly flagged: Turnover; // 要確認 and above
  readonly bands: Readonly<Record<Band, Readonly<Record<Band, number>>>>; // before, then after
  readonly acts: readonly (Turnover & { readonly act: Act })[]; // of surfaced ones
  readonly entries: readonly (Turnover & { readonly entry: EntryId })[]; // those with a difference, the most first
}

export type VerdictPair = readonly [before: PastVerdict, after: PastVerdict];

export function comparison(pairs: readonly VerdictPair[]): Comparison {
  const both = (is: (verdict: PastVerdict) => boolean) => turnover(pairs.map(([b, a]) => [is(b), is(a)] as const));
  const actsOf = (verdict: PastVerdict) => (isSurfaced(verdict.band) ? verdict.acts : []);
  return {
    surfaced: both(({ band }) => isSurfaced(band)),
    flagged: both(({ band }) => isFlagged(band)),
    bands: transitions(pairs),
    acts: ACTS.map((act) => ({ act, ...both((verdict) => actsOf(verdict).includes(act)) })).filter(isAny),
    entries: turnoverByEntry(pairs),
  };
}

export function readFigures(rows: readonly PastRow[]): ReadFigures {
  const count = (kind: PastRow['kind']) => rows.filter((row) => row.kind === kind).length;
  return {
    mails: count('judged'),
    duplicates: count('duplicate'),
    unreadable: count('unreadable'),
    answers: count('answer'),
  };
}

/**
 * Which mails the later one of the versions of a run newly finds: it is the second, unless what was before a change is looked at.
 *
 * @param subject of the run
 */
export const newlyIn = (subject: string): 'found' | 'lost' => (subject.startsWith('before ') ? 'lost' : 'found');

/** Whether the later version surfaces a mail that the earlier one does not. */
export function isNewlyFound({ verdicts: [first, second] }: Pick<JudgedRow, 'verdicts'>, subject: string): boolean {
  if (first === undefined || second === undefined) return false;
  const [was, is] = newlyIn(subject) === 'found' ? [first, second] : [second, first];
  return !isSurfaced(was.band) && isSurfaced(is.band);
}

/** Whether the versions say something else about a mail. */
export const differs = ({ verdicts: [before, after] }: Pick<JudgedRow, 'verdicts'>): boolean =>
  before !== undefined && after !== undefined && before.band !== after.band;

export const moments = (rows: readonly Pick<PastRow, 'at'>[]): Date[] => rows.map(({ at }) => at);

const isAny = ({ found, lost, same }: Turnover): boolean => found + lost + same > 0;

export function turnover(pairs: readonly (readonly [boolean, boolean])[]): Turnover {
  const count = (was: boolean, is: boolean) => pairs.filter(([b, a]) => b === was && a === is).length;
  return { found: count(false, true), lost: count(true, false), same: count(true, true) };
}

function transitions(pairs: readonly VerdictPair[]): BacktestFigures['bands'] {
  const row = (): Record<Band, number> => ({ ordinary: 0, grey: 0, review: 0, urgent: 0 });
  const table = Object.fromEntries(BANDS.map((band) => [band, row()])) as Record<Band, Record<Band, number>>;
  for (const [before, after] of pairs) table[before.band][after.band] += 1;
  return table;
}

function turnoverByEntry(pairs: readonly VerdictPair[]): BacktestFigures['entries'] {
  const counts = new Map<EntryId, { found: number; lost: number; same: number }>();
  const of = (entry: EntryId) => {
    const known = counts.get(entry) ?? { found: 0, lost: 0, same: 0 };
    counts.set(entry, known);
    return known;
  };
  for (const [before, after] of pairs) {
    for (const entry of after.entries) of(entry)[before.entries.includes(entry) ? 'same' : 'found'] += 1;
    for (const entry of before.entries) if (!after.entries.includes(entry)) of(entry).lost += 1;
  }
  return [...counts]
    .map(([entry, counted]) => ({ entry, ...counted }))
    .filter(({ found, lost }) => found + lost > 0)
    .sort((a, b) => b.found + b.lost - (a.found + a.lost) || (a.entry < b.entry ? -1 : 1))
    .slice(0, MOST_ENTRIES);
}
