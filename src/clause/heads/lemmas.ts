import type { Token } from '../../text/index.ts';
import { fold, speltNounAt } from '../words/index.ts';
import { corrected, isCompound } from './inflecting.ts';
import { isMade } from './nominal.ts';
import { ASKS, actOf, mayCarry } from './noun-and-verb.ts';
import { plainFormOf } from './purpose.ts';
import { eachSpelt } from './spelt.ts';
import { isNoun, isVerb } from './tokens.ts';

/**
 * Tells every lemma that a predicate beginning at token `i` may have, without a look at its endings: all that `findHeads` can
 * find there are among them (`clause.fuzz.test.ts`).
 */
export function eachLemmaAt(text: string, tokens: readonly Token[], i: number, tell: (lemma: string) => void): void {
  const token = tokens[i]!;
  eachSpelt(text, token, tell);
  eachNounAt(text, tokens, i, tell);
  if (isNoun(token)) eachAct(token, tokens[i + 1], tell);
  else if (isVerb(token) || token.pos[0] === '形容詞') eachOfInflecting(text, tokens, i, tell);
}

/** The same of predicates that are nouns. */
export function eachNounAt(text: string, tokens: readonly Token[], i: number, tell: (lemma: string) => void): void {
  const token = tokens[i]!;
  const spelt = speltNounAt(text, token.start);
  if (spelt !== undefined) tell(spelt[1]);
  if (!isNoun(token)) return;
  tell(fold(token.lemma));
  const next = tokens[i + 1];
  if (isMade(next)) tell(fold(text.slice(token.start, next!.end)));
}

function eachAct(token: Token, next: Token | undefined, tell: (lemma: string) => void): void {
  if (next === undefined) return;
  if (mayCarry(token)) tell(token.surface === 'お願い' ? ASKS : actOf(token));
  if (next.surface !== 'に') return;
  const verb = plainFormOf(token.surface); // of 謝りに行く
  if (verb !== null) tell(verb);
}

function eachOfInflecting(text: string, tokens: readonly Token[], i: number, tell: (lemma: string) => void): void {
  const token = tokens[i]!;
  tell(fold(corrected(text, token).lemma));
  if (!isCompound({ tokens }, i)) return;
  const few = tokens.slice(i + 1, i + 4); // as far as `inflecting` looks: 死ね死ね死ね… is a chain without end
  eachOfInflecting(text, few, 0, (second) => tell(fold(token.surface + second)));
}
