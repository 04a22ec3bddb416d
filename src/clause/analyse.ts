import type { Token } from '../text/index.ts';
import { argumentsOf, bare } from './arguments.ts';
import { phrasesOf } from './bunsetsu.ts';
import type { Draft } from './draft.ts';
import { framesOf } from './frames.ts';
import { findHeads } from './heads/index.ts';
import { withMains } from './inherit.ts';
import { linksOf } from './links.ts';
import { readMood } from './moods.ts';
import { partsOf } from './parts.ts';
import { peopleOf } from './people.ts';
import { predicateOf } from './predicate.ts';
import { quotationsOf } from './quotations.ts';
import type { Clause, Frame } from './types.ts';

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
  for (const part of partsOf(tokens, quotations)) {
    const from = clauses.length;
    for (const clause of analysePart(text, part, quotations))
      clauses.push({ ...clause, frames: clause.frames.map((frame) => moved(frame, from)) });
  }
  return clauses;
}

function moved(frame: Frame, by: number): Frame {
  if ('main' in frame && frame.main !== null) return { ...frame, main: frame.main + by };
  return frame.kind === 'conditioned' ? { ...frame, by: frame.by + by } : frame;
}

/**
 * Predicates first, since nouns belong to the predicate after them; then how the predicates hang together, since moods
 * and persons are read with that known.
 */
function analysePart(text: string, tokens: readonly Token[], quotations: ReturnType<typeof quotationsOf>): Clause[] {
  const heads = findHeads(text, tokens);
  const phrases = phrasesOf(text, tokens, heads);
  const links = linksOf(text, heads, phrases);
  const args = argumentsOf(heads, phrases);
  const drafts = heads.map((head, i): Draft => {
    const link = links[i]!;
    const from = heads[i - 1]?.endings.end ?? tokens[0]!.start;
    const reading = readMood(
      head,
      text.slice(from, head.start),
      text.slice(head.endings.end, head.endings.end + 20),
      link.kind,
    );
    const people = peopleOf(head, reading, args[i]!);
    // 彼が殺す tells of somebody else's act
    const tells =
      reading.mood === 'will' && link.kind !== 'words' && people.agent !== 'speaker' && people.agent !== 'nobody-said';
    return { head, link, people, reading: tells ? { ...reading, mood: 'state' } : reading, args: args[i]! };
  });
  const clauses = drafts.map(({ head, reading, people }, i): Clause => {
    const frames = framesOf(drafts, i, quotations);
    const own = args[i]!;
    return {
      start: Math.min(head.start, own[0]?.start ?? head.start),
      end: Math.max(head.endings.end, own.at(-1)?.end ?? 0),
      predicate: predicateOf(head, own, heads[i - 1]),
      mood: reading.mood,
      polarity: reading.denied || frames.some(({ kind }) => kind === 'disowned') ? 'denied' : 'affirmed',
      voice: reading.voice,
      tense: reading.past ? 'past' : 'other',
      politeness: reading.politeness,
      ...people,
      args: own.map(bare),
      frames,
    };
  });
  return withMains(clauses, links);
}
