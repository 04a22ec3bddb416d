import { sentences, type Tokenize } from '../text/index.ts';
import type { Problem } from '../util/located-yaml.ts';
import { createSurroundings } from './context/context.ts';
import type { ContextRule, Dictionary, Entry } from './dictionary/index.ts';
import { findHits, type Hit, type Line, toLines } from './match.ts';

export interface CheckReport {
  readonly entries: number;
  readonly examples: number;
  readonly gaps: { readonly known: number; readonly closed: readonly Problem[] }; // those that match by now belong under `match`
  readonly problems: readonly Problem[];
}

/** Runs the examples of every entry and context rule, each as a mail of its own. One under `not` may match where it is cancelled. */
export function checkDictionary(dictionary: Dictionary, tokenize: Tokenize): CheckReport {
  const problems: Problem[] = [];
  const closed: Problem[] = [];
  let examples = 0;
  let known = 0;
  for (const rule of dictionary.rules.values()) {
    const { match, not, gaps, places } = rule.examples;
    match.forEach((text, i) => {
      examples++;
      if (!applies(rule, text))
        problems.push({ ...places.match[i]!, message: `${rule.id} does not match its own example: ${text}` });
    });
    not.forEach((text, i) => {
      examples++;
      if (applies(rule, text))
        problems.push({ ...places.not[i]!, message: `${rule.id} matches what it must not: ${text}` });
    });
    gaps.forEach((text, i) => {
      known++;
      if (applies(rule, text))
        closed.push({ ...places.gaps[i]!, message: `${rule.id} matches it by now; move it to match: ${text}` });
    });
  }
  return { entries: dictionary.rules.size, examples, gaps: { known, closed }, problems };

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
        return entries.some((hit) => hit.rule === rule && surroundings(hit).length === 0);
      case 'context':
        return entries.some((hit) => surroundings(hit).includes(rule.id));
    }
  }
}

/** An entry of an act that stands in a line and is not cancelled by what stands around it. */
export type MeantHit = Hit<Entry>;

/** What the dictionaries find in the lines of one mail and take as meant, whatever it counts. */
export function meantHits(dictionary: Dictionary, lines: readonly Line[]): MeantHit[] {
  const hits = findHits(dictionary, lines);
  const surroundings = createSurroundings(dictionary, hits);
  return hits.filter(
    (hit): hit is MeantHit =>
      hit.rule.kind === 'entry' && hit.rule.role.kind !== 'grammar' && surroundings(hit as MeantHit).length === 0,
  );
}
