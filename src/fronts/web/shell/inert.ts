import { DECEPTIVE } from '../../../util/deceptive.ts';

function codeOf(stretch: string, character: string): string {
  const times = stretch.length / character.length;
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return times === 1 ? `[U+${code}]` : `[U+${code}×${times}]`;
}

/** Text of a stranger with everything deceptive written out as `[U+202E]`; line ends become `\n`. Escaping is the page's. */
export const inert = (text: string): string => text.replace(/\r\n?/g, '\n').replace(DECEPTIVE, codeOf);

/** The same on one line and not longer than `limit` UTF-16 units. */
export function inertLine(text: string, limit = 300): string {
  const line = inert(text.slice(0, limit)).replace(/\s+/g, ' ').trim();
  return text.length > limit ? `${line}…` : line;
}

/** Words as a sentence holds them: a few, each cut. */
export function named(words: readonly string[]): string {
  const FEW = 10;
  const shown = words.slice(0, FEW).map((word) => inertLine(word, 40));
  return [...shown, ...(words.length > FEW ? ['…'] : [])].join(' / ');
}
