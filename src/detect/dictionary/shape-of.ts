import { fold, type Tokenize } from '../../text/index.ts';
import { kana } from '../kana.ts';
import type { Forms } from './forms.ts';
import { inflect } from './inflect.ts';
import { parsePhrase } from './parse-phrase.ts';
import { type Phrase, PhraseError, type PhraseNode } from './phrase.ts';
import { allOf, anyOf, NOTHING, type Shape, textShape } from './shape.ts';
import { traditional } from './traditional.ts';

/** Shared word lists by name, and the tokenizer that mails go through too. */
export interface PhraseContext {
  readonly words: ReadonlyMap<string, readonly Phrase[]>;
  readonly shapes: Map<string, Shape>; // of the word lists and texts that were asked for: many phrases use them
  readonly tokenize: Tokenize;
  readonly chinese?: boolean; // written in simplified characters, and looked for in traditional ones too
}

/** The classes an author may put behind a verb in its dictionary form: 詫びる{命令}. */
const VERB_CLASSES: ReadonlyMap<string, keyof Forms> = new Map([
  ['命令', 'imperative'],
  ['否定条件', 'negativeIf'],
  ['意志', 'volitional'],
]);
const KATAKANA = 'カタカナ';
const AS_WRITTEN = 'そのまま';
const EDGES: ReadonlyMap<string, 'start' | 'end'> = new Map([
  ['文頭', 'start'],
  ['文末', 'end'],
]);
/** What ・ stands for: 写真・送れ finds 写真を送れ, 写真は、送れ and 写真送れ. */
const PARTICLES = 'は が も を に で と の へ って には にも では のが のは のを'.split(' ');
const optionally = (texts: readonly string[]): Shape => anyOf([...texts.map(textShape), NOTHING]);
const BETWEEN_WORDS = allOf(optionally(PARTICLES), optionally(['、']));
const DEEPEST = 6;
/** Forms are written as phrases are, but nothing in them inflects once more. */
const FORMS: PhraseContext = { words: new Map(), shapes: new Map(), tokenize: () => [] };

/** @throws PhraseError for unknown names, and for a class or カタカナ without the words it is about. */
export function shapeOf(phrase: Phrase, context: PhraseContext, depth = 0): Shape {
  if (depth > DEEPEST) throw new PhraseError('words refer to each other too deeply', 0);
  const parts: Shape[] = [];
  phrase.forEach((node, i) => {
    const before = phrase[i - 1];
    const next = phrase[i + 1];
    if (node.kind === 'text') parts.push(textOf(node.text, next?.kind === 'word' ? next.name : '', context));
    else if (node.kind !== 'word' || before?.kind !== 'text' || !isAboutWords(node.name))
      parts.push(nodeShape(node, context, depth));
  });
  return parts.length === 1 ? parts[0]! : allOf(...parts);
}

/** A class, カタカナ or そのまま says something of the words before it; they have taken it into account. */
const isAboutWords = (name: string): boolean => VERB_CLASSES.has(name) || name === KATAKANA || name === AS_WRITTEN;

function nodeShape(node: Exclude<PhraseNode, { kind: 'text' }>, context: PhraseContext, depth: number): Shape {
  const options = (phrases: readonly Phrase[]) => phrases.map((option) => shapeOf(option, context, depth + 1));
  switch (node.kind) {
    case 'gap':
      return { kind: 'gap' };
    case 'joint':
      return BETWEEN_WORDS;
    case 'choice':
      return anyOf(node.optional ? [...options(node.options), NOTHING] : options(node.options));
    case 'ahead':
      return { kind: 'ahead', shape: anyOf(options(node.options)), wanted: node.wanted };
    case 'word': {
      const side = EDGES.get(node.name);
      if (side !== undefined) return { kind: 'edge', side };
      if (VERB_CLASSES.has(node.name))
        throw new PhraseError(`{${node.name}} stands behind a verb in its dictionary form`, 0);
      if (isAboutWords(node.name)) throw new PhraseError(`{${node.name}} stands behind the word it is about`, 0);
      return wordsShape(node.name, context, depth);
    }
  }
}

function wordsShape(name: string, context: PhraseContext, depth: number): Shape {
  return once(context, name, () => {
    const words = context.words.get(name);
    if (words === undefined) throw new PhraseError(`{${name}} is not in grammar/words.yaml`, 0);
    return anyOf(words.map((option) => shapeOf(option, context, depth + 1)));
  });
}

function once({ shapes }: PhraseContext, key: string, make: () => Shape): Shape {
  const known = shapes.get(key);
  if (known !== undefined) return known;
  const shape = make();
  shapes.set(key, shape);
  return shape;
}

/** Plain text: all as written, but the last word in every form (or the forms of a class) when in dictionary form. */
const textOf = (text: string, next: string, context: PhraseContext): Shape =>
  once(context, `${text}\0${next}`, () =>
    context.chinese ? inBothScripts(text) : inItsForms(text, next, context.tokenize),
  );

function inItsForms(text: string, next: string, tokenize: Tokenize): Shape {
  const folded = foldPhrase(text);
  if (next === KATAKANA) {
    if (!/^[ァ-ヺー]+$/.test(folded)) throw new PhraseError(`${text}{${KATAKANA}} is not in katakana`, 0);
    return { kind: 'written', text: folded };
  }
  if (next === AS_WRITTEN) return textShape(kana(folded));
  const inflected = inflect(folded, tokenize);
  const verbClass = VERB_CLASSES.get(next);
  if (inflected === null) {
    if (verbClass !== undefined) throw new PhraseError(`${text} does not end in a verb in its dictionary form`, 0);
    return textShape(kana(folded));
  }
  const forms = inflected.forms[verbClass ?? 'any'];
  return allOf(textShape(kana(inflected.head)), anyOf(forms.map((form) => shapeOf(parsePhrase(form), FORMS))));
}

/** Nobody mixes the two within a few words; a choice for each character would make too many literals. */
function inBothScripts(text: string): Shape {
  const [simple, old] = [text, traditional(text)].map((written) => kana(foldPhrase(written))) as [string, string];
  return simple === old ? textShape(simple) : anyOf([textShape(simple), textShape(old)]);
}

/**
 * Folds the words and keeps the punctuation, which folding takes for noise where no words stand beside it. A っ at the
 * end is kept too: the rest of its word stands in the text only.
 */
const foldPhrase = (text: string): string =>
  text
    .split(/([、。！？!?]+)/)
    .map((piece, i) => (i % 2 === 1 ? piece.normalize('NFKC') : foldWords(piece)))
    .join('');

const foldWords = (words: string): string =>
  /[っッ]$/.test(words) ? fold(`${words}た`).text.slice(0, -1) : fold(words).text;
