import { type Line, type SiteWeights, wordPieces } from '../../detect/index.ts';

const MOST_PIECES = 5;

/**
 * The words of a mail whose weight changed most in the direction of its decision, strongest first, as they stand there. Of
 * words that are part of a longer piece which says as much only the longer one is named.
 */
export function piecesLearned(
  mails: readonly (readonly Line[])[],
  { hashes, deltas }: Pick<SiteWeights, 'hashes' | 'deltas'>,
  positive: boolean,
): string[] {
  const learned = new Map<number, number>();
  hashes.forEach((hash, i) => {
    learned.set(hash, positive ? deltas[i]! : -deltas[i]!);
  });
  const strength = new Map<string, number>();
  for (const { feature, text } of mails.flat().flatMap((line) => wordPieces(line.tokens())))
    strength.set(text, Math.max(strength.get(text) ?? 0, learned.get(feature) ?? 0));
  const named: string[] = [];
  for (const [text, by] of [...strength].sort(([, a], [, b]) => b - a)) {
    if (by <= 0 || named.length === MOST_PIECES) break;
    if (!named.some((other) => other.includes(text) || text.includes(other))) named.push(text);
  }
  return named;
}
