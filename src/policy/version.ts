import type { Policy } from './policy.ts';

/** A version of the policy, as it was published. Never changed: the next one is a version of its own. */
export interface PolicyVersion {
  readonly id: string;
  readonly number: number; // from 1, in the order in which they were published
  readonly origin: 'file' | 'browser'; // `file`: as company.policy had it
  readonly note: string; // what changed
  readonly from: string; // day from which it holds, YYYY-MM-DD; of a file: on which it was first noted
  readonly by: string;
  readonly at: Date; // when it was published
}

/** What the company says now, and which version that is; null: nobody has read or published it yet. */
export interface PolicyInForce extends Policy {
  readonly version: PolicyVersion | null;
}

/**
 * The version that was published in the browser and holds on a day: the one that began last. Null where none has begun: then the file
 * counts.
 *
 * @example
 * versionOn([], '2026-12-01') // → null
 */
export function versionOn(versions: readonly PolicyVersion[], day: string): PolicyVersion | null {
  const begun = versions.filter(({ origin, from }) => origin === 'browser' && from <= day);
  return begun.reduce<PolicyVersion | null>(
    (last, one) =>
      last === null || one.from > last.from || (one.from === last.from && one.number > last.number) ? one : last,
    null,
  );
}
