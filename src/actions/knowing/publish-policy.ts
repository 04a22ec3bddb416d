import { addPolicyVersion, policyVersions } from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { course } from '../kernel/act.ts';
import { day, line, text } from '../kernel/ask.ts';
import { hashOfFile, type PolicyDeps, policyInForce } from './policy-in-force.ts';

export type KnowingDeps = Pick<ActionDeps, 'db' | 'audit' | 'now'> & PolicyDeps;

/** Publishes a version of the policy, from a day on. The text that held before and came from a file stays as the first one. */
export const publishPolicy = course({
  path: '/policy/edit',
  right: 'policy.manage',
  ask: {
    text: text(60_000),
    note: line(300, 'maybe'), // what changed
    from: day('ahead'),
  },
  async run(deps: KnowingDeps, { text, note, from }, { actor, by, at, today }): Promise<string> {
    const before = await policyInForce(deps, 'ja');
    const first = before.kind === 'own' && before.version === null && (await policyVersions(deps.db)).length === 0;
    return deps.audit.during(
      async (tx) => {
        if (first) await addPolicyVersion(tx, fileVersion(before.text, today, at));
        return addPolicyVersion(tx, { origin: 'browser', text, note, from, by, at });
      },
      (id) => ({ ...auditActorOf(actor, at), action: 'policy.publish', target: `policy/${id}`, details: { from } }),
    );
  },
});

/** A file says neither who wrote it nor since when it holds: noted is the day on which it was first seen here. */
export const fileVersion = (text: string, day: string, at: Date) =>
  ({ origin: 'file', fileHash: hashOfFile(text), text, note: '', from: day, by: '', at }) as const;
