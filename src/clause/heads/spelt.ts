import type { Token } from '../../text/index.ts';
import { INFLECTIONS, parseEndings } from '../endings/index.ts';
import { SPELT, type Spelt } from '../words/index.ts';
import type { Head, Scan } from './head.ts';
import { isNoun } from './tokens.ts';

const hiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));

const speltByLetter = new Map<string, { stem: string; word: Spelt }[]>();
for (const word of SPELT)
  for (const stem of word.stems) {
    const known = speltByLetter.get(stem[0]!) ?? [];
    speltByLetter.set(
      stem[0]!,
      [...known, { stem, word }].sort((a, b) => b.stem.length - a.stem.length),
    );
  }

/**
 * A verb of the own list, which kuromoji cuts at will. A noun as in 殺し屋 needs an ending that only a verb has; what is
 * all in katakana (コロシテヤル) is read as hiragana.
 */
export function spelt({ text, tokens, isBoundary }: Scan, i: number): Head | null {
  const token = tokens[i]!;
  return (
    read(text, tokens, i, isBoundary) ??
    (SHOUTED.test(token.surface) ? read(hiragana(text), tokens, i, isBoundary) : null)
  );
}

const SHOUTED = /^[ァ-ヶー]{3}/;

/** Tells the words of the own list that may be read where a token begins. */
export function eachSpelt(
  text: string,
  { start, surface }: Pick<Token, 'start' | 'surface'>,
  tell: (lemma: string) => void,
): void {
  for (const { stem, word } of speltByLetter.get(text[start]!) ?? [])
    if (text.startsWith(stem, start) && goesOn(text, start + stem.length, word)) tell(word.lemma);
  if (SHOUTED.test(surface)) eachSpelt(hiragana(text), { start, surface: '' }, tell);
}

const goesOn = (text: string, at: number, { inflection }: Spelt): boolean =>
  INFLECTIONS[inflection].some(([ending]) => text.startsWith(ending, at));

function read(text: string, tokens: readonly Token[], i: number, isBoundary: Scan['isBoundary']): Head | null {
  const token = tokens[i]!;
  for (const { stem, word } of speltByLetter.get(text[token.start]!) ?? []) {
    if (!text.startsWith(stem, token.start) || (word.behind !== undefined && text[token.start - 1] !== word.behind))
      continue;
    const endings = parseEndings(text, token.start + stem.length, INFLECTIONS[word.inflection], isBoundary);
    if (endings === null || !isBoundary(endings.end) || endings.form === 'N') continue; // ころんで
    if (endings.form === 'O' && text.slice(token.start + stem.length, endings.end) === 'の') continue; // 死の谷
    if (isNoun(token) && endings.names.length < 2 && !/^[UMO]$/.test(endings.form)) continue;
    const end = wordEnd(tokens, i, token.start + stem.length);
    return {
      start: token.start,
      end: Math.min(end, endings.end),
      lemma: word.lemma,
      kind: word.kind ?? 'verb',
      endings,
    };
  }
  return null;
}

/** The end of the token a stem ends in. */
function wordEnd(tokens: readonly Token[], i: number, stemEnd: number): number {
  for (let at = i; at < tokens.length; at++) if (tokens[at]!.end >= stemEnd) return tokens[at]!.end;
  return stemEnd;
}
