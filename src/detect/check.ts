import { sentences, type Tokenize } from '../text/index.ts';
import type { Problem } from '../util/located-yaml.ts';
import { createSurroundings } from './context.ts';
import type { ContextRule, Dictionary, Entry } from './dictionary/index.ts';
import { findHits, type Hit, toLines } from './match.ts';

export interface CheckReport {
  readonly entries: number;
  readonly examples: number;
  readonly problems: readonly Problem[];
}

/** An example under `not` may still match when the surroundings leave less than this share of its points. */
const STILL_MATCHES = 0.5;

/** Runs the examples of every entry and context rule, each as a mail of its own. */
export function checkDictionary(dictionary: Dictionary, tokenize: Tokenize): CheckReport {
  const problems: Problem[] = [];
  let examples = 0;
  for (const rule of dictionary.rules.values()) {
    const { match, not, locate } = rule.examples;
    match.forEach((text, i) => {
      examples++;
      if (!applies(rule, text))
        problems.push({ ...locate('match', i), message: `${rule.id} does not match its own example: ${text}` });
    });
    not.forEach((text, i) => {
      examples++;
      if (applies(rule, text))
        problems.push({ ...locate('not', i), message: `${rule.id} matches what it must not: ${text}` });
    });
  }
  return { entries: dictionary.rules.size, examples, problems };

  function applies(rule: Entry | ContextRule, text: string): boolean {
    const own = sentences(text, [{ kind: 'own', start: 0, end: text.length }]);
    const lines = toLines(
      own.map((sentence, index) => ({ part: 'body', sentence: { ...sentence, index } })),
      tokenize,
    );
    const hits = findHits(dictionary, lines);
    const surroundings = createSurroundings(dictionary, hits);
    const entries = hits.filter((hit): hit is Hit<Entry> => hit.rule.kind === 'entry');
    switch (rule.kind) {
      case 'entry':
        return entries.some((hit) => hit.rule === rule && surroundings(hit).factor >= STILL_MATCHES);
      case 'context':
        return entries.some((hit) => surroundings(hit).modifiers.includes(rule.id));
    }
  }
}
