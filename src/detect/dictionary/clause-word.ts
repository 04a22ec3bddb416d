import { analyse, type Clause } from '../../clause/index.ts';
import { fold, type Tokenize } from '../../text/index.ts';
import { purposeOf } from '../clause-arguments.ts';
import { clauseLiterals } from './clause-literals.ts';
import type { ClauseWord, Step } from './clause-rule.ts';
import { PhraseError } from './phrase.ts';

/**
 * @param of what else the entry asks for: kinds, persons and nouns.
 * @throws PhraseError for words that the analyser sees no predicate in, or none that could be looked for.
 */
export function clauseWord(
  text: string,
  use: 'do' | 'be',
  of: readonly string[] | null,
  tokenize: Tokenize,
): ClauseWord {
  const folded = fold(use === 'be' && !text.endsWith('い') ? `${text}だ` : text).text;
  const clauses = analyse(folded, tokenize(folded));
  const last = clauses.at(-1);
  if (last === undefined || last.end < folded.length || clauses[0]!.start > 0)
    throw new PhraseError(`${text} is not read as a predicate; write it under say`, 0);
  const steps = clauses.map(stepOf);
  const literals = clauseLiterals(steps, of);
  if (literals === null) throw new PhraseError(`${text} has no word of its own; add the object`, 0);
  return { text, use, steps, literals };
}

const stepOf = ({ predicate, voice, polarity, aspects, frames, args }: Clause): Step => ({
  lemma: predicate.lemma,
  voice: voice === 'causative' || voice === 'passive' || voice === 'potential' ? voice : null,
  denied: polarity === 'denied',
  aspects,
  purpose: purposeOf(frames),
  args: args.map(({ text, head, role }) => ({ text, head, role })),
});
