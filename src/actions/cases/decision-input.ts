import { type Approval, type Dismissal, type DismissReason, gapsOf, type HandOver } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import type { DecisionGap } from '../refusal.ts';

/** An approval as someone gives it. What an approval needs and nobody has said is refused, not made up. */
export interface ApproveInput extends Omit<Approval, 'acts'> {
  readonly acts: readonly Act[] | null; // null: those that were found
  readonly missed: readonly string[]; // words no entry found
}

export interface DismissInput extends Omit<Dismissal, 'reason'> {
  readonly reason: DismissReason | null; // null: not said
  readonly misfires: readonly string[]; // entries that were wrong to match
}

export interface HandOverInput extends Omit<HandOver, 'to'> {
  readonly to: { readonly kind: 'person'; readonly id: string } | { readonly kind: 'desk' } | null; // null: not said
}

export type DecisionInput = ApproveInput | DismissInput | HandOverInput;

/**
 * What a decision lacks. `found` are the acts of the case, meant by an approval that names none.
 *
 * @example
 * gapsIn({ kind: 'dismiss', reason: null, note: '', misfires: [] }, []) // → ['reason']
 */
export function gapsIn(input: DecisionInput, found: readonly Act[]): readonly DecisionGap[] {
  switch (input.kind) {
    case 'approve':
      return gapsOf({ ...input, acts: input.acts ?? found });
    case 'dismiss':
      return input.reason === null ? ['reason'] : [];
    case 'hand-over':
      return input.to === null ? ['to'] : [];
  }
}
