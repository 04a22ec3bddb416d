import { type AssessedMatch, STRENGTHS } from '../assessment.ts';

/** A reviewer reads no more, and a mail made of thousands of matches must not make a page of them. */
const MOST = 200;

/**
 * The matches that an assessment keeps. Where there are too many: each entry once per wording, and of these the strongest.
 */
export function telling(matches: readonly AssessedMatch[]): readonly AssessedMatch[] {
  if (matches.length <= MOST) return matches;
  const kinds = new Map<string, AssessedMatch>();
  for (const match of matches) {
    const kind = `${match.entry} ${match.text}`;
    const known = kinds.get(kind);
    if (known === undefined || rankOf(match) > rankOf(known)) kinds.set(kind, match);
  }
  const kept = new Set([...kinds.values()].sort((a, b) => rankOf(b) - rankOf(a)).slice(0, MOST));
  return matches.filter((match) => kept.has(match));
}

const rankOf = ({ strength }: AssessedMatch): number => (strength === null ? -1 : STRENGTHS.indexOf(strength));
