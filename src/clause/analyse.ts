import type { Token } from '../text/index.ts';
import { argumentsOf, bare } from './arguments.ts';
import { type Phrase, phrasesOf } from './bunsetsu.ts';
import type { Draft } from './draft.ts';
import { framesOf } from './frames.ts';
import { findHeads, type Head } from './heads/index.ts';
import { withMains } from './inherit.ts';
import { type Link, linksOf } from './links/index.ts';
import { type Reading, readMood } from './moods.ts';
import { partsOf } from './parts.ts';
import { isAnybody, peopleOf } from './people.ts';
import { predicateOf } from './predicate.ts';
import { quotationsOf } from './quotations.ts';
import { cutShouted } from './shouted.ts';
import { turned } from './turned.ts';
import { ASPECTS, type Aspect, type Clause, type Frame } from './types.ts';
import { isHarming } from './words/index.ts';

/**
 * The clauses of a sentence, in the order of their predicates.
 *
 * @param text a folded sentence.
 * @param tokens of that sentence, as `Tokenize` gives them.
 * @returns spans and indices that fit `text` and the array itself. Never throws, whatever the text.
 */
export function analyse(text: string, tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  const quotations = quotationsOf(text);
  for (const part of partsOf(text.includes('ヲ') ? cutShouted(tokens) : tokens, quotations)) {
    const from = clauses.length;
    for (const clause of analysePart(text, part, quotations))
      clauses.push(from === 0 ? clause : { ...clause, frames: clause.frames.map((frame) => moved(frame, from)) });
  }
  return clauses;
}

function moved(frame: Frame, by: number): Frame {
  if ('main' in frame && frame.main !== null) return { ...frame, main: frame.main + by };
  return frame.kind === 'conditioned' ? { ...frame, by: frame.by + by } : frame;
}

const NAMES = ASPECTS.map((aspect) => ({ aspect, begins: `${aspect}.` }));
const NO_ASPECTS: readonly Aspect[] = [];

const aspectsOf = ({ endings: { names } }: Head): readonly Aspect[] =>
  names.length === 1
    ? NO_ASPECTS // the first is the predicate itself
    : NAMES.filter(({ begins }) => names.some((name) => name.startsWith(begins))).map(({ aspect }) => aspect);

const isReaders = ({ person }: Phrase): boolean => /^(?:addressee|staff)/.test(person);

/** What the clauses beside it, or its nouns, make of a mood. */
function fromAround(
  heads: readonly Head[],
  link: Link,
  { mood, past }: Reading,
  args: readonly Phrase[],
  i: number,
  conditioned: boolean,
  after: string,
): Partial<Reading> {
  const { lemma, endings } = heads[i]!;
  const has = (pattern: RegExp): boolean => endings.names.some((name) => pattern.test(name));
  // 目の前にいたら殴っていた, 会ったら殴ってやったのに: what would have been done
  if (conditioned && mood === 'state' && past && isHarming(lemma) && has(/^(?:ing|give)\.T$/))
    return { mood: 'guess', past: false };
  if (endings.form === 'Ku' && /^ (?:ない|なかった|なく|ありません)/.test(after)) return { denied: true }; // ころしたく ないです
  // 人を轢くところだった: nobody drives at somebody to tell so
  if (/^(?:轢く|はねる|撥ねる|ひく)$/.test(lemma) && has(/^nearly\./) && !args.some(isReaders))
    return { mood: 'state', past: true };
  // 誰か刺してくれ: asked of nobody
  if (mood === 'request' && args.some(isAnybody)) return { mood: 'wish' };
  const main = link.kind === 'condition' && link.to !== null ? heads[link.to]!.lemma : '';
  if (mood === 'state' && has(/^favour\./) && /^(?:ありがたい|有り難い|助かる|嬉しい|うれしい|幸い)$/.test(main))
    return { mood: 'request' }; // 死んでくれるとありがたい
  return {};
}

/**
 * Predicates first, since nouns belong to the predicate after them; then how the predicates hang together, since moods
 * and persons are read with that known.
 */
function analysePart(text: string, tokens: readonly Token[], quotations: ReturnType<typeof quotationsOf>): Clause[] {
  const heads = findHeads(text, tokens);
  const phrases = phrasesOf(text, tokens, heads);
  const links = linksOf(text, heads, phrases, quotations);
  const found = argumentsOf(heads, phrases);
  const conditioned = new Set(links.flatMap((link) => (link.kind === 'condition' ? [link.to] : [])));
  const drafts = heads.map((plain, i): Draft => {
    const { head, args } = turned(plain, found[i]!, text);
    const link = links[i]!;
    const from = heads[i - 1]?.endings.end ?? tokens[0]!.start;
    const { start, endings } = plain;
    const around = [
      text.slice(from, start),
      text.slice(start, endings.end),
      text.slice(endings.end, endings.end + 20),
    ] as const;
    const read = readMood(head, around, link.kind);
    const reading = { ...read, ...fromAround(heads, link, read, args, i, conditioned.has(i), around[2]) };
    const people = peopleOf(head, reading, args);
    // 彼が殺す tells of somebody else's act
    const tells =
      reading.mood === 'will' && link.kind !== 'words' && people.agent !== 'speaker' && people.agent !== 'nobody-said';
    return {
      head,
      link,
      people,
      reading: tells ? { ...reading, mood: 'state' } : reading,
      args,
      also: around[1].endsWith('も'),
    };
  });
  const clauses = drafts.map(({ head, reading, people, args: own }, i): Clause => {
    const frames = framesOf(drafts, i, quotations);
    return {
      start: Math.min(head.start, own[0]?.start ?? head.start),
      end: Math.max(head.endings.end, own.at(-1)?.end ?? 0),
      predicate: predicateOf(head, own, heads[i - 1]),
      mood: reading.mood,
      polarity: reading.denied || frames.some(({ kind }) => kind === 'disowned') ? 'denied' : 'affirmed',
      voice: reading.voice,
      aspects: aspectsOf(head),
      tense: reading.past ? 'past' : 'other',
      politeness: reading.politeness,
      ...people,
      args: own.map(bare),
      frames,
    };
  });
  return withMains(clauses, links);
}
