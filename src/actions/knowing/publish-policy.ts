import type { PolicyInForce } from '../../policy/index.ts';
import { addPolicyVersion, policyVersions } from '../../store/index.ts';
import { dayOf } from '../../util/day.ts';
import { auditActorOf, type PersonActor, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { hashOfFile } from './policy-now.ts';

export interface KnowingDeps extends Pick<ActionDeps, 'db' | 'audit' | 'now'> {
  readonly timeZone: string;
}

export interface NewPolicy {
  readonly text: string;
  readonly note: string; // what changed
  readonly from: string; // day, YYYY-MM-DD, today or later
}

/**
 * Publishes a version of the policy. The text that held before and came from a file stays as the first one.
 *
 * @throws Refusal `not-allowed`
 */
export async function publishPolicy(
  { db, audit, now, timeZone }: KnowingDeps,
  actor: PersonActor,
  before: PolicyInForce,
  { text, note, from }: NewPolicy,
): Promise<string> {
  requireRight(actor, 'policy.manage');
  const at = now();
  const first = before.kind === 'own' && before.version === null && (await policyVersions(db)).length === 0;
  return audit.during(
    async (tx) => {
      if (first) await addPolicyVersion(tx, fileVersion(before.text, dayOf(at, timeZone), at));
      return addPolicyVersion(tx, { origin: 'browser', text, note, from, by: actor.name, at });
    },
    (id) => ({ ...auditActorOf(actor, at), action: 'policy.publish', target: `policy/${id}`, details: { from } }),
  );
}

/** A file says neither who wrote it nor since when it holds: noted is the day on which it was first seen here. */
export const fileVersion = (text: string, day: string, at: Date) =>
  ({ origin: 'file', fileHash: hashOfFile(text), text, note: '', from: day, by: '', at }) as const;
