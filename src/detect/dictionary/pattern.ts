import { type Literals, literalsOf } from './literals.ts';
import { type Phrase, PhraseError } from './phrase.ts';
import { type Search, searchFor } from './search.ts';
import { anyOf, type Shape } from './shape.ts';
import { type PhraseContext, shapeOf } from './shape-of.ts';

/** A phrase ready to be looked for. */
export interface Pattern {
  readonly shape: Shape;
  readonly ends: Search;
  /** What the prefilter looks for: every match holds one of each set; none is empty. */
  readonly literals: Literals;
}

const MOST_LITERALS = 400;

/** @throws PhraseError for unknown names, a class without a verb before it, or a phrase without a certain word. */
export const compilePhrase = (phrase: Phrase, context: PhraseContext): Pattern => patternOf(shapeOf(phrase, context));

/** @throws PhraseError for a shape without a certain word. */
export function patternOf(shape: Shape): Pattern {
  const literals = literalsOf(shape);
  if (literals === null) throw new PhraseError('no word here is certain to appear; add one outside ( )? and …', 0);
  if (literals.rarest.length > MOST_LITERALS)
    throw new PhraseError('too many alternatives; split it into several phrases', 0);
  let search: Search | null = null; // most patterns are never looked for
  return {
    shape,
    ends(searched, at) {
      search ??= searchFor(anyOf([shape])); // a choice of one: it knows the first units
      return search(searched, at);
    },
    literals,
  };
}
