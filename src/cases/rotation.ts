import type { CaseId } from './ids.ts';
/** Who opened a case this lately is active. */
export const ACTIVE_MINUTES = 15;

/** So long without a case is rest enough: what was read before no longer counts as the one before. */
export const REST_MINUTES = 60;

/** What is known when a person asks for their next case. */
export interface Turn {
  readonly first: { readonly id: CaseId; readonly heavy: boolean; readonly urgent: boolean }; // the most pressing
  readonly lighter: CaseId | null; // the most pressing that is not one of the worst
  readonly afterHeavy: boolean; // the one before was one of the worst
  readonly otherFree: boolean; // someone else is active who may take `first` and does not come from one of the worst
}

/**
 * Nobody gets two of the worst in a row while there is something lighter. An urgent case does not wait for that: it is
 * passed over only when someone else is there to take it.
 *
 * @returns the id of the case to serve.
 *
 * @example
 * nextInTurn({ first: { id: '7', heavy: true, urgent: false }, lighter: '9', afterHeavy: true, otherFree: false }) // → '9'
 */
export function nextInTurn({ first, lighter, afterHeavy, otherFree }: Turn): CaseId {
  if (lighter === null || !afterHeavy || !first.heavy) return first.id;
  return first.urgent && !otherFree ? first.id : lighter;
}
