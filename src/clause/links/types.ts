import type { Phrase } from '../bunsetsu.ts';

/** How a predicate hangs on what follows it. `to` is an index of a later head. */
export type Link =
  | { readonly kind: 'none' }
  | { readonly kind: 'words'; readonly to: number | null; readonly noun: string | null } // と言われた, との電話
  | { readonly kind: 'thought'; readonly to: number }
  | { readonly kind: 'hearsay' }
  | { readonly kind: 'list' }
  | { readonly kind: 'condition' | 'concessive' | 'reason'; readonly to: number | null }
  | { readonly kind: 'linked'; readonly to: number }
  | { readonly kind: 'relative'; readonly noun: Pick<Phrase, 'head' | 'person' | 'kinds'> }
  | { readonly kind: 'nominal'; readonly noun: string; readonly to: number | null };

/** Stands for the noun of words that are not said. */
export const NO_WORDS = 'ではない';
