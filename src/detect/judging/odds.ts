import type { Excerpt, Odds } from '../assessment.ts';
import type { Judgement } from '../classifier/classifier.ts';
import type { Scoring } from '../dictionary/index.ts';

/** More sentences than these nobody reads as reasons. */
const MOST = 6;
/** What adds less than this (a tenth more likely) is no reason. */
const LEAST = 0.1;

interface Parts {
  readonly judgement: Judgement | null; // null: the dictionaries judge alone
  readonly dictionaries: number;
  readonly frequency: number;
  readonly scoring: Pick<Scoring, 'dictionaries'>;
  readonly excerpt: (line: number) => Excerpt;
}

/** The sum that is judged by, in hundredths, so that what is shown adds up. */
export function oddsOf({ judgement, dictionaries, frequency, scoring, excerpt }: Parts): Odds {
  const base = hundredths(judgement?.base ?? scoring.dictionaries.base);
  const bySentence = [...(judgement?.bySentence ?? [])].map((odds, line) => ({ line, odds: hundredths(odds) }));
  const told = bySentence
    .filter(({ odds }) => odds >= LEAST)
    .sort((a, b) => b.odds - a.odds)
    .slice(0, MOST);
  const exact = (judgement?.logOdds ?? scoring.dictionaries.base + dictionaries) + frequency;
  const sum = hundredths(exact);
  const own = { dictionaries: hundredths(dictionaries), frequency: hundredths(frequency) };
  const rest = told.reduce((left, { odds }) => left - odds, sum - base - own.dictionaries - own.frequency);
  return {
    base,
    sentences: told.map(({ line, odds }) => ({ ...excerpt(line), odds })),
    others: hundredths(rest),
    ...own,
    sum,
  };
}

const hundredths = (odds: number): number => Math.round(odds * 100) / 100 || 0; // never −0
