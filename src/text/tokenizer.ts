import { keptAWhile } from '../util/kept-a-while.ts';
import { tablesOf } from '../util/packed.ts';
import { type Ipadic, loadIpadic } from './ipadic/ipadic.ts';
import { BROKEN, type IpadicTables, type WordKind } from './ipadic/tables.ts';
import { type CutWords, createLattice } from './lattice.ts';
import { pieces } from './pieces.ts';
import type { Token, Tokenize } from './types.ts';

/**
 * The words of IPADIC as kuromoji cuts them, loaded once per process (some 30 MB, let go of when nobody asks for it any more); tokenizing is
 * synchronous from then on.
 *
 * @throws when the dictionary cannot be read; the next call tries again.
 */
export const loadTokenizer: () => Promise<Tokenize> = keptAWhile(async () => createTokenizer(await loadIpadic()));

/** A tokenizer on a dictionary that is in memory already, and may be used by other threads at the same time. */
export function createTokenizer(ipadic: Ipadic): Tokenize {
  const tables = tablesOf<IpadicTables>(ipadic);
  const cut = createLattice(tables);
  const tokenOf = createTokenOf(tables);
  return (text) => tokenize(text, cut, tokenOf);
}

function tokenize(text: string, cut: CutWords, tokenOf: TokenOf): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (const piece of pieces(text)) {
    const words = piece.known ? wordsOf(piece.text, start, cut, tokenOf) : null;
    if (words === null) tokens.push(unknown(piece.text, start));
    else for (const word of words) tokens.push(word);
    start += piece.text.length;
  }
  return tokens;
}

/** Behind these a text is cut anew, with no regard to the words before. */
const PUNCTUATION = /[^、。]*[、。]|[^、。]+/g;

/** null where kuromoji throws or gives back other words than there are. */
function wordsOf(piece: string, from: number, cut: CutWords, tokenOf: TokenOf): Token[] | null {
  const tokens: Token[] = [];
  let at = from;
  for (const [text] of piece.matchAll(PUNCTUATION)) {
    const found: Token[] = [];
    let isWhole = true;
    const isCut = cut(text, (word, start, end) => {
      const token = tokenOf(word, text.slice(start, end), at + start);
      if (token === null) isWhole = false;
      else found.push(token);
    });
    if (!isCut || !isWhole) return null;
    tokens.push(...found.reverse());
    at += text.length;
  }
  return tokens;
}

type TokenOf = (word: number, surface: string, start: number) => Token | null;

const MOST_KEPT = 10_000;

function createTokenOf(tables: IpadicTables): TokenOf {
  const { kind, lemma, reading, pool } = tables;
  const kinds: readonly WordKind[] = JSON.parse(Buffer.from(tables.kinds).toString());
  const kept = new Map<number, string>(); // the usual words come again and again
  function stringAt(place: number): string {
    const known = kept.get(place);
    if (known !== undefined) return known;
    const text = String.fromCharCode(...pool.subarray(place + 1, place + 1 + pool[place]!));
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(place, text);
    return text;
  }
  return (word, surface, start) => {
    if (kind[word] === BROKEN) return null;
    const { pos, conjugationType, conjugation } = kinds[kind[word]!]!;
    return {
      start,
      end: start + surface.length,
      surface,
      lemma: lemma[word] === 0 ? surface : stringAt(lemma[word]!),
      reading: reading[word] === 0 ? null : stringAt(reading[word]!),
      pos,
      conjugationType,
      conjugation,
    };
  };
}

/** Blanks, pictures, controls and noise: one token that no dictionary word is in. */
const unknown = (surface: string, start: number): Token => ({
  start,
  end: start + surface.length,
  surface,
  lemma: surface,
  reading: null,
  pos: [surface.trim() === '' ? '空白' : '未知語'],
  conjugationType: null,
  conjugation: null,
});
