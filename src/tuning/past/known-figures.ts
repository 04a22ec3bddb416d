import type { PastCase, PastVerdict } from '../../cases/index.ts';
import { isFlagged, isSurfaced } from '../../detect/index.ts';
import { type Interval, wilson } from '../intervals.ts';
import { type Comparison, comparison, type Turnover, turnover, type VerdictPair } from './backtest-figures.ts';

/** A mail or case of which people said what it is, judged by two versions. */
export interface KnownOne {
  readonly harassment: boolean; // approved, or labelled so
  readonly verdicts: VerdictPair;
}

/** A ratio with its 95 % interval, 0 to 1. */
export interface Share extends Interval {
  readonly share: number;
  readonly part: number;
  readonly of: number;
}

/** The same by each version; null over nothing. */
export interface BothShares {
  readonly before: Share | null;
  readonly after: Share | null;
}

/** Of harassment and of what is none: what one version finds and the other does not. */
export interface KnownTurnover {
  readonly harassment: Turnover & { readonly missed: number }; // by both
  readonly harmless: Turnover & { readonly missed: number };
  readonly precision: BothShares; // harassment of what is found
  readonly found: BothShares; // of harassment
}

/** How two versions fare where people have said what is right. */
export interface KnownFigures extends Omit<Comparison, 'surfaced' | 'flagged'> {
  readonly surfaced: KnownTurnover; // 微妙 and above
  readonly flagged: KnownTurnover; // 要確認 and above
}

export function knownFigures(all: readonly KnownOne[]): KnownFigures {
  const { bands, acts, entries } = comparison(all.map(({ verdicts }) => verdicts));
  return {
    surfaced: knownTurnover(all, ({ band }) => isSurfaced(band)),
    flagged: knownTurnover(all, ({ band }) => isFlagged(band)),
    bands,
    acts,
    entries,
  };
}

/** What a comparison over decided cases tells: counts alone. */
export interface CasesFigures extends KnownFigures {
  readonly cases: number; // judged
  readonly unjudged: number; // of which no mail is kept, or none can be judged
}

export function casesFigures(rows: readonly PastCase[]): CasesFigures {
  const judged = rows.filter(({ verdicts }) => verdicts.length === 2);
  const known = judged.map(({ outcome, verdicts: [before, after] }) => ({
    harassment: outcome === 'approved',
    verdicts: [before!, after!] as const,
  }));
  return { cases: judged.length, unjudged: rows.length - judged.length, ...knownFigures(known) };
}

function knownTurnover(all: readonly KnownOne[], isFound: (verdict: PastVerdict) => boolean): KnownTurnover {
  const asFound = (some: readonly KnownOne[]) => some.map(({ verdicts: [b, a] }) => [isFound(b), isFound(a)] as const);
  const of = (harassment: boolean) => {
    const pairs = asFound(all.filter((one) => one.harassment === harassment));
    const counts = turnover(pairs);
    return { ...counts, missed: pairs.length - counts.found - counts.lost - counts.same };
  };
  const [harassment, harmless] = [of(true), of(false)];
  const before = ({ lost, same }: Turnover) => lost + same;
  const after = ({ found, same }: Turnover) => found + same;
  const whole = harassment.found + harassment.lost + harassment.same + harassment.missed;
  const shares = (by: (of: Turnover) => number) => ({
    precision: shareOf(by(harassment), by(harassment) + by(harmless)),
    found: shareOf(by(harassment), whole),
  });
  const [was, is] = [shares(before), shares(after)];
  return {
    harassment,
    harmless,
    precision: { before: was.precision, after: is.precision },
    found: { before: was.found, after: is.found },
  };
}

function shareOf(part: number, of: number): Share | null {
  const interval = wilson(part, of);
  return interval && { share: part / of, part, of, ...interval };
}
