import type { Group, Scoring } from '../dictionary/index.ts';
import type { Weighed } from './meant.ts';

/**
 * What the entries say where no classifier does, in log odds: how many are found of those that ask for a band, of those that give a reason
 * only, of pressed and of bare demands, and of each group of the grammar. An entry counts once, and of a kind three at most.
 */
export function dictionaryOdds(weighed: readonly Weighed[], { dictionaries }: Pick<Scoring, 'dictionaries'>): number {
  const found = new Map<keyof Scoring['dictionaries']['odds'], Set<string>>();
  for (const one of weighed) {
    const kind = kindOf(one);
    if (kind !== null) found.set(kind, (found.get(kind) ?? new Set()).add(one.hit.rule.id));
  }
  return [...found].reduce(
    (sum, [kind, entries]) => sum + (dictionaries.odds[kind] ?? 0) * Math.min(entries.size, MOST),
    0,
  );
}

const MOST = 3;

function kindOf({
  hit: { rule },
  asks,
  meant,
}: Weighed): 'urgent' | 'review' | 'grey' | 'expression' | 'demand' | 'bare' | Group | null {
  switch (rule.role.kind) {
    case 'expression':
      return meant ? (asks ?? 'expression') : null;
    case 'demand':
      return meant ? 'demand' : 'bare';
    case 'grammar':
      return meant ? rule.role.group : null;
  }
}
