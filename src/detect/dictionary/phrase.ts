/** A phrase as an author writes it, taken apart. */
export type PhraseNode =
  | { readonly kind: 'text'; readonly text: string } // plain Japanese; its last word inflects when in dictionary form
  | { readonly kind: 'choice'; readonly options: readonly Phrase[]; readonly optional: boolean }
  | { readonly kind: 'word'; readonly name: string } // {name}: a shared word list, or a class of the verb before it
  | { readonly kind: 'gap' }; // …: up to GAP units within the sentence
export type Phrase = readonly PhraseNode[];

/** A mistake in a phrase; `offset` counts UTF-16 units from its beginning. */
export class PhraseError extends Error {
  override readonly name = 'PhraseError';
  readonly code = 'phrase';
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const LONGEST = 300;

/**
 * Reads `(a|b)`, `(a)?`, `{name}`, `…` and plain text; full-width brackets, bars and question marks mean the same, so
 * that an author need not leave the Japanese keyboard.
 *
 * @throws PhraseError for brackets that do not match, empty groups and phrases over 300 characters.
 */
export function parsePhrase(source: string): Phrase {
  if (source.length > LONGEST) throw new PhraseError(`longer than ${LONGEST} characters`, LONGEST);
  const text = source
    .replace(/[（）｜｛｝？]/g, (wide) => '()|{}?'['（）｜｛｝？'.indexOf(wide)]!)
    .replace(/\.\.\.|・・・/g, '…');
  const reader = { text, at: 0 };
  const phrase = readSequence(reader);
  if (reader.at < text.length) throw new PhraseError(`unexpected ${text[reader.at]}`, reader.at);
  if (phrase.length === 0) throw new PhraseError('empty phrase', 0);
  if (phrase.every((node) => node.kind === 'gap')) throw new PhraseError('a phrase needs words beside …', 0);
  return phrase;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readSequence(reader: Reader): PhraseNode[] {
  const nodes: PhraseNode[] = [];
  while (reader.at < reader.text.length) {
    const char = reader.text[reader.at]!;
    if (char === ')' || char === '|') break;
    if (char === '(') nodes.push(readChoice(reader));
    else if (char === '{') nodes.push(readWord(reader));
    else if (char === '…') {
      reader.at++;
      if (nodes.at(-1)?.kind !== 'gap') nodes.push({ kind: 'gap' });
    } else nodes.push(readText(reader));
  }
  return nodes;
}

function readChoice(reader: Reader): PhraseNode {
  const opened = reader.at++;
  const options: Phrase[] = [];
  for (;;) {
    options.push(readSequence(reader));
    const char = reader.text[reader.at++];
    if (char === ')') break;
    if (char !== '|') throw new PhraseError('( is never closed by )', opened);
  }
  if (options.every((option) => option.length === 0)) throw new PhraseError('nothing between ( and )', opened);
  const marked = reader.text[reader.at] === '?';
  if (marked) reader.at++;
  const optional = marked || options.some((option) => option.length === 0);
  return { kind: 'choice', options: options.filter((option) => option.length > 0), optional };
}

function readWord(reader: Reader): PhraseNode {
  const end = reader.text.indexOf('}', reader.at);
  const name = end < 0 ? '' : reader.text.slice(reader.at + 1, end).trim();
  if (name === '') throw new PhraseError('{ needs a name and }', reader.at);
  reader.at = end + 1;
  return { kind: 'word', name };
}

function readText(reader: Reader): PhraseNode {
  const begin = reader.at;
  while (reader.at < reader.text.length && !'()|{…'.includes(reader.text[reader.at]!)) {
    if (reader.text[reader.at] === '}') throw new PhraseError('} without {', reader.at);
    reader.at++;
  }
  return { kind: 'text', text: reader.text.slice(begin, reader.at) };
}
