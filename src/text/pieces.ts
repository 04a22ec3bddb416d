import { splitsPair } from './head-and-tail.ts';

/** A stretch that kuromoji may see, or one that it must not and that becomes one unknown token. */
export interface Piece {
  readonly text: string;
  readonly known: boolean;
}

/** kuromoji's cost grows with the square of an unpunctuated stretch; pieces keep it linear over the text. */
export const MAX_PIECE_UNITS = 300;
/** Longer runs of one class are noise (アアアア…, base64) and the dearest for kuromoji, which tries every length. */
export const MAX_RUN_UNITS = 64;

/**
 * Runs in order of preference: blanks; what kuromoji drops or throws on (NUL and other controls, everything outside
 * the basic plane, lone surrogates); runs of the classes it groups into unknown words; the rest.
 * Hiragana and kanji are not grouped by it, so that a letter written in hiragana alone is still read.
 */
const RUN =
  /(?<blank>\s+)|(?<foreign>[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u{10000}-\u{10ffff}]+)|[ァ-ヺー]+|[a-z]+|\p{N}+|[^\p{L}\p{N}\s\p{Cc}\p{Cs}]+|[\p{Script=Han}ぁ-ゖ々ー]+|./gsu;

/** Cuts text into pieces that, joined, give it back. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let open = '';
  const flush = (): void => {
    if (open !== '') found.push({ text: open, known: true });
    open = '';
  };
  for (const { 0: run, groups } of text.matchAll(RUN)) {
    if (
      groups?.blank !== undefined ||
      groups?.foreign !== undefined ||
      (run.length > MAX_RUN_UNITS && !/[一-龥ぁ-ゖ]/.test(run))
    ) {
      flush();
      found.push({ text: run, known: false });
      continue;
    }
    for (const part of chunks(run)) {
      if (open.length + part.length > MAX_PIECE_UNITS) flush();
      open += part;
    }
  }
  flush();
  return found;
}

function chunks(run: string): string[] {
  if (run.length <= MAX_PIECE_UNITS) return [run];
  const parts: string[] = [];
  for (let from = 0; from < run.length; ) {
    const to = Math.min(run.length, from + MAX_PIECE_UNITS);
    const end = splitsPair(run, to) ? to - 1 : to;
    parts.push(run.slice(from, end));
    from = end;
  }
  return parts;
}
