import type { AssessedMatch } from './assessment.ts';

/** A reviewer reads no more, and a mail made of thousands of matches must not make a page of them. */
const MOST = 200;

/**
 * The matches that an assessment keeps. Where there are too many: each entry once per wording, since repeats add no
 * points, and of these the strongest.
 */
export function telling(matches: readonly AssessedMatch[]): readonly AssessedMatch[] {
  if (matches.length <= MOST) return matches;
  const kinds = new Map<string, AssessedMatch>();
  for (const match of matches) {
    const kind = `${match.entry} ${match.text}`;
    const known = kinds.get(kind);
    if (known === undefined || match.points > known.points) kinds.set(kind, match);
  }
  const kept = new Set([...kinds.values()].sort((a, b) => b.points - a.points).slice(0, MOST));
  return matches.filter((match) => kept.has(match));
}
