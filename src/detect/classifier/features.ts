import type { Clause } from '../../clause/index.ts';
import type { Token } from '../../text/index.ts';
import { clauseFeatures } from './doings.ts';
import { eachForeignFeature } from './foreign.ts';
import { VIEWS, type View } from './hash.ts';
import type { JudgedLanguage } from './language.ts';
import { eachLetterFeature } from './letters.ts';
import { eachSenseFeature } from './senses/index.ts';
import { wordFeatures } from './words.ts';

/** A folded sentence; its tokens and clauses are read when somebody asks. */
export interface Readable {
  readonly written: string;
  readonly tokens: () => readonly Token[];
  readonly clauses: () => readonly Clause[];
}

/** Tells what a sentence of a language shows in one view, in the order of the text; what stands there twice may be told twice. */
export function eachFeatureIn(
  language: JudgedLanguage,
  view: View,
  { written, tokens, clauses }: Readable,
  tell: (feature: number) => void,
): void {
  if (language !== 'ja') {
    eachForeignFeature(language, view, written, tell);
    return;
  }
  switch (view) {
    case 'letters':
      eachLetterFeature(written, tell);
      break;
    case 'words':
      for (const feature of wordFeatures(tokens())) tell(feature);
      break;
    case 'clauses':
      for (const feature of clauseFeatures(clauses())) tell(feature);
      break;
    case 'senses':
      eachSenseFeature(tokens(), tell);
      break;
  }
}

/** The features of a mail in all views. None reaches across sentences. */
export function hashedFeatures(sentences: readonly Readable[], language: JudgedLanguage = 'ja'): Set<number> {
  const found = new Set<number>();
  for (const sentence of sentences)
    for (const view of VIEWS) eachFeatureIn(language, view, sentence, (feature) => found.add(feature));
  return found;
}
