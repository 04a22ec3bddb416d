import type { ContextRule, Dictionary, Entry, EntryId } from '../detect/index.ts';
import type { EntryHits } from '../store/index.ts';
import { type Interval, wilson } from './intervals.ts';

/** Approved of those that were decided, with its 95 % interval. */
export interface Precision extends Interval {
  readonly share: number; // 0 to 1
}

export interface EntryFigures {
  readonly rule: Entry | ContextRule;
  /** Null for grammar and contexts: what they match is not written down for a mail. */
  readonly found: (Omit<EntryHits, 'lastAt'> & { readonly lastAt: Date | null }) | null;
  readonly precision: Precision | null; // null: nothing was decided
  readonly misfires: number; // marks by reviewers
}

export function precisionOf(approved: number, dismissed: number): Precision | null {
  const interval = wilson(approved, approved + dismissed);
  return interval && { share: approved / (approved + dismissed), ...interval };
}

const NOTHING = { cases: 0, flagged: 0, approved: 0, dismissed: 0, dismissedAlone: 0, lastAt: null };

/** The figures of every rule of the dictionary, in its order. */
export const entryFigures = (
  { rules }: Pick<Dictionary, 'rules'>,
  hits: ReadonlyMap<EntryId, EntryHits>,
  misfires: ReadonlyMap<EntryId, number>,
): EntryFigures[] =>
  [...rules.values()].map((rule) => {
    const counted = rule.kind === 'entry' && rule.role.kind !== 'grammar';
    const found = counted ? (hits.get(rule.id) ?? NOTHING) : null;
    return {
      rule,
      found,
      precision: found && precisionOf(found.approved, found.dismissed),
      misfires: misfires.get(rule.id) ?? 0,
    };
  });

export const ENTRY_ORDERS = ['hits', 'precision', 'last'] as const;
export type EntryOrder = (typeof ENTRY_ORDERS)[number];

/**
 * A copy in order: the most cases first; or the least precise first, by the upper end of the interval, so that one
 * dismissal alone does not lead the list; or the newest case first. What has no such figure comes last.
 */
export function inOrder(figures: readonly EntryFigures[], order: EntryOrder): EntryFigures[] {
  const cases = ({ found }: EntryFigures) => found?.cases ?? -1;
  const rank = (one: EntryFigures): number => {
    switch (order) {
      case 'hits':
        return -cases(one);
      case 'precision':
        return one.precision?.high ?? 2;
      case 'last':
        return -(one.found?.lastAt?.getTime() ?? 0);
    }
  };
  return [...figures].sort((a, b) => rank(a) - rank(b) || cases(b) - cases(a));
}
