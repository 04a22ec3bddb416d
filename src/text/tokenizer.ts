import type kuromoji from 'kuromoji';
import { type Analyse, createAnalyser } from './analyser.ts';
import { type Ipadic, loadIpadic } from './ipadic.ts';
import { pieces } from './pieces.ts';
import type { Token, Tokenize } from './types.ts';

let loading: Promise<Tokenize> | null = null;

/**
 * kuromoji over IPADIC, loaded once per process (half a second, some 100 MB); tokenizing is synchronous from then on.
 *
 * @throws when the dictionary cannot be read; the next call tries again.
 */
export function loadTokenizer(): Promise<Tokenize> {
  loading ??= loadIpadic()
    .then(createTokenizer)
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}

/** A tokenizer on a dictionary that is in memory already, and may be used by other threads at the same time. */
export async function createTokenizer(ipadic: Ipadic): Promise<Tokenize> {
  const analyse = await createAnalyser(ipadic);
  return (text) => tokenize(analyse, text);
}

function tokenize(analyse: Analyse, text: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (const piece of pieces(text)) {
    const words = piece.known ? messagesOf(analyse, piece.text) : null;
    if (words === null) tokens.push(unknown(piece.text, start));
    else {
      let at = start;
      for (const word of words) {
        tokens.push(token(word, at));
        at += word.surface_form.length;
      }
    }
    start += piece.text.length;
  }
  return tokens;
}

/** null where kuromoji throws or loses a character: its own positions are not trusted, only surfaces that add up. */
function messagesOf(analyse: Analyse, text: string): kuromoji.IpadicFeatures[] | null {
  try {
    const words = analyse(text);
    return words.map(({ surface_form }) => surface_form).join('') === text ? words : null;
  } catch {
    return null;
  }
}

const given = (feature: string | undefined): string | null =>
  feature === undefined || feature === '*' ? null : feature;

function token(word: kuromoji.IpadicFeatures, start: number): Token {
  const surface = word.surface_form;
  return {
    start,
    end: start + surface.length,
    surface,
    lemma: given(word.basic_form) ?? surface,
    reading: given(word.reading),
    pos: [word.pos, word.pos_detail_1, word.pos_detail_2, word.pos_detail_3].filter((pos) => given(pos) !== null),
    conjugationType: given(word.conjugated_type),
    conjugation: given(word.conjugated_form),
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
