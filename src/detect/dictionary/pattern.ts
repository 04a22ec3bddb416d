import { fold, type Token, type Tokenize } from '../../text/index.ts';
import { kana } from '../kana.ts';
import { conjugate, type Forms } from './conjugate.ts';
import { type Phrase, PhraseError, type PhraseNode } from './phrase.ts';

/** A phrase ready to be looked for in folded, kana-levelled text. */
export interface Pattern {
  readonly anywhere: RegExp; // flags g
  readonly here: RegExp; // flags y: at lastIndex
  readonly atEnd: RegExp; // up to the end of the text
  /** Every match contains one of these; never empty. The prefilter looks for them. */
  readonly literals: readonly string[];
}

/** Shared word lists by name, and the tokenizer that mails go through too. */
export interface PhraseContext {
  readonly words: ReadonlyMap<string, readonly Phrase[]>;
  readonly tokenize: Tokenize;
}

/** `…` spans at most this many UTF-16 units and no sentence end. */
const GAP = 12;
const MOST_LITERALS = 400;

/** The classes an author may put behind a verb in its dictionary form: 詫びる{命令}. */
const VERB_CLASSES: Readonly<Record<string, keyof Forms>> = {
  命令: 'imperative',
  否定条件: 'negativeIf',
  意志: 'volitional',
};

/** A piece of regular expression, and what any match of it must contain: null when nothing is certain. */
interface Piece {
  readonly source: string;
  readonly literals: readonly string[] | null;
}

/** @throws PhraseError for unknown names, a class without a verb before it, or a phrase without a certain word. */
export function compilePhrase(phrase: Phrase, context: PhraseContext): Pattern {
  const { source, literals } = sequence(phrase, context, 0);
  if (literals === null) throw new PhraseError('no word here is certain to appear; add one outside ( )? and …', 0);
  if (literals.length > MOST_LITERALS) throw new PhraseError('too many alternatives; split it into several phrases', 0);
  return {
    anywhere: new RegExp(source, 'g'),
    here: new RegExp(source, 'y'),
    atEnd: new RegExp(`(?:${source})$`),
    literals,
  };
}

function sequence(phrase: Phrase, context: PhraseContext, depth: number): Piece {
  if (depth > 6) throw new PhraseError('words refer to each other too deeply', 0);
  const pieces: Piece[] = [];
  for (let i = 0; i < phrase.length; i++) {
    const node = phrase[i]!;
    const next = phrase[i + 1];
    const verbClass = next?.kind === 'word' ? VERB_CLASSES[next.name] : undefined;
    if (verbClass !== undefined && node.kind === 'text') i++;
    pieces.push(piece(node, context, depth, verbClass ?? 'any'));
  }
  return { source: pieces.map((part) => part.source).join(''), literals: best(pieces.map((part) => part.literals)) };
}

function piece(node: PhraseNode, context: PhraseContext, depth: number, verbClass: keyof Forms): Piece {
  switch (node.kind) {
    case 'text':
      return textPiece(node.text, context.tokenize, verbClass);
    case 'gap':
      return { source: `[^。!?\\n]{0,${GAP}}?`, literals: null };
    case 'choice': {
      const choice = oneOf(node.options.map((option) => sequence(option, context, depth + 1)));
      return node.optional ? { source: `${choice.source}?`, literals: null } : choice;
    }
    case 'word': {
      if (node.name in VERB_CLASSES)
        throw new PhraseError(`{${node.name}} stands behind a verb in its dictionary form`, 0);
      const options = context.words.get(node.name);
      if (options === undefined) throw new PhraseError(`{${node.name}} is not in grammar/words.yaml`, 0);
      return oneOf(options.map((option) => sequence(option, context, depth + 1)));
    }
  }
}

function oneOf(options: readonly Piece[]): Piece {
  const certain = options.every((option) => option.literals !== null);
  return {
    source: `(?:${options.map((option) => option.source).join('|')})`,
    literals: certain ? [...new Set(options.flatMap((option) => option.literals!))] : null,
  };
}

/** Plain text: all as written, but the last word in every form (or the forms of a class) when in dictionary form. */
function textPiece(text: string, tokenize: Tokenize, verbClass: keyof Forms): Piece {
  const folded = foldPhrase(text);
  const tokens = tokenize(folded);
  const last = tokens.at(-1);
  const forms = last ? lastForms(tokens, last) : null;
  if (forms === null || last === undefined) {
    if (verbClass !== 'any') throw new PhraseError(`${text} does not end in a verb in its dictionary form`, 0);
    return { source: literally(kana(folded)), literals: folded === '' ? null : [kana(folded)] };
  }
  const head = kana(folded.slice(0, forms.start));
  const tails = forms.forms[verbClass].map(kana);
  const stem = commonStem(
    head + kana(folded.slice(forms.start)),
    tails.map((tail) => head + tail),
  );
  return { source: `${literally(head)}(?:${tails.join('|')})`, literals: stem === '' ? null : [stem] };
}

/** Folds the words and keeps the punctuation, which folding takes for noise where no words stand beside it. */
const foldPhrase = (text: string): string =>
  text
    .split(/([、。！？!?]+)/)
    .map((piece, i) => (i % 2 === 1 ? piece.normalize('NFKC') : fold(piece).text))
    .join('');

/** ている contracts to てる, とる: expanded here, since the contraction melts two words into one. */
function lastForms(tokens: readonly Token[], last: Token): { start: number; forms: Forms } | null {
  const before = tokens.at(-2);
  if (last.surface === 'いる' && before && /[てで]$/.test(before.surface)) {
    const voiced = before.surface.endsWith('で');
    const te = before.surface.slice(0, -1);
    const [t, d] = voiced ? ['で', 'ど'] : ['て', 'と'];
    const any = [
      `${te}${t}い?(?:る|た|て|ま|な|れ|ん)`,
      `${te}${t}(?:おり|おる|おら|おっ)`,
      `${te}${d}(?:る|ん|っ|り)`,
    ];
    return { start: before.start, forms: { any, imperative: any, negativeIf: any, volitional: any } };
  }
  const forms = conjugate(last);
  return forms && { start: last.start, forms };
}

/** The longest beginning that all forms share: what the prefilter may rely on. */
function commonStem(base: string, forms: readonly string[]): string {
  const limits = forms.map((form) => {
    const end = form.search(/[[(]/);
    return end < 0 ? form : form.slice(0, end);
  });
  let length = base.length;
  for (const form of limits) {
    let same = 0;
    while (same < length && form[same] === base[same]) same++;
    length = same;
  }
  return base.slice(0, length);
}

/** Of the certain sets of a sequence the one whose commonest literal is rarest in Japanese text; then the smallest. */
function best(sets: readonly (readonly string[] | null)[]): readonly string[] | null {
  const worst = (set: readonly string[]) => Math.min(...set.map(rarity));
  return sets.reduce((chosen, set) => {
    if (set === null || chosen === null) return chosen ?? set;
    const gain = worst(set) - worst(chosen);
    return gain > 0 || (gain === 0 && set.length < chosen.length) ? set : chosen;
  }, null);
}

/** Roughly the bits of a literal: one of two thousand kanji tells more than one of eighty kana. */
const rarity = (literal: string): number =>
  [...literal].reduce((sum, char) => sum + (/[一-龠々]/.test(char) ? 9 : 5), 0);

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
