import { type AssessedMatch, type Assessment, type Band, type Excerpt, FORMAT, type Strength } from './assessment.ts';

/** A match as it was stored when entries had points. */
interface MatchWithPoints extends Omit<AssessedMatch, 'meant' | 'atLeast' | 'strength'> {
  readonly weight: number;
  readonly points: number;
}

/** An assessment as it was stored when points were added up; what it lacks was not stored at first. */
interface WithPoints {
  readonly band: Band;
  readonly score: number;
  readonly acts: readonly { readonly act: Assessment['acts'][number]['act']; readonly score: number }[];
  readonly matches: readonly MatchWithPoints[];
  readonly floor?: {
    readonly band: NonNullable<Assessment['atLeast']>['band'];
    readonly entry: NonNullable<Assessment['atLeast']>['entry'];
  } | null;
  readonly classifier?: { readonly probability: number; readonly sentence: Excerpt | null } | null;
  readonly reader?: number | null; // as the classifier was called before
  readonly readerWords?: readonly Excerpt[];
  readonly notes: readonly string[];
  readonly dictionary: string;
}

/** A stored assessment in the present form: one with points keeps its band, its reasons and what the classifier said. */
export const currentAssessment = (stored: Assessment | WithPoints): Assessment =>
  isWithPoints(stored) ? withoutPoints(stored) : stored;

const isWithPoints = (stored: object): stored is WithPoints => !('format' in stored);

function withoutPoints(stored: WithPoints): Assessment {
  const { band, acts, matches, floor, classifier, reader, readerWords = [], notes, dictionary } = stored;
  const probability = classifier?.probability ?? reader ?? 0;
  const sentence = classifier?.sentence ?? readerWords[0] ?? null;
  const isWorry = (note: string) => note.startsWith('worry.');
  return {
    format: FORMAT,
    band,
    probability,
    odds: {
      base: 0,
      sentences: sentence === null ? [] : [{ ...sentence, odds: 0 }],
      others: 0,
      dictionaries: 0,
      frequency: 0,
      sum: 0,
    },
    judge:
      classifier == null && reader == null ? { by: 'dictionaries', why: 'off' } : { by: 'classifier', version: '' },
    atLeast: floor == null ? null : { ...floor, calmed: false },
    grave: 0,
    pressing: band === 'urgent',
    unjudged: false,
    acts: acts.map(({ act }) => ({ act, probability: 0 })), // in their order; how likely each was, nobody asked
    worry: notes.filter(isWorry) as unknown as Assessment['worry'],
    matches: matches.map(({ weight: _, points, ...match }) => ({
      ...match,
      meant: match.act === null || points > 0,
      atLeast: null,
      strength: match.act === null || points <= 0 ? null : strengthOf(points),
    })),
    notes: notes.filter((note) => !isWorry(note)),
    dictionary,
  };
}

/** 微妙 began at 2 points, 要確認 at 4. */
const strengthOf = (points: number): Strength => (points >= 4 ? 'strong' : points >= 2 ? 'medium' : 'weak');
