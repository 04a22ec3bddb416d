import { PAINFUL_ACTS } from '../../cases/index.ts';
import type { Act, AssessedMatch, Assessment } from '../../detect/index.ts';
import type { Span } from '../../text/index.ts';

const PAINFUL: ReadonlySet<Act> = new Set(PAINFUL_ACTS);

/** Which acts hide their words: the painful ones always, every one for whoever wants that. */
export const hiddenActs =
  (maskAll: boolean) =>
  (act: Act): boolean =>
    maskAll || PAINFUL.has(act);

/**
 * Whether a list hides the subject of a case with these acts.
 *
 * @example
 * hidesSubject(['sexual'], false) // → true
 * hidesSubject(['insult-person'], false) // → false
 */
export const hidesSubject = (acts: readonly Act[], maskAll: boolean): boolean => acts.some(hiddenActs(maskAll));

/** Hides painful words wherever a page would repeat them. */
export interface Masking {
  readonly hides: boolean; // something is hidden
  /** Stretches of `text`, part `part` of the mail with `matches`, that must not be shown: in order, not overlapping. */
  spans(text: string, part: string, matches: readonly AssessedMatch[]): Span[];
  /** `text` with every hidden word as ■. */
  cover(text: string): string;
}

export const BLOCKS = '■■■'; // always three: the length would tell the word

/** A word of one character is hidden where it was found, not everywhere. */
const SHORTEST = 2;

export const noMasking: Masking = { hides: false, spans: () => [], cover: (text) => text };

/** The masking of a case: what was found for one of the hidden acts in any of its mails is hidden in all of them. */
export function maskingOver(assessments: readonly Assessment[], isHidden: (act: Act) => boolean): Masking {
  const isPainfulMatch = ({ act }: AssessedMatch) => act !== null && isHidden(act);
  const painful = assessments.flatMap((assessment) => assessment.matches).filter(isPainfulMatch);
  if (painful.length === 0) return noMasking;
  const words = [...new Set(painful.map((match) => match.text))]
    .filter((word) => word.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  return {
    hides: true,
    spans: (text, part, matches) =>
      merged([
        ...matches.filter((match) => match.part === part && isPainfulMatch(match)),
        ...words.flatMap((word) => occurrences(text, word)),
      ]),
    cover: (text) => words.reduce((covered, word) => covered.replaceAll(word, BLOCKS), text),
  };
}

function occurrences(text: string, word: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length))
    found.push({ start, end: start + word.length });
  return found;
}

function merged(spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
