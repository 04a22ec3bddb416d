import { type Phrase, PhraseError, type PhraseNode } from './phrase.ts';

const LONGEST = 300;

/**
 * Reads `(a|b)`, `(a)?`, `(!a|b)`, `(>a|b)`, `{name}`, `{name}?`, `・`, `…`, `\` before a sign that stands for itself, and
 * plain text; full-width brackets, bars, exclamation and question marks mean the same, so that an author need not leave
 * the Japanese keyboard.
 *
 * @throws PhraseError for brackets that do not match, empty groups, phrases over 300 characters, and a ? that could be
 * meant in two ways.
 */
export function parsePhrase(source: string): Phrase {
  if (source.length > LONGEST) throw new PhraseError(`longer than ${LONGEST} characters`, LONGEST);
  const reader = {
    text: source.replace(/[（）｜｛｝？！＞]/g, (wide) => '()|{}?!>'['（）｜｛｝？！＞'.indexOf(wide)]!),
    at: 0,
  };
  const phrase = readSequence(reader);
  if (reader.at < source.length) throw new PhraseError(`unexpected ${source[reader.at]}`, reader.at);
  if (phrase.length === 0) throw new PhraseError('empty phrase', 0);
  if (phrase.every(({ kind }) => kind === 'gap' || kind === 'joint'))
    throw new PhraseError('a phrase needs words beside … and ・', 0);
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
    if (char === '(') nodes.push(readGroup(reader));
    else if (char === '{') nodes.push(readWord(reader));
    else if (takeGap(reader)) {
      if (nodes.at(-1)?.kind !== 'gap') nodes.push({ kind: 'gap' });
    } else if (char === JOINT) {
      reader.at++;
      nodes.push({ kind: 'joint' });
    } else nodes.push(readText(reader));
  }
  return nodes;
}

const JOINT = '・';
const GAP = /…|\.\.\.|・・・/y;

function takeGap(reader: Reader): boolean {
  GAP.lastIndex = reader.at;
  const found = GAP.exec(reader.text)?.[0].length ?? 0;
  reader.at += found;
  return found > 0;
}

/** A sign that stands alone in its option is meant as itself: (!|。). */
const AHEAD = /[!>](?![|)])/y;

function readGroup(reader: Reader): PhraseNode {
  const opened = reader.at++;
  AHEAD.lastIndex = reader.at;
  const sign = AHEAD.exec(reader.text)?.[0];
  if (sign !== undefined) reader.at++;
  const options: Phrase[] = [];
  for (;;) {
    options.push(readSequence(reader));
    const char = reader.text[reader.at++];
    if (char === ')') break;
    if (char !== '|') throw new PhraseError('( is never closed by )', opened);
  }
  const filled = options.filter((option) => option.length > 0);
  if (filled.length === 0) throw new PhraseError('nothing between ( and )', opened);
  if (sign !== undefined) return { kind: 'ahead', options: filled, wanted: sign === '>' };
  return { kind: 'choice', options: filled, optional: takeMark(reader) || filled.length < options.length };
}

function readWord(reader: Reader): PhraseNode {
  const end = reader.text.indexOf('}', reader.at);
  const name = end < 0 ? '' : reader.text.slice(reader.at + 1, end).trim();
  if (name === '') throw new PhraseError('{ needs a name and }', reader.at);
  reader.at = end + 1;
  const word: PhraseNode = { kind: 'word', name };
  return takeMark(reader) ? { kind: 'choice', options: [[word]], optional: true } : word;
}

function takeMark(reader: Reader): boolean {
  const marked = reader.text[reader.at] === '?';
  if (marked) reader.at++;
  return marked;
}

/** Behind plain words ? is a question mark (理由?), but an author who knows regular expressions may mean otherwise. */
const TWO_WAYS = /[a-z]\?|[^?]\?(?=[\p{L}\p{N}({])/iuy;

function readText(reader: Reader): PhraseNode {
  let text = '';
  while (reader.at < reader.text.length && !`()|{${JOINT}`.includes(reader.text[reader.at]!)) {
    if (reader.text[reader.at] === '}') throw new PhraseError('} without {', reader.at);
    GAP.lastIndex = reader.at;
    if (GAP.test(reader.text)) break;
    TWO_WAYS.lastIndex = reader.at;
    if (TWO_WAYS.test(reader.text))
      throw new PhraseError(
        '? behind plain words: write (…)? for an optional part, \\? for a question mark',
        reader.at + 1,
      );
    if (reader.text[reader.at] === '\\') reader.at++;
    text += reader.text[reader.at++] ?? '';
  }
  return { kind: 'text', text };
}
