import type { AssessedMatch } from './assessment.ts';
import type { Dictionary } from './dictionary/index.ts';

/**
 * What the classifier learns of the dictionaries' matches: which acts, which grammar, which contexts — never which entry, so
 * that a new entry of a known kind needs no new training.
 */
export function groupsOf(matches: readonly AssessedMatch[], { rules }: Pick<Dictionary, 'rules'>): string[] {
  const groups = new Set<string>();
  for (const { entry, act, points, modifiers } of matches) {
    const rule = rules.get(entry);
    if (act !== null && points > 0) groups.add(`act:${act}`);
    if (rule?.kind === 'entry' && rule.role.kind === 'grammar') groups.add(`grammar:${rule.role.group}`);
    for (const modifier of modifiers) groups.add(`context:${modifier}`);
  }
  return [...groups];
}
