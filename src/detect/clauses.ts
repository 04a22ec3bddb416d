import type { Argument, Clause, Frame, Predicate } from '../clause/index.ts';
import type { PartId } from '../mail/index.ts';
import type { Span, Tokenize } from '../text/index.ts';
import { type OwnSentence, toLines } from './match.ts';

/** A clause as people and programs are shown it; the span points into the part as written. */
export interface ReadClause
  extends Span,
    Pick<Clause, 'mood' | 'polarity' | 'voice' | 'tense' | 'politeness' | 'agent' | 'target'> {
  readonly part: PartId;
  readonly predicate: Predicate['lemma'];
  readonly args: readonly Pick<Argument, 'text' | 'role' | 'person' | 'kinds'>[];
  readonly frames: readonly Frame['kind'][];
}

/** The clauses of all sentences, in order. */
export function readClauses(sentences: readonly OwnSentence[], tokenize: Tokenize): ReadClause[] {
  return toLines(sentences, tokenize).flatMap(({ part, sentence, clauses }) =>
    clauses().map(({ start, end, predicate, args, frames, ...clause }) => ({
      part,
      start: sentence.start[start]!,
      end: sentence.end[end - 1]!,
      predicate: predicate.lemma,
      mood: clause.mood,
      polarity: clause.polarity,
      voice: clause.voice,
      tense: clause.tense,
      politeness: clause.politeness,
      agent: clause.agent,
      target: clause.target,
      args: args.map(({ text, role, person, kinds }) => ({ text, role, person, kinds })),
      frames: frames.map(({ kind }) => kind),
    })),
  );
}
