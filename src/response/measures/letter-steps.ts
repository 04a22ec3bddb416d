import { LETTER_KINDS, type LetterKind } from '../letters/kinds.ts';
import type { MeasureStep } from './ladder.ts';

const STEPS: Readonly<Partial<Record<LetterKind, MeasureStep>>> = {
  'end-of-dialogue': 'warning',
  warning: 'warning',
  termination: 'refusal',
  'immediate-termination': 'termination',
};

/**
 * The step of the ladder that is in force before a letter of this kind is written, or a heavier one; null: it stands on none.
 *
 * @example
 * stepFor('termination') // → 'refusal'
 */
export const stepFor = (kind: LetterKind): MeasureStep | null => STEPS[kind] ?? null;

/**
 * The letters by which the other side learns of a step, the gravest first; empty: it has none of its own.
 *
 * @example
 * lettersFor('refusal') // → ['termination']
 */
export const lettersFor = (step: MeasureStep): readonly LetterKind[] =>
  LETTER_KINDS.filter((kind) => STEPS[kind] === step).toReversed();
