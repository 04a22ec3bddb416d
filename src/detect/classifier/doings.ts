import type { Clause } from '../../clause/index.ts';
import { hashOf } from './hash.ts';

/**
 * What the clauses of a sentence do: predicates alone and with their mood, who does it to whom, and what is done with
 * persons and kinds of things. Each combination stands once with its word and once without, so that what is new to the
 * classifier is still known by its shape.
 */
export function clauseFeatures(clauses: readonly Clause[]): Set<number> {
  return new Set(clauses.flatMap(namesOf).map((name) => hashOf('clauses', name)));
}

function namesOf({ predicate: { lemma }, politeness, voice, args, frames, ...clause }: Clause): string[] {
  const mood = `${clause.mood}${clause.tense === 'past' ? ' past' : ''}`;
  const what = `${clause.polarity} ${mood}`;
  const people = `${clause.agent} ${clause.target}`;
  return [
    `does ${lemma}`,
    `how ${lemma} ${what}`,
    `to ${lemma} ${people}`,
    `all ${lemma} ${what} ${people}`,
    `tone ${what} ${politeness} ${people}`,
    `manner ${mood} ${politeness}`,
    `voice ${people} ${voice}`,
    `people ${mood} ${people}`,
    ...args.flatMap(({ head, role, person, kinds }) => [
      `noun ${head} ${role} ${lemma}`,
      `person ${person} ${role} ${lemma}`,
      `person ${person} ${role} ${mood}`,
      ...kinds.flatMap((kind) => [`kind ${kind} ${role} ${lemma}`, `kind ${kind} ${role} ${mood} ${people}`]),
    ]),
    ...frames.flatMap(({ kind }) => [`frame ${kind} ${lemma}`, `frame ${kind} ${mood}`]),
  ];
}
