import type { Clause } from '../../clause/index.ts';
import type { Token } from '../../text/index.ts';
import { clauseFeatures } from './doings.ts';
import { VIEWS, type View } from './hash.ts';
import { letterFeatures } from './letters.ts';
import { wordFeatures } from './words.ts';

/** A folded sentence; its tokens and clauses are read when somebody asks. */
export interface Readable {
  readonly written: string;
  readonly tokens: () => readonly Token[];
  readonly clauses: () => readonly Clause[];
}

/** What a sentence shows in one view, each feature once. */
export function featuresIn(view: View, { written, tokens, clauses }: Readable): Set<number> {
  switch (view) {
    case 'letters':
      return letterFeatures(written);
    case 'words':
      return wordFeatures(tokens());
    case 'clauses':
      return clauseFeatures(clauses());
  }
}

/** The features of a mail in all views. None reaches across sentences. */
export function hashedFeatures(sentences: readonly Readable[]): Set<number> {
  const found = new Set<number>();
  for (const sentence of sentences)
    for (const view of VIEWS) for (const feature of featuresIn(view, sentence)) found.add(feature);
  return found;
}
