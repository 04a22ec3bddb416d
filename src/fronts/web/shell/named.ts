import { inertLine } from './inert.ts';

/** Words as a sentence holds them: a few, each cut. */
export function named(words: readonly string[]): string {
  const FEW = 10;
  const shown = words.slice(0, FEW).map((word) => inertLine(word, 40));
  return [...shown, ...(words.length > FEW ? ['…'] : [])].join(' / ');
}
